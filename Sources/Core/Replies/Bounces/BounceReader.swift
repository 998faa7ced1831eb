/// Tells whether a mail is a server's report of a mail that did not arrive, and what it says.
struct BounceReader {
  let rules: BounceRules
  let mail: TakenApartMail

  private let prose: String
  private let report: DeliveryReport?
  private let isFeedback: Bool

  /// Nil for a mail of which nothing but its words could say that it is a report: nearly all that people write.
  init?(_ mail: TakenApartMail, rules: BounceRules) {
    guard Self.isWorthReading(mail, rules) else { return nil }
    self.mail = mail
    self.rules = rules
    let texts = mail.parts.filter { !$0.isEnclosed && $0.attachment == nil }
    let status = mail.parts.filter {
      !$0.isEnclosed
        && ["message/delivery-status", "message/global-delivery-status", "text/delivery-status"].contains(
          $0.type)
    }
    report = status.isEmpty ? nil : DeliveryReport(status.compactMap(\.text).joined(separator: "\n\n"))
    // Hotmail's complaints are no reports by their form.
    isFeedback =
      mail.parts.contains { !$0.isEnclosed && $0.type == "message/feedback-report" }
      || mail.has("X-HmXmrOriginalRecipient")
    let plain = texts.filter { $0.type == "text/plain" }.compactMap(\.text)
    let html =
      plain.isEmpty
      ? texts.filter { $0.type == "text/html" }.compactMap { $0.text.map { HTMLText($0).text } } : []
    prose = Self.withoutOriginal((plain + html).joined(separator: "\n"), rules.originals)
  }

  /// What the report says; nil where the mail is none: every doubt is decided for the person.
  func read() -> (bounce: Understanding.Bounce, grounds: [Understanding.Ground])? {
    guard let sign = sign else { return nil }
    let recipient = report?.failed
    let status = status(recipient)
    let diagnostic = recipient?.diagnostic ?? ""
    let found = reason(diagnostic, recipient, status)
    let bounce = Understanding.Bounce(
      recipient: address(recipient), weight: found.weight, status: status,
      replyCode: SMTPCodes.reply(in: diagnostic) ?? SMTPCodes.reply(in: prose), reason: found.name)
    return (
      bounce,
      [
        Understanding.Ground(decision: "bounce", rule: "bounces/\(sign.rule)", words: sign.words),
        Understanding.Ground(
          decision: found.weight.rawValue, rule: "bounces/\(found.name)", words: found.words),
      ]
    )
  }

  // MARK: Whether it is one

  private static func isWorthReading(_ mail: TakenApartMail, _ rules: BounceRules) -> Bool {
    if mail.parts.contains(where: { $0.type.hasPrefix("message/") || $0.type.hasSuffix("delivery-status") }) {
      return true
    }
    if mail.has("X-Failed-Recipients") || mail.has("Mailing-List") || mail.has("List-Id")
      || mail.has("List-Subscribe")
    {
      return true
    }
    if (mail.header("Return-Path") ?? "?").filter({ $0 != " " }) == "<>" { return true }
    let from = (mail.header("From") ?? "").lowercased()
    let subject = (mail.header("Subject") ?? "").lowercased()
    let sender = Array(from.utf8)
    return rules.senders.contains { $0.first(in: sender) != nil } || rules.subjects.first(of: subject) != nil
  }

  private var sign: (rule: String, words: String)? {
    if isFeedback { return ("feedback-report", "message/feedback-report") }
    let type = mail.header("Content-Type")?.lowercased() ?? ""
    if type.contains("disposition-notification") { return nil }
    if let report, !report.recipients.isEmpty || type.contains("report") {
      return ("delivery-report", "message/delivery-status")
    }
    if let failed = mail.header("X-Failed-Recipients") {
      return ("failed-recipients", "X-Failed-Recipients: \(failed)")
    }
    let from = (mail.header("From") ?? "").lowercased()
    let subject = (mail.header("Subject") ?? "").lowercased()
    let sender = Array(from.utf8)
    let isSender = rules.senders.contains { $0.first(in: sender) != nil }
    let isSubject = rules.subjects.first(of: subject) != nil
    let bytes = Array(prose.lowercased().utf8.prefix(20_000))
    let announced = rules.announcements.lazy.compactMap { $0.first(in: bytes) }.first
    // A person who quotes a report writes above it, and answers something.
    let isAnswer = mail.has("In-Reply-To") && !isSender
    let isOfList = mail.has("Mailing-List") || mail.has("List-Id") || mail.has("List-Subscribe")
    if isAnswer { return nil }
    if isSender, isSubject || announced != nil || type.contains("report") { return ("sender", from) }
    let isEmptyPath = (mail.header("Return-Path") ?? "?").filter { $0 != " " } == "<>"
    // Goods, too, are not delivered: what a person writes of them has no sign of a program.
    let isOfProgram =
      isEmptyPath || isOfList || hasOriginal || saysAutomatic || SMTPCodes.reply(in: prose) != nil
    if let announced, isEmptyPath || isOfList || isSubject && isOfProgram {
      return ("announcement", String(decoding: bytes[announced], as: UTF8.self))
    }
    if isSubject, isEmptyPath || hasOriginal || announced != nil && isOfProgram {
      return ("subject", subject)
    }
    if isSender, isEmptyPath || hasOriginal { return ("sender", from) }
    return nil
  }

