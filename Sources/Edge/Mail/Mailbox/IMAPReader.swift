/// Takes a server's answers off a connection one by one: lines of bounded length, and literals by their length.
struct IMAPReader {
  /// The next bytes, as many as are there; none where the connection has ended.
  private let receive: () throws(MailError) -> [UInt8]
  private var buffer: [UInt8] = []
  private var place = 0
  /// How many bytes the server may still send in answer to the command.
  private var budget = 0

  init(_ receive: @escaping () throws(MailError) -> [UInt8]) { self.receive = receive }

  /// Begins a command that so many bytes may answer.
  mutating func allow(_ bytes: Int) { budget = bytes }

  /// The next answer.
  ///
  /// - Parameter literalLimit: The most bytes of all its literals together.
  mutating func next(literalLimit: Int) throws(MailError) -> IMAPAnswer {
    var text: [UInt8] = []
    var literals: [[UInt8]] = []
    var literalBytes = 0
    while true {
      var line = try line(atMost: MailboxLimits.answerBytes - text.count)
      if line.contains(0) { throw Self.nonsense }
      guard let length = Self.literalLength(&line) else {
        return IMAPAnswer(text: text + line, literals: literals)
      }
      literalBytes += length
      guard literalBytes <= literalLimit, literals.count < MailboxLimits.literals else {
        throw MailError(.mailbox, "the mailbox's server sends more than was asked for")
      }
      text += line + [0]
      literals.append(try bytes(length))
    }
  }

  static let nonsense = MailError(.mailbox, "the mailbox's server does not speak IMAP")

  /// The length that stands at a line's end as `{12}`, which is taken off.
  private static func literalLength(_ line: inout [UInt8]) -> Int? {
    guard line.last == UInt8(ascii: "}"), let open = line.lastIndex(of: UInt8(ascii: "{")) else { return nil }
    let digits = line[(open + 1)..<(line.count - 1)]
    guard (1...10).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    line.removeSubrange(open...)
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private mutating func line(atMost limit: Int) throws(MailError) -> [UInt8] {
    var line: [UInt8] = []
    while true {
      if place == buffer.count { try refill() }
      if let end = buffer[place...].firstIndex(of: 10) {
        line += buffer[place..<end]
        place = end + 1
        if line.last == 13 { line.removeLast() }
        return line
      }
      line += buffer[place...]
      place = buffer.count
      guard line.count <= limit else {
        throw MailError(.mailbox, "the mailbox's server sends a line without an end")
      }
    }
  }

  private mutating func bytes(_ count: Int) throws(MailError) -> [UInt8] {
    var bytes: [UInt8] = []
    // Grows with what comes, not with what is announced.
    bytes.reserveCapacity(min(count, 64 << 10))
    while bytes.count < count {
      if place == buffer.count { try refill() }
      let part = buffer[place...].prefix(count - bytes.count)
      bytes += part
      place += part.count
    }
    return bytes
  }

  private mutating func refill() throws(MailError) {
    buffer = try receive()
    place = 0
    guard !buffer.isEmpty else {
      throw MailError(.mailbox, "the connection to the mailbox's server broke off")
    }
    budget -= buffer.count
    guard budget >= 0 else {
      throw MailError(.mailbox, "the mailbox's server sends more than was asked for")
    }
  }
}
