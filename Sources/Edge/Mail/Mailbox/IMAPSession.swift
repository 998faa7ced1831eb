/// A mailbox that is open to be read, and to nothing else: `EXAMINE` and `BODY.PEEK[]` change no mail and no flag of one.
///
/// Every call waits for the server, so it is made off the pool of tasks; `MailboxLine` sees to that.
/// Source: RFC 3501.
final class IMAPSession {
  private let server: MailboxServer
  private let connection: CurlConnection
  private var reader: IMAPReader
  private var commands = 0
  private(set) var stand = MailboxStand(validity: 0, last: nil)

  /// Connects, gives user and password, and opens the folder to be read.
  ///
  /// - Throws: `MailError` in one sentence, without the password.
  init(_ server: MailboxServer) throws(MailError) {
    self.server = server
    let connection = try CurlConnection(server)
    self.connection = connection
    reader = IMAPReader { () throws(MailError) in try connection.receive() }
    try logIn()
    try examine()
  }

  deinit { sayFarewell() }

  /// The mails with a number from `first` on, in order; at most `MailboxLimits.listedMails`.
  ///
  /// - Parameter since: Leaves out what came in before the day of that instant, in seconds since 1970; nil for nothing.
  func list(from first: UInt32, since: Int64?) throws(MailError) -> [MailboxEntry] {
    var first = first
    if let since {
      guard let found = try lowestNumber(from: first, since) else { return [] }
      first = found
    }
    var entries: [MailboxEntry] = []
    try command("UID FETCH \(first):* (UID RFC822.SIZE)", literalLimit: 0) { answer in
      guard let item = IMAPFetchItem(answer), let number = item.number, let size = item.size else { return }
      // A server answers `9:*` with its last mail, whatever its number is.
      if number >= first { entries.append(MailboxEntry(number: number, size: max(0, size))) }
    }
    return Array(entries.sorted { $0.number < $1.number }.prefix(MailboxLimits.listedMails))
  }

  private func lowestNumber(from first: UInt32, _ since: Int64) throws(MailError) -> UInt32? {
    var lowest: UInt32?
    try command("UID SEARCH UID \(first):* SINCE \(MailTimestamp.day(of: since))", literalLimit: 0) {
      guard $0.begins(with: "* SEARCH") else { return }
      for word in $0.text.split(separator: 32).dropFirst(2) {
        guard let number = UInt32(String(decoding: word, as: UTF8.self)), number >= first else { continue }
        lowest = min(number, lowest ?? number)
      }
    }
    return lowest
  }

  /// Fetches mails: those of one batch. What was deleted meanwhile is left out.
  ///
  /// - Parameter entries: At most `MailboxLimits.batchMails`; in order of number.
  func fetch(_ entries: [MailboxEntry]) throws(MailError) -> [FetchedMail] {
    var found: [UInt32: FetchedMail] = [:]
    let small = entries.filter { $0.size <= MailboxLimits.mailBytes }
    if !small.isEmpty { try fetch(small, "BODY.PEEK[]", &found) }
    for entry in entries where entry.size > MailboxLimits.mailBytes {
      try fetch([entry], "BODY.PEEK[]<0.\(MailboxLimits.mailBytes)>", &found)
    }
    let missing = entries.filter { found[$0.number] == nil }
    if !missing.isEmpty {
      // Deleted meanwhile, or kept back: what is still there has to be given.
      var isThere = false
      try command("UID FETCH \(Self.numbers(missing)) (UID)", literalLimit: 0) { answer in
        if let number = IMAPFetchItem(answer)?.number, missing.contains(where: { $0.number == number }) {
          isThere = true
        }
      }
      if isThere { throw MailError(.mailbox, "the mailbox's server does not give a mail that it has") }
    }
    return entries.compactMap { found[$0.number] }
  }

  private func fetch(
    _ entries: [MailboxEntry], _ what: String, _ found: inout [UInt32: FetchedMail]
  ) throws(MailError) {
    var mails: [UInt32: FetchedMail] = [:]
    let asked = Set(entries.map(\.number))
    // Servers may tell sizes that are a little wrong.
    let bytes = entries.reduce(0) { $0 + min($1.size, MailboxLimits.mailBytes) + 4096 }
    try command(
      "UID FETCH \(Self.numbers(entries)) (UID INTERNALDATE \(what))",
      literalLimit: MailboxLimits.mailBytes + 4096, budget: bytes * 2 + MailboxLimits.answerBytes
    ) { answer in
      guard let item = IMAPFetchItem(answer), let number = item.number, asked.contains(number),
        let body = item.body
      else { return }
      mails[number] = FetchedMail(
        number: number, received: item.received, bytes: Array(body.prefix(MailboxLimits.mailBytes)))
    }
    found.merge(mails) { first, _ in first }
  }

