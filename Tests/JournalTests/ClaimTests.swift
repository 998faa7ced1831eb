import Foundation
import TestSupport
import Testing

@testable import Journal

@Suite struct ClaimTests {
  private let folder: JournalFolder

  init() throws { folder = try JournalFolder() }

  @Test func `a slot that a live claim has is refused to every other, and nothing of the attempt is stored`()
    throws
  {
    let store = try folder.open()
    try store.append([Sample.claim("K1", "A1", "A2")])
    let error = #expect(throws: JournalError.self) {
      try store.append([Sample.event(), Sample.claim("K2", "A3"), Sample.claim("K3", "A2", "A4")])
    }
    #expect(error?.code == .slotTaken(Sample.slot("A2"), byKey: "K1"))
    #expect(try store.lastSeq() == 1)
    #expect(try store.takenSlots().map(\.slot) == [Sample.slot("A1"), Sample.slot("A2")])
    #expect(try store.holder(of: Sample.slot("A3")) == nil)
    #expect(try store.append([Sample.claim("K2", "A3")]) == [2])
  }

  @Test func `a claim cannot take its own slot again`() throws {
    let store = try folder.open()
    try store.append([Sample.claim("K1", "A1")])
    #expect(throws: JournalError.self) { try store.append([Sample.claim("K1", "A1")]) }
  }

  @Test func `another customer, invoice, instalment or tier is another slot`() throws {
    let store = try folder.open()
    let slots = [
      ClaimSlot(customer: "C1", invoice: "A1", instalment: 0, tier: "first"),
      ClaimSlot(customer: "C2", invoice: "A1", instalment: 0, tier: "first"),
      ClaimSlot(customer: "C1", invoice: "A2", instalment: 0, tier: "first"),
      ClaimSlot(customer: "C1", invoice: "A1", instalment: 1, tier: "first"),
      ClaimSlot(customer: "C1", invoice: "A1", instalment: 0, tier: "second"),
    ]
    for (index, slot) in slots.enumerated() {
      let row = NewRow(
        at: "2026-03-12T09:00:00.000Z", day: "2026-03-12", kind: "claimed", key: "K\(index)", takes: [slot])
      try store.append([row])
    }
    #expect(try store.takenSlots().map(\.slot) == slots.sorted())
    #expect(try store.holder(of: slots[3]) == "K3")
  }

  @Test func `what a claim gives back can be taken, even within one append`() throws {
    let store = try folder.open()
    try store.append([Sample.claim("K1", "A1", "A2")])
    try store.append([Sample.void("K1"), Sample.claim("K2", "A2")])
    #expect(try store.takenSlots().map(\.key) == ["K2"])
    #expect(try store.holder(of: Sample.slot("A1")) == nil)
    #expect(try store.verify().isEmpty)
  }

  @Test func `an error about a slot says nothing of the customer`() throws {
    let store = try folder.open()
    try store.append([Sample.claim("K1", "A1", customer: "Secret Ltd")])
    let error = #expect(throws: JournalError.self) {
      try store.append([Sample.claim("K2", "A1", customer: "Secret Ltd")])
    }
    #expect(error.map { !"\($0)".contains("Secret") && !"\($0)".contains("A1") } == true)
  }

  @Test func `threads with a journal each and another process never have the same slot`() async throws {
    let path = folder.path()
    try folder.open().append([Sample.event()])
    let count = 60
    let other = try WriterProcess(["claim", path, "process", "\(count)"])
    let got = try await withThrowingTaskGroup(of: [Int].self) { group in
      for thread in 0..<3 {
        group.addTask { try Self.claim(path, "thread\(thread)", count) }
      }
      var got: [Int] = []
      for try await numbers in group { got += numbers }
      return got
    }
    let lines = try other.remaining()
    let theirs = lines.compactMap { Int($0) }
    #expect(theirs.count == lines.count, "\(lines)")
    #expect((got + theirs).sorted() == Array(0..<count))
    let store = try folder.open(mode: .readWrite)
    #expect(try store.takenSlots().count == count)
    #expect(try store.lastSeq() == Int64(count) + 1)
    #expect(try store.verify().isEmpty)
  }

  /// Claims slots one by one with a journal of its own.
  ///
  /// - Returns: The numbers of those that it got.
  private static func claim(_ path: String, _ name: String, _ count: Int) throws -> [Int] {
    let store = try JournalStore.open(path, mode: .readWrite)
    var got: [Int] = []
    for number in 0..<count {
      let slot = ClaimSlot(customer: "C\(number % 7)", invoice: "A\(number)", instalment: 0, tier: "first")
      let row = NewRow(
        at: "2026-03-12T09:00:00.000Z", day: "2026-03-12", kind: "claimed", key: "\(name)-\(number)",
        takes: [slot])
      do throws(JournalError) {
        try store.append([row])
        got.append(number)
      } catch {
        guard case .slotTaken(slot, _) = error.code else { throw error }
      }
    }
    return got
  }
}
