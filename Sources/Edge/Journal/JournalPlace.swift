#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a journal is: what can be said of the file before SQLite opens it.
struct JournalPlace {
  /// The path with symbolic links followed, so that two names of one journal have one run lock.
  let path: String
  /// True where nothing can write the file: its file system is read-only, and no writer was cut off there.
  private let isImmutable: Bool

  /// Looks at the file.
  ///
  /// - Throws: `notFound`, `notReadable`, `notAJournal`, `readOnly`.
  init(_ path: String, mode: JournalStore.Mode) throws(JournalError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw JournalError(.notFound, "the journal has no name")
    }
    var status = stat()
    let isThere = stat(path, &status) == 0
    if !isThere {
      guard errno == ENOENT else { throw JournalError.unreadable(path, cause: Self.systemError()) }
      guard mode == .create else {
        throw JournalError(
          .notFound, "there is no journal `\(path)`: check the path, or let `duly execute` begin one")
      }
    }
    if isThere, status.st_mode & S_IFMT != S_IFREG { throw JournalError.notAJournal(path) }
    let folder = Self.folder(of: path)
    if mode != .readOnly, access(isThere ? path : folder, W_OK) != 0 || access(folder, W_OK) != 0 {
      let cause = Self.systemError()
      if errno == ENOENT {
        throw JournalError(.notFound, "the folder of the journal `\(path)` is not there: make it")
      }
      throw JournalError.readOnly(path, cause: cause)
    }
    if isThere, access(path, R_OK) != 0 { throw JournalError.unreadable(path, cause: Self.systemError()) }
    self.path = isThere ? Self.real(path) : Self.real(folder) + "/" + Self.name(of: path)
    isImmutable = mode == .readOnly && Self.isOnReadOnlyDisk(self.path) && Self.isEmpty(self.path + "-wal")
  }

  /// What SQLite is given: the path, or an address that says that no file need be made beside it.
  ///
  /// A reader of a journal in WAL mode writes to a file of locks, which a read-only disk does not allow.
  var address: String {
    guard isImmutable else { return path }
    let escaped = path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
    return "file:\(escaped)?immutable=1"
  }

  /// True for a file that is not there, or has no byte: a reader leaves one behind.
  private static func isEmpty(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_size == 0
  }

  private static func isOnReadOnlyDisk(_ path: String) -> Bool {
    var disk = statvfs()
    return statvfs(path, &disk) == 0 && disk.f_flag & UInt(ST_RDONLY) != 0
  }

  /// What the system says of the last call that failed.
  static func systemError() -> String { String(cString: strerror(errno)) }

  /// Makes sure that a new name in a folder is on the disk.
  static func syncFolder(of path: String) throws(JournalError) {
    let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw JournalError(.system, "the folder of `\(path)` cannot be opened", cause: systemError())
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw JournalError(
        .system, "the folder of `\(path)` cannot be written to the disk", cause: systemError())
    }
  }

  private static func real(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
