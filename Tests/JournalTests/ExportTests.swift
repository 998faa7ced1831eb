import Foundation
import TestSupport
import Testing

@testable import Journal

@Suite struct ExportTests {
  private let folder: JournalFolder

  init() throws { folder = try JournalFolder() }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `an export says how many events follow, then each in a line`() throws {
    let store = try folder.open()
    try store.append([Sample.claim("K1", "A1"), Sample.event(customer: "Ü\"\\\n\u{1}")])
    let hashes = try store.all().map(\.hash)
    #expect(
      text(try store.exported()) == """
        {"duly":"journal","events":2,"format":2,"hash":"\(hashes[1])"}
        {"at":"2026-03-12T09:00:00.000Z","body":{"words":"0a1b"},"customer":"C1","day":"2026-03-12","frees":false,\
        "hash":"\(hashes[0])","key":"K1","kind":"claimed","seq":1,\
        "takes":[{"customer":"C1","instalment":0,"invoice":"A1","tier":"first"}]}
        {"at":"2026-03-12T09:00:00.000Z","body":{},"customer":"Ü\\"\\\\\\n\\u0001","day":"2026-03-12","frees":false,\
        "hash":"\(hashes[1])","key":null,"kind":"noted","seq":2,"takes":[]}

        """)
  }

  @Test(arguments: RandomCases.seeds(20))
  func `an export imported and exported again has the same bytes, and the slots are taken as before`(
    seed: UInt64
  )
    throws
  {
    let store = try folder.open()
    var random = SplitMix64(seed: seed)
    var model = JournalModel()
    for _ in 0..<random.number(0...30) { try model.step(store, &random) }
    let exported = try store.exported()
    let copy = try folder.open("copy.sqlite")
    try copy.importing(exported)
    #expect(try copy.exported() == exported)
    #expect(try copy.takenSlots().map(\.slot) == store.takenSlots().map(\.slot))
    #expect(try copy.takenSlots().map(\.key) == store.takenSlots().map(\.key))
    #expect(try copy.verify().isEmpty)
  }

  @Test func `a journal of many pages comes through`() throws {
    let store = try folder.open()
    try store.append((0..<(JournalLimits.pageRows + 3)).map { Sample.event(customer: "C\($0)") })
    let exported = try store.exported()
    let copy = try folder.open("copy.sqlite")
    try copy.importing(exported)
    #expect(try copy.exported() == exported)
  }

  @Test(arguments: [
    ("\"seq\":2", "\"seq\":3", 3, "has event 3 where 2 follows"), ("ring", "rang", 3, "its hash is not"),
    ("\"frees\":true", "\"frees\":false", 4, "its hash is not"),
    ("{\"duly\"", "{\"juli\"", 1, "was expected at column 1"),
    ("\"events\":4", "\"events\":5", 5, "cut short"), ("\"format\":2", "\"format\":3", 1, "newer format 3"),
    ("{\"note\"", "{ \"note\"", 3, "the body lacks"), (",\"day\"", ", \"day\"", 2, "was expected at column"),
    ("\"customer\":\"C1\"", "\"customer\":\"\\u0043\\u0031\"", 2, "is not written as an export writes it"),
  ])
  func `a line that is not as it was written is named, and nothing is imported`(
    part: String, other: String, line: Int, why: String
  ) throws {
    let store = try folder.open()
    try store.append([
      Sample.claim("K1", "A1"), Sample.event(body: #"{"note":"ring"}"#), Sample.void("K1"), Sample.event(),
    ])
    let exported = text(try store.exported())
    let place = try #require(exported.range(of: part))
    let changed = exported.replacingCharacters(in: place, with: other)
    let copy = try folder.open("copy.sqlite")
    let error = #expect(throws: JournalError.self) { try copy.importing(Array(changed.utf8)) }
    #expect(error?.code == .brokenLine(line))
    #expect(error?.message.hasPrefix("line \(line): ") == true)
    #expect(error?.message.contains(why) == true, "\(error?.message ?? "")")
    #expect(try copy.lastSeq() == 0)
    #expect(try copy.verify().isEmpty)
  }

  @Test func `a file cut short is refused wherever it was cut`() throws {
    let store = try folder.open()
    try store.append([Sample.claim("K1", "A1"), Sample.void("K1"), Sample.event()])
    let exported = try store.exported()
    let copy = try folder.open("copy.sqlite")
    for end in 0..<(exported.count - 1) where end % 7 == 0 || exported[end] == 0x0A {
      let error = #expect(throws: JournalError.self) { try copy.importing(Array(exported[..<end])) }
      guard case .brokenLine = error?.code else {
        Issue.record("cut at byte \(end): \(String(describing: error))")
        return
      }
    }
    try copy.importing(exported)
    #expect(try copy.exported() == exported)
  }

  @Test func `a journal that has events takes no import`() throws {
    let store = try folder.open()
    try store.append([Sample.event()])
    let exported = try store.exported()
    let error = #expect(throws: JournalError.self) { try store.importing(exported) }
    #expect(error?.code == .notEmpty)
  }

  @Test func `two claims of one slot are refused in an import too`() throws {
    let first = Sample.claim("K1", "A1")
    let second = Sample.claim("K2", "A1")
    let one = RowLine.hash(after: RowLine.noHash, 1, first)
    let two = RowLine.hash(after: one, 2, second)
    let lines = [
      ExportHeader(events: 2, format: 1, hash: two).text,
      RowLine.text(JournalRow(seq: 1, event: first, hash: one)),
      RowLine.text(JournalRow(seq: 2, event: second, hash: two)),
    ]
    let store = try folder.open()
    let error = #expect(throws: JournalError.self) {
      try store.importing(Array(lines.joined(separator: [0x0A])))
    }
    #expect(error?.code == .brokenLine(3))
    #expect(try store.takenSlots().isEmpty)
  }
}
