#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a file or a pipe with a limit on its bytes and on the time.
enum BoundedReading {
  /// All that can be read.
  ///
  /// - Returns: Nil where it is more than the limit, where it takes longer than until the deadline, and for an error.
  static func read(_ descriptor: Int32, until deadline: ContinuousClock.Instant?, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: limit + 1)
    while bytes.count <= limit {
      if let deadline {
        let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
        var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard left > 0, poll(&ready, 1, Int32(left.rounded(.up))) != 0 else { return nil }
      }
      let count = part.withUnsafeMutableBytes { readDescriptor(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += part[..<count]
    }
    return nil
  }
}

/// `read(2)` under a name that the members of `BoundedReading` do not hide.
private func readDescriptor(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