  /// True where the head says that a program wrote the mail.
  private var saysAutomatic: Bool {
    let submitted = mail.header("Auto-Submitted")?.lowercased() ?? "no"
    let precedence = mail.header("Precedence")?.lowercased() ?? ""
    return !submitted.hasPrefix("no") || ["bulk", "junk", "auto_reply"].contains { precedence.hasPrefix($0) }
  }

  private var hasOriginal: Bool {
    mail.parts.contains { $0.type == "message/rfc822" || $0.type == "text/rfc822-headers" }
  }

  // MARK: What it says

  private func address(_ recipient: DeliveryReport.Recipient?) -> String? {
    if let address = recipient?.address { return address.lowercased() }
    if let failed = mail.header("X-Failed-Recipients"), let address = MailAddress.find(in: failed) {
      return address.lowercased()
    }
    let own = Set(
      [mail.header("To"), mail.header("From"), mail.header("Delivered-To")].compactMap { $0 }.flatMap {
        MailAddress.all(in: $0.lowercased(), most: 10)
      })
    let candidates = MailAddress.all(in: prose.lowercased(), most: 20).filter { candidate in
      !candidate.hasPrefix("postmaster@") && !candidate.hasPrefix("mailer-daemon@")
        && !candidate.hasPrefix("abuse@")
        && !candidate.hasPrefix("support@")
    }
    if let other = candidates.first(where: { !own.contains($0) }) { return other }
    let enclosed = mail.parts.first { $0.type == "message/rfc822" || $0.type == "text/rfc822-headers" }?.text
    let to = enclosed?.split(separator: "\n").first { $0.lowercased().hasPrefix("to:") }
    return to.flatMap { MailAddress.find(in: $0.lowercased()) } ?? candidates.first
  }

  private func status(_ recipient: DeliveryReport.Recipient?) -> String? {
    let written = recipient?.status
    // A code that says no more than "failed" gives way to one of the server that refused.
    if let written, !written.hasSuffix(".0.0"), !written.hasSuffix(".0") { return written }
    let spoken = recipient.flatMap { SMTPCodes.status(in: $0.diagnostic) }
    return spoken ?? written ?? SMTPCodes.status(in: prose)
  }

  private typealias Finding = (name: String, weight: Understanding.Bounce.Weight, words: String)

  private func reason(_ diagnostic: String, _ recipient: DeliveryReport.Recipient?, _ status: String?)
    -> Finding
  {
    if isFeedback { return ("feedback", .none, "message/feedback-report") }
    let action = recipient?.action ?? ""
    if action.hasPrefix("deliver") || action.hasPrefix("relayed") || action.hasPrefix("expanded") {
      return ("delivered", .none, "action: \(action)")
    }
    let said =
      atData ?? phrase(in: diagnostic) ?? phrase(in: aboutFirst ?? "") ?? phrase(in: prose)
      ?? phrase(in: mail.header("Subject") ?? "")
    if action.hasPrefix("delayed") || action.hasPrefix("expired") {
      if let said, said.weight != .hard { return said }
      return ("expired", .soft, "action: \(action)")
    }
    if let said {
      // What a server says is so for now is not so for good; but the reply of the server that refused counts more than the code
      // of the one that reports it.
      let isForNow = status?.hasPrefix("4") == true && SMTPCodes.reply(in: diagnostic)?.hasPrefix("5") != true
      if said.weight == .hard, isForNow { return ("expired", .soft, said.words) }
      return said
    }
    return Self.byStatus(status, SMTPCodes.reply(in: diagnostic) ?? SMTPCodes.reply(in: prose))
  }

  /// A recipient refused only when the text came was known, and the text was not wanted, whatever the words are.
  private var atData: Finding? {
    let text = (report?.failed?.diagnostic ?? "") + "\n" + prose
    let bytes = Self.flat(text)
    guard let found = Self.dataRefused.first(in: bytes), Self.unknownAtData.first(in: bytes) == nil,
      let said = phrase(in: text), said.weight == .hard
    else {
      return nil
    }
    return ("filtered", .soft, String(decoding: bytes[found], as: UTF8.self))
  }

