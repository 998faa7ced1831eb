import TestSupport
import Testing

@testable import TimeZones

@Suite struct ZoneReaderTests {
  private let berlin = ZoneFileFixture(
    changes: [(-2_422_054_408, 1), (-1_693_706_400, 2), (1_000_000_000, 1)], offsets: [3_208, 3_600, 7_200],
    footer: "\nCET-1CEST,M3.5.0,M10.5.0/3\n")

  @Test(arguments: [
    (Int64(-62_135_596_800), 3_208), (-2_422_054_409, 3_208), (-2_422_054_408, 3_600),
    (-1_693_706_401, 3_600),
    (-1_693_706_400, 7_200), (0, 7_200), (999_999_999, 7_200), (1_000_000_000, 7_200), (1_010_000_000, 3_600),
    (1_711_846_799, 3_600), (1_711_846_800, 7_200), (253_402_300_799, 3_600),
  ])
  func `a moment is before, between or after the changes`(seconds: Int64, offset: Int) throws {
    #expect(try #require(ZoneReader.history(berlin.bytes)).offset(at: seconds) == offset)
  }

  @Test func `without a rule the last change stays`() throws {
    var file = berlin
    file.footer = "\n\n"
    #expect(try #require(ZoneReader.history(file.bytes)).offset(at: 1_711_846_800) == 3_600)
  }

  @Test func `without a change the rule always holds`() throws {
    let file = ZoneFileFixture(offsets: [0], footer: "\n<+14>-14\n")
    let history = try #require(ZoneReader.history(file.bytes))
    #expect(history.offset(at: -10_000_000_000) == 50_400)
    #expect(ZoneReader.history(ZoneFileFixture(offsets: [-18_000]).bytes)?.offset(at: 0) == -18_000)
  }

  @Test func `a file of version 1 is read too`() throws {
    let file = ZoneFileFixture(version: 0, changes: [(-100, 1), (100, 0)], offsets: [60, -120])
    let history = try #require(ZoneReader.history(file.bytes))
    #expect([-101, -100, 99, 100].map { history.offset(at: $0) } == [60, -120, -120, 60])
  }

  @Test(arguments: [Int64.min, .max, -62_167_219_201, 253_433_923_200])
  func `a moment far outside of the years 1 to 9999 has no offset`(seconds: Int64) throws {
    #expect(try #require(ZoneReader.history(berlin.bytes)).offset(at: seconds) == nil)
  }

  @Test func `a file that ends too early is refused wherever it is cut`() {
    let bytes = berlin.bytes
    for count in bytes.indices {
      #expect(ZoneReader.history(Array(bytes[..<count])) == nil, "cut after \(count) bytes")
    }
    let old = ZoneFileFixture(version: 0, changes: [(1, 0)])
    for count in old.bytes.indices { #expect(ZoneReader.history(Array(old.bytes[..<count])) == nil) }
  }

  @Test func `a file that contradicts itself is refused`() {
    func isRefused(_ change: (inout ZoneFileFixture) -> Void) -> Bool {
      var file = berlin
      change(&file)
      return ZoneReader.history(file.bytes) == nil
    }
    #expect(!isRefused { _ in })
    #expect(!isRefused { $0.version = UInt8(ascii: "4") })
    #expect(isRefused { $0.version = UInt8(ascii: "1") })
    #expect(isRefused { $0.version = 200 })
    #expect(isRefused { $0.changes[0].type = 3 })
    #expect(isRefused { $0.changes[1].seconds = $0.changes[0].seconds })
    #expect(isRefused { $0.changes.swapAt(0, 1) })
    #expect(isRefused { ($0.offsets, $0.changes) = ([], []) })
    #expect(isRefused { $0.offsets[0] = .min })
    #expect(isRefused { $0.offsets[0] = 93_600 })
    #expect(isRefused { $0.leapSeconds = 1 })
    #expect(isRefused { $0.footer = "\nCET-1CEST\n" })
    #expect(isRefused { $0.footer = "\nCET-1" })
    #expect(isRefused { $0.footer = "CET-1\n" })
  }

  @Test func `counts that no file can hold are refused`() {
    let bytes = berlin.bytes
    for place in stride(from: 20, to: 44, by: 4) {
      for count: [UInt8] in [[0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0, 1, 0, 0]] {
        var changed = bytes
        changed.replaceSubrange(place..<place + 4, with: count)
        #expect(ZoneReader.history(changed) == nil, "the count at \(place)")
      }
    }
  }

  @Test func `no changed byte crashes the reading`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("ZoneReaderTests seed \(seed)")
    var numbers = SplitMix64(seed: seed)
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &numbers) }
    var read = 0
    for _ in 0..<5_000 {
      var bytes = berlin.bytes
      for _ in 0...next(4) { bytes[next(bytes.count)] = UInt8(next(256)) }
      guard let history = ZoneReader.history(bytes) else { continue }
      read += 1
      for seconds in [Int64(-62_135_596_800), 0, 1_711_846_800, 253_402_300_799] {
        guard let offset = history.offset(at: seconds) else { continue }
        #expect(ZoneRule.offsets.contains(offset), "seed \(seed)")
      }
    }
    #expect(0 < read && read < 5_000, "seed \(seed): \(read) were read")
  }
}
