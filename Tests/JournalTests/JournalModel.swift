import TestSupport
import Testing

@testable import Journal

/// What a journal must hold, kept in plain collections, beside which a real one is led through random steps.
struct JournalModel {
  private(set) var events: [NewRow] = []
  private(set) var taken: [ClaimSlot: String] = [:]
  private var keys = 0

  /// One step on both: an append of a few rows, of which some must be refused.
  mutating func step(_ store: JournalStore, _ random: inout SplitMix64) throws {
    let rows = (0..<random.number(1...4)).map { _ in row(&random) }
    var after = taken
    var refusal: ClaimSlot?
    for row in rows where refusal == nil {
      guard let key = row.key else { continue }
      if row.frees { after = after.filter { $0.value != key } }
      for slot in row.takes where refusal == nil {
        if after[slot] == nil { after[slot] = key } else { refusal = slot }
      }
    }
    do throws(JournalError) {
      let numbers = try store.append(rows)
      #expect(refusal == nil)
      #expect(numbers == (1...rows.count).map { Int64(events.count + $0) })
      events += rows
      taken = after
    } catch {
      let expected = try #require(refusal, "\(error)")
      guard case .slotTaken(expected, _) = error.code else {
        Issue.record("refused for another reason: \(error)")
        return
      }
    }
  }

  /// Says that a journal is what it must be.
  func expect(_ store: JournalStore, _ comment: Comment) throws {
    #expect(try store.all().map(\.event) == events, comment)
    let slots = try store.takenSlots()
    #expect(slots.map(\.slot) == taken.keys.sorted(), comment)
    #expect(slots.map(\.key) == taken.sorted { $0.key < $1.key }.map(\.value), comment)
    #expect(try store.verify().isEmpty, comment)
  }

  private mutating func row(_ random: inout SplitMix64) -> NewRow {
    let customer = random.chance(80) ? random.pick(["C1", "C2", "Ünal & Söhne", "a\"b\\c\u{7}"]) : nil
    if random.chance(30) { keys += 1 }
    let key = random.chance(70) ? "K\(random.number(max(0, keys - 5)...keys))" : nil
    var takes: Set<ClaimSlot> = []
    if key != nil, random.chance(60) {
      for _ in 0..<random.number(1...3) {
        takes.insert(
          ClaimSlot(
            customer: customer ?? "C3", invoice: "A\(random.number(1...12))",
            instalment: random.number(0...2),
            tier: random.pick(["first", "second"])))
      }
    }
    return NewRow(
      at: "2026-03-\(random.number(10...28))T09:00:00.\(random.number(100...999))Z", day: "2026-03-12",
      kind: random.pick(["claimed", "sent", "voided", "noted"]), customer: customer, key: key,
      body: random.pick(["{}", #"{"a":[1,-2.5e3,null,true,{"b":"ü"}],"z":"\u0000\n"}"#, #"{"words":"x"}"#]),
      takes: takes.sorted(), frees: key != nil && random.chance(30))
  }
}

@Suite struct JournalModelTests {
  @Test(arguments: RandomCases.seeds(15))
  func `a journal led through random steps is at every step what a plain model says`(seed: UInt64) throws {
    let folder = try JournalFolder()
    var random = SplitMix64(seed: seed)
    var model = JournalModel()
    var store = try folder.open()
    for step in 0..<40 {
      try model.step(store, &random)
      if random.chance(10) { store = try folder.open(mode: .readWrite) }
      if step % 10 == 9 { try model.expect(store, "seed \(seed), step \(step)") }
    }
    try model.expect(try folder.open(mode: .readOnly), "seed \(seed)")
  }
}