  /// What prose says of the first of several addresses that stand on lines of their own (`<bob@gone.example>:`, `Failed address:
  /// …`), each with its reason below; nil where there are not several.
  private var aboutFirst: String? {
    let lines = prose.split(separator: "\n", omittingEmptySubsequences: false)
    var first: (place: Int, address: String)?
    for (place, line) in lines.enumerated() {
      guard let address = Self.headline(line) else { continue }
      guard let begun = first else {
        first = (place, address)
        continue
      }
      if address == begun.address { continue }
      let section = lines[begun.place..<place]
      return section.count > 2 ? section.joined(separator: "\n") : nil
    }
    return nil
  }

  /// The address that a line consists of, but for a few words before it and a colon behind.
  private static func headline(_ line: Substring) -> String? {
    let bare = line.filter { !"<>:; \t\r".contains($0) }
    guard let address = MailAddress.find(in: line.lowercased()), bare.utf8.count < address.utf8.count + 16,
      bare.lowercased().hasSuffix(address)
    else { return nil }
    return address
  }

  /// Yahoo says only then whom it does not know.
  private static let unknownAtData = PhraseTable(["delivery error: dd this user doesn't have a"])

  private static let dataRefused = PhraseTable([
    ">>> data <<< 550 unknown user", "smtp command data", "(smtp transmission failure has occurred)",
    "(in reply to end of data command)",
  ])

  private func phrase(in text: String) -> Finding? {
    guard !text.isEmpty else { return nil }
    let bytes = Self.flat(text)
    for reason in rules.reasons {
      if let range = reason.phrases.first(in: bytes) {
        return (reason.name, reason.weight, String(decoding: bytes[range], as: UTF8.self))
      }
    }
    return nil
  }

  /// Small letters on one line, with single spaces; the marks of continued replies (`550-`) left out.
  private static func flat(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.replacingSpaces.lowercased().utf8.prefix(12_000) {
      if byte == 32 || byte == 10 || byte == 13 || byte == 9 {
        if bytes.last != 32 { bytes.append(32) }
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// What a code means where no words are known. Source: RFC 3463; the registry of enhanced status codes.
  private static func byStatus(_ status: String?, _ reply: String?) -> Finding {
    let words = status ?? reply ?? ""
    guard let status else {
      if reply?.hasPrefix("4") == true { return ("expired", .soft, words) }
      return reply.map {
        ["550", "551", "553"].contains($0) ? ("filtered", .soft, words) : ("undefined", .soft, words)
      } ?? ("undefined", .soft, words)
    }
    if status.hasPrefix("4") {
      return status.hasPrefix("4.2.2") ? ("mailboxfull", .full, words) : ("expired", .soft, words)
    }
    let parts = status.split(separator: ".").map(String.init)
    switch (parts[1], parts[2]) {
    case ("1", "1"), ("1", "3"), ("1", "4"), ("1", "0"): return ("userunknown", .hard, words)
    case ("1", "2"), ("4", "4"): return ("hostunknown", .hard, words)
    case ("1", "6"): return ("hasmoved", .hard, words)
    case ("1", "10"), ("3", "2"): return ("notaccept", .hard, words)
    case ("1", "7"), ("1", "8"): return ("rejected", .blocked, words)
    case ("2", "1"): return ("suspend", .soft, words)
    case ("2", "2"): return ("mailboxfull", .full, words)
    case ("2", "3"): return ("exceedlimit", .soft, words)
    case ("3", "4"): return ("mesgtoobig", .soft, words)
    case ("4", "7"): return ("expired", .soft, words)
    case ("7", _): return ("blocked", .blocked, words)
    default: return ("undefined", .soft, words)
    }
  }

  /// The report without the mail that it is about.
  private static func withoutOriginal(_ text: String, _ marks: [String]) -> String {
    let lower = text.lowercased()
    var end = lower.utf8.count
    let bytes = Array(lower.utf8)
    for mark in marks {
      let mark = Array(mark.utf8)
      var index = 0
      while index + mark.count <= end {
        if bytes[index] == mark[0], index == 0 || bytes[index - 1] == 10, bytes[index...].starts(with: mark) {
          // At the very beginning it announces nothing.
          if index > 40 { end = min(end, index) }
          break
        }
        index += 1
      }
    }
    let kept = String(decoding: Array(text.utf8).prefix(end), as: UTF8.self)
    return String(kept.prefix(30_000))
  }
}
