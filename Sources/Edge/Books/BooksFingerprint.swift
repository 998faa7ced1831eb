#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What can be seen of a folder of books without reading it: which files there are, how large, and when they were changed.
///
/// Two that are equal are of the same books, unless a file was rewritten with the same length within the grain of the file
/// system's clock: so one that was taken too soon after a change `isUncertain`.
package struct BooksFingerprint: Hashable, Sendable {
  private struct File: Hashable {
    let name: String
    let device: UInt64
    let node: UInt64
    let size: Int64
    let changed: Int64
  }

  private let files: [File]
  /// When the newest file was changed, in nanoseconds since 1970 (UTC); nil for a folder without any.
  package let newest: Int64?
  /// True where a file was changed so shortly before that another change could look the same.
  package let isUncertain: Bool

  /// All files that books can have.
  package static let fileNames = [
    "customers.csv", "invoices.csv", "payments.csv", "contacts.csv", "instalments.csv", "books.yaml",
  ]

  /// Coarser than any file system's clock in use.
  private static let grain: Int64 = 2_000_000_000

  /// Looks at a folder.
  ///
  /// - Complexity: One `stat` a file that books can have.
  package init(folder: String) {
    var files: [File] = []
    for name in Self.fileNames {
      var status = stat()
      guard stat("\(folder)/\(name)", &status) == 0 else { continue }
      let changed = max(Self.nanoseconds(status.st_mtim), Self.nanoseconds(status.st_ctim))
      files.append(
        File(
          name: name, device: UInt64(status.st_dev), node: UInt64(status.st_ino), size: Int64(status.st_size),
          changed: changed))
    }
    self.files = files
    newest = files.map(\.changed).max()
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    isUncertain = newest.map { Self.nanoseconds(now) - $0 < Self.grain } ?? false
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
