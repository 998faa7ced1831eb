import Foundation
import Testing

@testable import Journal

@Suite struct RunLockTests {
  private let folder: JournalFolder
  private let now = "2026-03-12T09:00:00.000Z"

  init() throws { folder = try JournalFolder() }

  @Test func `one run at a time, and the next one may begin when it is given back`() throws {
    let (one, other) = (try folder.open(), try folder.open())
    try one.acquireRunLock(holder: "one", now: now)
    for store in [one, other] {
      let error = #expect(throws: JournalError.self) { try store.acquireRunLock(holder: "other", now: now) }
      #expect(error?.code == .runLockHeld)
      #expect(error?.message.contains("one, since \(now)") == true)
    }
    one.releaseRunLock()
    one.releaseRunLock()
    try other.acquireRunLock(holder: "other", now: now)
  }

  @Test func `a journal that is gone holds no lock, and another journal has its own`() throws {
    try folder.open().acquireRunLock(holder: "gone", now: now)
    let store = try folder.open()
    try store.acquireRunLock(holder: "here", now: now)
    try folder.open("other.sqlite").acquireRunLock(holder: "there", now: now)
  }

  @Test func `a journal under another name has the same lock`() throws {
    let store = try folder.open()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.sqlite"), withDestinationPath: folder.path())
    let linked = try folder.open("link.sqlite")
    try store.acquireRunLock(holder: "one", now: now)
    #expect(throws: JournalError.self) { try linked.acquireRunLock(holder: "other", now: now) }
  }

  @Test func `a run that holds the lock keeps nobody from reading or appending`() throws {
    let (one, other) = (try folder.open(), try folder.open())
    try one.acquireRunLock(holder: "one", now: now)
    #expect(try other.append([Sample.event()]) == [1])
    #expect(try one.lastSeq() == 1)
  }
}
