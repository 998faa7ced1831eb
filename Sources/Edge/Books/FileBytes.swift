#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of the books, read whole and at once into memory of our own.
///
/// It is not mapped: a file that shrinks while it is read through a map kills the process.
enum FileBytes {
  /// The bytes of the file.
  ///
  /// - Returns: Nil where there is no such file.
  /// - Throws: `BooksError` for a folder, a device, a file that may not be read and one beyond the limit.
  static func read(
    _ path: String, shownAs name: String, limit: Int = BooksLimits.fileBytes
  ) throws(BooksError) -> [UInt8]? {
    // Without O_NONBLOCK the opening of a pipe that nobody writes to would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 {
      if errno == ENOENT { return nil }
      throw unreadable(name)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(name) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw BooksError("\(name) is not a regular file: put the file itself in its place")
    }
    let size = Int(status.st_size)
    guard size <= limit else {
      throw BooksError(
        "\(name) has \(size) bytes, more than the \(limit) that are read: leave out what is old")
    }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let part = readDescriptor(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if part > 0 {
          count += part
        } else if part == 0 {
          break
        } else if errno != EINTR {
          failed = true
          break
        }
      }
    }
    if failed { throw unreadable(name) }
    return bytes
  }

  /// The place of the first byte that is zero, or nil.
  static func firstNUL(_ bytes: Span<UInt8>) -> Int? {
    bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, let found = memchr(base, 0, all.count) else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether a byte is in a part of the file.
  static func contains(_ byte: UInt8, _ bytes: Span<UInt8>, in part: Range<Int>) -> Bool {
    bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, !part.isEmpty else { return false }
      return memchr(base + part.lowerBound, Int32(byte), part.count) != nil
    }
  }

  /// The place behind the first line feed of a part, or its end.
  static func lineEnd(_ bytes: Span<UInt8>, in part: Range<Int>) -> Int {
    bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, !part.isEmpty,
        let found = memchr(base + part.lowerBound, 10, part.count)
      else { return part.upperBound }
      return UnsafeRawPointer(found) - base + 1
    }
  }

  /// How many lines end in a part: at a line feed, a carriage return, or both together.
  static func lineCount(_ bytes: Span<UInt8>, in part: Range<Int>) -> Int {
    let hasReturns = contains(13, bytes, in: part)
    return bytes.withUnsafeBytes { all in
      var count = 0
      guard hasReturns else {
        for byte in all[part] { count &+= byte == 10 ? 1 : 0 }
        return count
      }
      var last: UInt8 = 0
      for byte in all[part] {
        if byte == 10 ? last != 13 : byte == 13 { count += 1 }
        last = byte
      }
      return count
    }
  }

  private static func unreadable(_ name: String) -> BooksError {
    let cause = String(cString: strerror(errno))
    return BooksError("\(name) cannot be read (\(cause)): check that it is there and may be read")
  }
}

/// `read(2)` under a name that the members of `FileBytes` do not hide.
private func readDescriptor(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
