#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A lock on a file beside the journal: while one process has it, no other begins a run.
///
/// The system gives it back when the process ends, however it ends; what stands in the file is only for the message.
struct RunLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock, or says who has it.
  ///
  /// - Throws: `runLockHeld`, `readOnly`, `system`.
  init(journal: String, holder: String, now: String) throws(JournalError) {
    // The file stays when the lock is given back: removing it would let two processes lock two files of one name.
    descriptor = open(journal + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw JournalError.readOnly(journal, cause: JournalPlace.systemError()) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let refusal = errno
      let line = Self.firstLine(of: descriptor)
      close(descriptor)
      guard refusal == EWOULDBLOCK else {
        throw JournalError(
          .system, "the run lock of the journal `\(journal)` cannot be taken",
          cause: String(cString: strerror(refusal)))
      }
      throw JournalError(
        .runLockHeld,
        "another run has the journal `\(journal)`\(line.isEmpty ? "" : ": \(line)"); it is let go when that run ends"
      )
    }
    let text = Array("\(holder), since \(now)\n".utf8)
    // A full disk costs the message, not the lock.
    if ftruncate(descriptor, 0) == 0 { pwrite(descriptor, text, text.count, 0) }
  }

  /// Gives the lock back.
  func release() {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  private static func firstLine(of descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let line = bytes[..<max(0, count)].prefix { $0 >= 0x20 }
    return String(decoding: line, as: UTF8.self)
  }
}
