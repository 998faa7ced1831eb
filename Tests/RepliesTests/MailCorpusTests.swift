import Foundation
import MailProbe
import TestSupport
import Testing

/// The seeds of the fuzzing, each asked what is promised of every mail, and with bytes changed, left out and doubled.
@Suite struct MailCorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fuzzing/Corpus/Mail")

  private func seeds() throws -> [(name: String, bytes: [UInt8])] {
    try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }.map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
  }

  @Test func `every seed keeps what is promised of every mail`() throws {
    let seeds = try seeds()
    #expect(seeds.count > 20)
    for seed in seeds { #expect(MailProbe.brokenPromises(for: seed.bytes) == [], "\(seed.name)") }
  }

  /// The fuzzer ends before it has begun where a line of its words is not of ASCII between quotation marks.
  @Test(arguments: ["cel", "mail"])
  func `the words of the fuzzing are written as the fuzzer reads them`(target: String) throws {
    let path = Self.folder.deletingLastPathComponent().appendingPathComponent("\(target).dict")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").filter {
      !$0.hasPrefix("#")
    }
    #expect(lines.count > 20)
    for line in lines {
      #expect(line.utf8.allSatisfy { (32..<127).contains($0) }, "\(line)")
      #expect(line.hasSuffix("\"") && line.contains("\""), "\(line)")
    }
  }

  @Test func `seeds that were damaged keep it too`() throws {
    var random = SplitMix64(seed: 8)
    for seed in try seeds() {
      for _ in 0..<6 {
        var bytes = seed.bytes
        for _ in 0..<4 where !bytes.isEmpty {
          let place = Int(random.next() % UInt64(bytes.count))
          switch random.next() % 3 {
          case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
          case 1: bytes.removeSubrange(place..<min(place + 7, bytes.count))
          default: bytes.insert(contentsOf: bytes[place..<min(place + 40, bytes.count)], at: place)
          }
        }
        #expect(MailProbe.brokenPromises(for: bytes) == [], "\(seed.name), seed 8")
      }
    }
  }
}
