import CEL
import Foundation
import Testing

@testable import TimeZones

@Suite struct SystemTimeZonesTests {
  private static var isInstalled: Bool {
    FileManager.default.fileExists(atPath: SystemTimeZones.defaultFolder + "/Europe/Paris")
  }

  /// Runs a test in a folder of its own, which is gone afterwards.
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zones-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func write(_ bytes: [UInt8], _ name: String, in folder: URL) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  @Test(.enabled(if: isInstalled, "the package tzdata is not installed"))
  func `the zones are as Python reads them`() {
    let zones = SystemTimeZones()
    let rows = ZoneGoldens.rows
    #expect(rows.count == 205)
    for row in rows {
      #expect(zones.offset(of: row.zone, at: row.seconds) == row.offset, "\(row.zone) at \(row.seconds)")
    }
  }

  @Test(.enabled(if: isInstalled, "the package tzdata is not installed"))
  func `rules go on after the last change of a file`() throws {
    let zones = SystemTimeZones()
    let summer = try Timestamp("2500-07-01T00:00:00Z").seconds
    let winter = try Timestamp("2500-01-01T00:00:00Z").seconds
    #expect(zones.offset(of: "Europe/Paris", at: summer) == 7_200)
    #expect(zones.offset(of: "Europe/Paris", at: winter) == 3_600)
    #expect(zones.offset(of: "Asia/Tokyo", at: summer) == 32_400)
    #expect(zones.offset(of: "Etc/GMT+5", at: summer) == -18_000)
  }

  @Test func `a zone is read once`() throws {
    try inFolder { folder in
      try write(ZoneFileFixture(offsets: [3_600]).bytes, "Here/There", in: folder)
      let zones = SystemTimeZones(folder: folder.path)
      #expect(zones.offset(of: "Here/There", at: 0) == 3_600)
      #expect(zones.offset(of: "Here/Later", at: 0) == nil)
      try write(ZoneFileFixture(offsets: [7_200]).bytes, "Here/There", in: folder)
      try write(ZoneFileFixture(offsets: [7_200]).bytes, "Here/Later", in: folder)
      #expect(zones.offset(of: "Here/There", at: 0) == 3_600)
      #expect(zones.offset(of: "Here/Later", at: 0) == nil)
      #expect(SystemTimeZones(folder: folder.path).offset(of: "Here/There", at: 0) == 7_200)
    }
  }

  @Test(arguments: [
    "../Outside", "Inside/../../Outside", "/Inside", "Inside/", "Inside//Zone", "Inside/./Zone", "Inside\0",
    "Inside\\Zone", "inside", "posix/Inside", "", ".", "..", "Inside/..", "Inside/-x", "Insíde", "In side",
    "Inside\n",
    "Inside.tab", "Inside?", String(repeating: "I", count: 65),
  ])
  func `no other text names a zone`(name: String) throws {
    #expect(!SystemTimeZones.isName(name))
    try inFolder { folder in
      let bytes = ZoneFileFixture().bytes
      try write(bytes, "Outside", in: folder)
      try write(bytes, "zones/Inside", in: folder)
      try write(bytes, "zones/inside", in: folder)
      let zones = SystemTimeZones(folder: folder.appending(path: "zones").path)
      #expect(zones.offset(of: "Inside", at: 0) == 0)
      #expect(zones.offset(of: name, at: 0) == nil)
    }
  }

  @Test(arguments: [
    "Europe/Paris", "CET", "US/Central", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "Etc/GMT-14", "W-SU",
    "GB",
    "America/Port-au-Prince", "EST5EDT", "GMT0", "NZ-CHAT",
  ])
  func `the names of the database are names`(name: String) {
    #expect(SystemTimeZones.isName(name))
  }

  @Test func `what is no sound file is no zone`() throws {
    try inFolder { folder in
      let sound = ZoneFileFixture().bytes
      try write(sound, "Sound", in: folder)
      try write(sound + [UInt8](repeating: 0, count: ZoneFile.limit), "Large", in: folder)
      try write([], "Empty", in: folder)
      try write(Array("TZif of no use".utf8), "Words", in: folder)
      try write(sound, "Folder/Zone", in: folder)
      #expect(mkfifo(folder.appending(path: "Pipe").path, 0o600) == 0)
      let zones = SystemTimeZones(folder: folder.path)
      #expect(zones.offset(of: "Sound", at: 0) == 0)
      for name in ["Large", "Empty", "Words", "Folder", "Pipe", "Missing"] {
        #expect(zones.offset(of: name, at: 0) == nil, "\(name)")
      }
    }
  }

  @Test func `a folder that is not there has no zones`() {
    #expect(SystemTimeZones(folder: "/nowhere/at/all").offset(of: "Europe/Paris", at: 0) == nil)
  }

  @Test func `more names than any database has are answered too`() throws {
    try inFolder { folder in
      let zones = SystemTimeZones(folder: folder.path)
      for number in 0..<2_100 { #expect(zones.offset(of: "Zone\(number)", at: 0) == nil) }
      try write(ZoneFileFixture(offsets: [60]).bytes, "Late", in: folder)
      #expect(zones.offset(of: "Late", at: 0) == 60)
    }
  }
}
