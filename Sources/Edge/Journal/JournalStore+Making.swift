import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension JournalStore {
  /// Makes a new journal from an export: the whole of it, or no file.
  ///
  /// It is made under another name and gets its own when it is complete. A journal that is there though its import
  /// failed would be taken for one in which nothing happened yet, and every reminder in it would be sent again.
  ///
  /// - Parameter nextLine: The next line of the export without its line end, nil after the last.
  /// - Returns: The number of the last event.
  /// - Throws: `notEmpty` where there is a file already, and the errors of `importLines` and `open`.
  @discardableResult
  package static func make(
    _ path: String, from nextLine: () throws(JournalError) -> [UInt8]?
  ) throws(JournalError) -> Int64 {
    guard access(path, F_OK) != 0 else { throw isThere(path) }
    let draft = "\(path).import-\(getpid())"
    defer { for ending in ["", "-wal", "-shm"] { unlink(draft + ending) } }
    let last = try fill(draft, nextLine)
    // Unlike a renaming, a second name is refused where there is a file with it by now.
    guard link(draft, path) == 0 else {
      if errno == EEXIST { throw isThere(path) }
      throw JournalError(
        .system, "the imported journal cannot be given its name `\(path)`", cause: JournalPlace.systemError())
    }
    try JournalPlace.syncFolder(of: path)
    return last
  }

  private static func fill(
    _ draft: String, _ nextLine: () throws(JournalError) -> [UInt8]?
  ) throws(JournalError) -> Int64 {
    let store = try open(draft, mode: .create)
    let last = try store.importLines(nextLine)
    try JournalError.catching(draft) {
      // The file alone has to hold everything before it gets another name.
      try store.queue.inDatabase { _ = try $0.checkpoint(.truncate) }
      try store.queue.close()
    }
    return last
  }

  private static func isThere(_ path: String) -> JournalError {
    JournalError(
      .notEmpty, "`\(path)` is there already: an import makes a new journal, so move the old one away")
  }
}
