#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder into which letters on paper are put, one file each, until somebody prints them.
///
/// A file is there whole or not at all, and never replaced: its name is the key by which the letter is known.
package struct LetterOutbox: Sendable {
  private let folder: String

  /// The most bytes of a file's name.
  static let nameBytes = 200

  /// An outbox; its folder is made when the first letter is put there.
  package init(folder: String) { self.folder = folder }

  /// Puts a letter into the folder.
  ///
  /// - Parameter key: The key of the letter's claim; the same key with the same page is put there once.
  /// - Returns: The path of the file.
  /// - Throws: `MailError` where another page has this key, or the disk does not take it; then nothing is there.
  package func put(_ letter: PaperLetter, key: String) throws(MailError) -> String {
    guard !letter.recipient.isEmpty else {
      throw MailError(.outbox, "the letter has no postal address: fill `postal_address` in the books")
    }
    let path = folder + "/" + (try Self.name(of: key))
    let page = Array(letter.page().utf8)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure("cannot be made") }
    let draft = "\(folder)/.draft-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    defer { unlink(draft) }
    guard write(page, to: draft) else { throw failure("does not take the letter") }
    // A link is made only where nothing has that name, whoever else is at it.
    guard link(draft, path) == 0 else {
      guard errno == EEXIST else { throw failure("does not take the letter") }
      guard holds(page, path) else {
        throw MailError(.outbox, "the outbox holds another letter of the same key, which was left as it is")
      }
      return path
    }
    guard synchronise() else { throw failure("does not keep the letter") }
    return path
  }

  /// The key with everything but letters, digits, `-`, `_` and inner dots as `%XX`, so that no two keys share a name.
  static func name(of key: String) throws(MailError) -> String {
    var name = ""
    for byte in key.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ".") where !name.isEmpty: name += "."
      default:
        name +=
          "%" + String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
      }
    }
    guard !name.isEmpty, name.utf8.count <= nameBytes else {
      throw MailError(
        .outbox, "the key of the letter is empty or makes a file's name of more than \(nameBytes) bytes")
    }
    return name + ".html"
  }

  private func failure(_ what: String) -> MailError {
    MailError(.outbox, "the outbox `\(folder)` \(what) (\(String(cString: strerror(errno))))")
  }

  /// Writes a new file and waits until it is on the disk. Only its owner may read it: it is somebody's debts.
  private func write(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        writeDescriptor(descriptor, buffer.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        break
      }
    }
    let isWritten = start == bytes.count && fsync(descriptor) == 0
    let cause = errno
    let isClosed = close(descriptor) == 0
    if !isWritten { errno = cause }
    return isWritten && isClosed
  }

  private func holds(_ page: [UInt8], _ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return BoundedReading.read(descriptor, until: nil, limit: page.count) == page
  }

  /// Waits until the folder's new entry is on the disk too.
  private func synchronise() -> Bool {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }
}

/// `write(2)` under a name that the members of `LetterOutbox` do not hide.
private func writeDescriptor(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