  private static func numbers(_ entries: [MailboxEntry]) -> String {
    entries.map { "\($0.number)" }.joined(separator: ",")
  }
}

// The talk.
extension IMAPSession {
  private func logIn() throws(MailError) {
    var capabilities: Set<String> = []
    try command("CAPABILITY", literalLimit: 0) { answer in
      guard answer.begins(with: "* CAPABILITY") else { return }
      capabilities = Set(
        String(decoding: answer.text, as: UTF8.self).uppercased().split(separator: " ").map(String.init))
    }
    let (user, password) = (server.user, server.password.text)
    let isPlain = (user + password).unicodeScalars.allSatisfy { (32...126).contains($0.value) }
    do throws(MailError) {
      if capabilities.contains("AUTH=PLAIN") || !isPlain {
        let secret = Base64.encoded([0] + Array(user.utf8) + [0] + Array(password.utf8))
        try command("AUTHENTICATE PLAIN", literalLimit: 0, continuation: secret) { _ in }
      } else {
        try command("LOGIN \(Self.quoted(user)) \(Self.quoted(password))", literalLimit: 0) { _ in }
      }
    } catch {
      guard error.code == .mailboxRefuses else { throw error }
      throw MailError(.mailbox, "the mailbox's server did not accept the user and password: \(error.message)")
    }
  }

  private func examine() throws(MailError) {
    var validity: UInt32?
    var next: UInt32?
    do throws(MailError) {
      try command("EXAMINE \(Self.quoted(FolderName.encoded(server.folder)))", literalLimit: 0) { answer in
        guard answer.begins(with: "* OK [UID") else { return }
        validity = answer.number(behind: "UIDVALIDITY") ?? validity
        next = answer.number(behind: "UIDNEXT") ?? next
      }
    } catch {
      guard error.code == .mailboxRefuses else { throw error }
      throw MailError(.mailbox, "the mailbox's server does not open the folder: \(error.message)")
    }
    guard let validity else {
      throw MailError(
        .mailbox, "the mailbox's server gives its mails no lasting numbers (UIDVALIDITY), so none can be kept"
      )
    }
    stand = MailboxStand(validity: validity, last: next.map { $0 - min($0, 1) })
  }

  /// Sends a command and hands over what answers it, until the server has said that it is done.
  ///
  /// - Parameters:
  ///   - continuation: What follows when the server asks for it; it may be a secret.
  ///   - body: Is given each answer that is not the last.
  private func command(
    _ text: String, literalLimit: Int, budget: Int = MailboxLimits.commandBytes,
    continuation: String? = nil,
    _ body: (IMAPAnswer) -> Void
  ) throws(MailError) {
    commands += 1
    let tag = "D\(commands)"
    reader.allow(budget)
    connection.allow(server.timeouts.command)
    try connection.send(Array("\(tag) \(text)\r\n".utf8))
    // Twice asked is once refused: an empty answer ends it.
    var answers = [continuation ?? "", ""][...]
    while true {
      let answer = try reader.next(literalLimit: literalLimit)
      if answer.begins(with: "\(tag) ") {
        if answer.begins(with: "\(tag) OK") { return }
        throw MailError(.mailboxRefuses, told(answer, tag))
      }
      if answer.begins(with: "+") {
        guard let next = answers.popFirst() else { throw IMAPReader.nonsense }
        try connection.send(Array("\(next)\r\n".utf8))
        continue
      }
      guard answer.begins(with: "* ") else { throw IMAPReader.nonsense }
      if answer.begins(with: "* BYE") {
        throw MailError(.mailbox, "the mailbox's server takes its leave: \(told(answer, "* BYE"))")
      }
      body(answer)
    }
  }

  private func told(_ answer: IMAPAnswer, _ tag: String) -> String {
    server.password.removed(from: String(answer.told.dropFirst(tag.count + 1)), user: server.user)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }

  /// Nothing hangs on the answer.
  private func sayFarewell() {
    connection.allowFarewell(server.timeouts.farewell)
    reader.allow(1 << 16)
    do throws(MailError) {
      try connection.send(Array("D0 LOGOUT\r\n".utf8))
      while true {
        let answer = try reader.next(literalLimit: 0)
        if answer.begins(with: "D0 ") || answer.begins(with: "* BYE") { return }
      }
    } catch { return }
  }
}
