import Glibc

/// Replaces a file as a whole: whoever reads it meanwhile sees the old one or the new one.
enum FileWriting {
  /// Writes a file beside it and lets that take its name and its rights.
  ///
  /// - Throws: `Failure` where it cannot be written; the old file is as it was.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    // Through a symbolic link the file itself is replaced, not the link.
    let real = realpath(path, nil)
    defer { free(real) }
    let target = real.map { String(cString: $0) } ?? path
    let beside = target + ".new-\(getpid())"
    var status = stat()
    let mode = stat(target, &status) == 0 ? status.st_mode & 0o777 : 0o644
    let file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw failure(path) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let failure = failure(path)
        close(file)
        unlink(beside)
        throw failure
      }
      rest = rest.dropFirst(count)
    }
    guard fchmod(file, mode) == 0, fsync(file) == 0, close(file) == 0, rename(beside, target) == 0 else {
      let failure = failure(path)
      unlink(beside)
      throw failure
    }
  }

  private static func failure(_ path: String) -> Failure {
    Failure("`\(path)` cannot be written: \(String(cString: strerror(errno))); it is as it was")
  }
}
