import PolicyYAML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Mails in files: a Maildir, an mbox, a folder of `.eml` files, or one such file. They are read, and nothing is changed.
package enum MailFiles {
  /// What a path leads to.
  package enum Form: Sendable { case maildir, folder, mbox, mail }

  /// A mail of them.
  package struct Found {
    package let bytes: [UInt8]
    /// When it came in, in seconds since 1970; nil where only its own head says so.
    package let received: Int64?
  }

  /// Of a larger mail the beginning is read.
  static let mailBytes = MailReader.mostBytes

  /// What a path leads to.
  ///
  /// - Throws: Where nothing is there, in a person's words.
  package static func form(of path: String) throws(LabelledFolder.FolderError) -> Form {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw .init(message: "`\(path)` cannot be read (\(String(cString: strerror(errno))))")
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      let isMaildir = access("\(path)/new", F_OK) == 0 && access("\(path)/cur", F_OK) == 0
      return isMaildir ? .maildir : .folder
    }
    let bytes = try LabelledFolder.beginning(of: path, 5)
    return bytes == Array("From ".utf8) ? .mbox : .mail
  }

  /// Gives the mails of a path one by one, the oldest first where the files tell.
  ///
  /// - Parameter since: Leaves out files of a Maildir that came in before that instant; nil for none.
  package static func forEach(
    _ path: String, since: Int64? = nil, _ body: (Found) throws -> Void
  ) throws {
    switch try form(of: path) {
    case .mail: try body(Found(bytes: try LabelledFolder.beginning(of: path, mailBytes), received: nil))
    case .folder:
      for name in RuleFolder.names(path, ending: ".eml") {
        let bytes = try LabelledFolder.beginning(of: "\(path)/\(name)", mailBytes)
        try body(Found(bytes: bytes, received: nil))
      }
    case .maildir:
      for file in maildir(path) where since.map({ file.received >= $0 }) ?? true {
        let bytes = try LabelledFolder.beginning(of: file.path, mailBytes)
        try body(Found(bytes: bytes, received: file.received))
      }
    case .mbox: try MboxFile(path).forEach { try body(Found(bytes: $0, received: nil)) }
    }
  }

  /// The files of `new` and `cur`, in the order in which they came in.
  private static func maildir(_ path: String) -> [(path: String, received: Int64)] {
    var files: [(path: String, received: Int64)] = []
    for folder in ["new", "cur"] {
      for name in RuleFolder.names("\(path)/\(folder)", ending: "") {
        let file = "\(path)/\(folder)/\(name)"
        var status = stat()
        guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
        // A delivery names its file after its second.
        let named = name.split(separator: ".").first.flatMap { Int64($0) }
        files.append((file, named ?? Int64(status.st_mtim.tv_sec)))
      }
    }
    return files.sorted { ($0.received, $0.path) < ($1.received, $1.path) }
  }
}

/// A file in which mails stand one after the other, each behind a line that begins with `From `.
/// Source: RFC 4155.
struct MboxFile {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Gives the mails one by one; memory does not grow with the file.
  func forEach(_ body: ([UInt8]) throws -> Void) throws {
    guard let file = fopen(path, "re") else {
      throw LabelledFolder.FolderError(
        message: "`\(path)` cannot be read (\(String(cString: strerror(errno))))")
    }
    defer { fclose(file) }
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    var splitter = MboxSplitter()
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { break }
      for mail in splitter.add(piece[..<count]) { try body(mail) }
    }
    if let last = splitter.finish() { try body(last) }
  }
}

/// Splits the bytes of an mbox into mails as they come.
struct MboxSplitter {
  private var mail: [UInt8] = []
  private var line: [UInt8] = []
  private var isBehindEmptyLine = true
  private var hasBegun = false

  /// The mails that are whole now.
  mutating func add(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
    var whole: [[UInt8]] = []
    var rest = bytes
    while let end = rest.firstIndex(of: 10) {
      keep(rest[...end])
      if let mail = endLine() { whole.append(mail) }
      rest = rest[(end + 1)...]
    }
    keep(rest)
    return whole
  }

  /// The last mail; nil where there is none.
  mutating func finish() -> [UInt8]? {
    let last = endLine()
    return last ?? (mail.isEmpty ? nil : mail)
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    line += bytes.prefix(max(0, MailFiles.mailBytes - line.count))
  }

  private mutating func endLine() -> [UInt8]? {
    defer { line.removeAll(keepingCapacity: true) }
    let isMark = isBehindEmptyLine && line.starts(with: Array("From ".utf8))
    isBehindEmptyLine = line == [10] || line == [13, 10]
    if isMark {
      defer { mail = [] }
      let isFirst = !hasBegun
      hasBegun = true
      return isFirst && mail.isEmpty ? nil : mail
    }
    mail += line.prefix(max(0, MailFiles.mailBytes - mail.count))
    return nil
  }
}

extension LabelledFolder {
  /// The first bytes of a file, as many as it has.
  static func beginning(of path: String, _ count: Int) throws(FolderError) -> [UInt8] {
    guard let file = fopen(path, "re") else {
      throw FolderError(message: "`\(path)` cannot be read (\(String(cString: strerror(errno))))")
    }
    defer { fclose(file) }
    var status = stat()
    // A pipe that nobody writes to would wait for ever.
    guard fstat(fileno(file), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw FolderError(message: "`\(path)` is no file")
    }
    var bytes = [UInt8](repeating: 0, count: min(count, max(0, Int(status.st_size))))
    let read = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(read))
  }
}
