#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads whole regular files, bounded, without ever waiting for one.
package enum FileReading {
  /// The bytes of a regular file.
  ///
  /// - Parameters:
  ///   - path: A path as the system takes it; a path with a NUL in it is no file.
  ///   - limit: The most bytes that are read.
  /// - Throws: For a missing or unreadable file, a folder, a pipe or a device, and for a file over the limit.
  package static func read(_ path: String, limit: Int) throws(SourceError) -> [UInt8] {
    guard !path.utf8.contains(0), !path.isEmpty else { throw error(.notFound, path, "does not exist") }
    // Without O_NONBLOCK, opening a pipe would wait for its writer.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw openError(errno, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw openError(errno, path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw error(.notAFile, path, "is a folder; name a file in it")
    default: throw error(.notAFile, path, "is no regular file; copy what it gives into a file")
    }
    guard Int(status.st_size) <= limit else { throw tooLarge(path, limit) }
    return try readAll(descriptor, path, size: Int(status.st_size), limit: limit)
  }

  /// All of standard input, for the path `-`.
  package static func readStandardInput(limit: Int) throws(SourceError) -> [UInt8] {
    try readAll(STDIN_FILENO, "-", size: 0, limit: limit)
  }

  private static func readAll(
    _ descriptor: Int32, _ path: String, size: Int, limit: Int
  ) throws(SourceError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    var chunk = [UInt8](repeating: 0, count: max(4_096, min(size + 1, 1 << 16)))
    while true {
      let count = chunk.withUnsafeMutableBytes { buffer in
        readDescriptor(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw openError(errno, path) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      // A file may grow while it is read, so its size alone is no bound.
      guard bytes.count <= limit else { throw tooLarge(path, limit) }
    }
  }

  private static func openError(_ number: Int32, _ path: String) -> SourceError {
    switch number {
    case ENOENT, ENOTDIR: error(.notFound, path, "does not exist")
    case EACCES, EPERM: error(.notReadable, path, "may not be read; give yourself the right to read it")
    case ENAMETOOLONG: error(.notFound, path, "has too long a name to exist")
    case ELOOP: error(.notReadable, path, "is a symbolic link that leads to itself")
    default: error(.notReadable, path, "cannot be read: \(String(cString: strerror(number)))")
    }
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> SourceError {
    error(.tooLarge, path, "has more than \(limit >> 20) MiB; split it with `include:`")
  }

  private static func error(_ code: SourceError.Code, _ path: String, _ what: String) -> SourceError {
    SourceError(code: code, path: path, message: "`\(path)` \(what)")
  }
}

/// `read(2)` under a name that the members of `FileReading` do not hide.
private func readDescriptor(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
