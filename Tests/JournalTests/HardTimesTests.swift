import Foundation
import GRDB
import Testing

@testable import Journal

#if canImport(Glibc)
  import Glibc
#endif

/// Disks that are full or may not be written, and others who are writing.
@Suite struct HardTimesTests {
  /// Mounting a small file system takes root, and a machine that lets root do it.
  private static let canMount = TinyDisk.isPossible

  private let folder: JournalFolder

  init() throws { folder = try JournalFolder() }

  /// Appends until an append fails; the last number that was stored and why the next was not.
  private func fill(_ store: JournalStore) -> (last: Int64, error: JournalError?) {
    var last: Int64 = 0
    for _ in 0..<2_000 {
      do throws(JournalError) {
        let body = #"{"padding":"\#(String(repeating: "x", count: 900))"}"#
        last = try store.append([Sample.event(body: body)]).last ?? last
      } catch { return (last, error) }
    }
    return (last, nil)
  }

  @Test func `a journal that may grow no more says so, loses nothing, and goes on when it may`() throws {
    let store = try folder.open()
    let pages = try store.reading { try Int.fetchOne($0, sql: "PRAGMA max_page_count = 60") }
    try #require(pages == 60)
    let (last, error) = fill(store)
    #expect(error?.code == .diskFull)
    #expect(last > 20)
    #expect(try store.lastSeq() == last)
    #expect(try store.verify().isEmpty)
    _ = try store.reading { try Int.fetchOne($0, sql: "PRAGMA max_page_count = 600") }
    #expect(try store.append([Sample.event()]) == [last + 1])
  }

  @Test(.enabled(if: canMount, "needs root and a machine that lets it mount"))
  func
    `on a full disk an append says so, loses nothing, and works again when there is room`() throws
  {
    let disk = try TinyDisk(at: folder.path("disk"), kilobytes: 512)
    defer { disk.unmount() }
    do {
      let store = try JournalStore.open(folder.path("disk/journal.sqlite"), mode: .create)
      let (last, error) = fill(store)
      #expect(error?.code == .diskFull, "\(String(describing: error))")
      #expect(last > 5)
      #expect(try store.lastSeq() == last)
      #expect(try store.verify().isEmpty)
      try disk.remount("size=2m")
      #expect(try store.append([Sample.event()]) == [last + 1])
      #expect(try store.verify().isEmpty)
    }
    let again = try JournalStore.open(folder.path("disk/journal.sqlite"), mode: .readOnly)
    #expect(try again.lastSeq() > 5)
    try again.queue.close()
  }

  @Test(.enabled(if: canMount, "needs root and a machine that lets it mount"))
  func
    `a journal on a disk that may only be read can be read, and an append is refused before anything happens`()
    throws
  {
    let disk = try TinyDisk(at: folder.path("disk"), kilobytes: 2_048)
    defer { disk.unmount() }
    let path = folder.path("disk/journal.sqlite")
    do {
      let store = try JournalStore.open(path, mode: .create)
      try store.append([Sample.claim("K1", "A1")])
      try store.queue.close()
    }
    try disk.remount("ro")
    for mode in [JournalStore.Mode.readWrite, .create] {
      let error = #expect(throws: JournalError.self) { try JournalStore.open(path, mode: mode) }
      #expect(error?.code == .readOnly)
    }
    let reader = try JournalStore.open(path, mode: .readOnly)
    #expect(try reader.lastSeq() == 1)
    #expect(try reader.verify().isEmpty)
    let error = #expect(throws: JournalError.self) {
      try reader.acquireRunLock(holder: "one", now: "2026-03-12T09:00:00.000Z")
    }
    #expect(error?.code == .readOnly)
    try reader.queue.close()
  }

  @Test(.enabled(if: getuid() != 0, "root may write everything"))
  func
    `a file or folder without the right to write is told before anything happens`() throws
  {
    try folder.open().append([Sample.event()])
    for (place, rights) in [(folder.path(), 0o444), (folder.url.path, 0o555)] {
      try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: place)
      let error = #expect(throws: JournalError.self) { try folder.open(mode: .readWrite) }
      #expect(error?.code == .readOnly)
      #expect(try folder.open(mode: .readOnly).lastSeq() == 1)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place)
    }
  }

  @Test func `another who writes for too long is named, and nothing is stored`() throws {
    let store = try JournalStore.open(folder.path(), mode: .create, busyMilliseconds: 50)
    try store.append([Sample.event()])
    let other = try DatabaseQueue(path: folder.path())
    try other.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        let error = #expect(throws: JournalError.self) { try store.append([Sample.event()]) }
        #expect(error?.code == .busy)
        #expect(error?.message.contains("another process has been writing") == true)
        let last = try store.lastSeq()
        #expect(last == 1)
        return .rollback
      }
    }
    #expect(try store.append([Sample.event()]) == [2])
    #expect(JournalLimits.busyMilliseconds == 10_000)
  }
}

/// A file system of a few kilobytes in memory.
private struct TinyDisk {
  private let path: String

  static let isPossible: Bool = {
    guard getuid() == 0 else { return false }
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(
      "duly-disk-\(UUID().uuidString)"
    ).path
    do {
      try TinyDisk(at: place, kilobytes: 64).unmount()
      try FileManager.default.removeItem(atPath: place)
      return true
    } catch {
      return false
    }
  }()

  private struct NotMounted: Error {}

  init(at path: String, kilobytes: Int) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Self.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path)
  }

  func remount(_ options: String) throws { try Self.run("mount", "-o", "remount,\(options)", path) }

  func unmount() {
    do { try Self.run("umount", path) } catch { print("left mounted \(path): \(error)") }
  }

  private static func run(_ words: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw NotMounted() }
  }
}
