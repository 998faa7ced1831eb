import Execution
import JournalModel
import MailReading
import Receivables
import Replies

/// What was understood of mails, for a terminal.
enum InboxText {
  /// One line: what the mail says, and how that differs from what a person says.
  static func line(_ file: String, _ understanding: Understanding, _ differences: [String]) -> String {
    var words = ["\(file)  \(understanding.kind.rawValue)  \(summary(understanding))"]
    if understanding.needsPerson { words.append("for a person") }
    if !differences.isEmpty { words.append("≠ \(differences.joined(separator: "; "))") }
    return words.joined(separator: "  ") + "\n"
  }

  /// A mail over several lines, with the rules and the words behind each decision.
  static func whole(_ understanding: Understanding) -> String {
    var lines = ["\(understanding.kind.rawValue): \(summary(understanding))"]
    if understanding.needsPerson { lines.append("A person has to read it.") }
    lines.append("")
    lines.append("What was written:")
    let visible = understanding.visibleReply
    lines +=
      visible.isEmpty
      ? ["  (nothing of the sender's own)"]
      : visible.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    lines.append("")
    lines.append("Why:")
    lines += understanding.grounds.map { "  \($0.decision)  \"\(safe($0.words))\"  \($0.rule)" }
    if understanding.grounds.isEmpty { lines.append("  no rule knows these words") }
    return lines.map(safe).joined(separator: "\n") + "\n"
  }

  /// A mail that was heard in this round, on one line.
  static func heard(_ line: HeardLine, width: Int) -> String {
    let mail = line.mail
    let what = mail.author == "bounce" ? "bounce" : mail.primary
    let led = line.answers.map(\.name).joined(separator: ", ")
    let outcome = line.customer == nil ? "nobody's that we know" : led.isEmpty ? "nothing follows" : led
    let why = mail.grounds.first { $0.decision == mail.primary } ?? mail.grounds.first
    let words = why.map { "  \"\(safe($0.words).replacingLineEnds)\"" } ?? ""
    return
      "  \("heard".padded(to: width))\(line.customer?.text ?? "-")  \(safe(mail.from))  \(what): \(outcome)\(words)"
      + (mail.needsPerson && line.customer != nil ? "  for a person" : "")
      + (mail.proposal.map {
        "\n  \("".padded(to: width))a model proposes, and nothing follows: \(proposed($0))"
      } ?? "")
  }

  /// What a model proposes, and the words that it stands on: `promise 2026-03-20 about A1, "Friday then"`.
  static func proposed(_ proposal: MailProposal) -> String {
    let about = proposal.invoices.isEmpty ? "" : " about \(proposal.invoices.joined(separator: ", "))"
    return
      "\(proposal.says)\(proposal.day.map { " \($0)" } ?? "")\(safe(about)), \"\(safe(proposal.words).replacingLineEnds)\""
  }

  /// How many mails were heard.
  static func count(_ lines: [HeardLine], isDryRun: Bool) -> String {
    let strangers = lines.count { $0.customer == nil }
    let persons = lines.count { $0.customer != nil && $0.mail.needsPerson }
    return
      "\(lines.count) \(lines.count == 1 ? "mail" : "mails")\(isDryRun ? " would be" : "") heard, \(strangers) of somebody unknown, \(persons) for a person\n"
  }

  /// A mail of the journal, on two lines.
  static func line(_ record: HeardRecord, _ names: CustomerNames) -> String {
    let mail = record.mail
    let whom = record.customer.map(names.name(of:)) ?? "somebody unknown"
    let said =
      record.correctedAs.map { "\($0) (you said so)" }
      ?? (mail.author == "bounce" ? "bounce" : mail.intents.joined(separator: ", "))
    let person = mail.needsPerson && record.correctedAs == nil ? ", for a person" : ""
    let open = record.correctedAs == nil ? mail.proposal : nil
    return """
      \(record.number)  \(record.day)  \(whom)  \(safe(mail.from))
           \(said)\(person): \(safe(mail.subject).replacingLineEnds)\(open.map { "\n     a model proposes: \(proposed($0))" } ?? "")

      """
  }

  /// A mail of the journal whole, and how to correct it.
  static func whole(_ record: HeardRecord, _ names: CustomerNames) -> String {
    let mail = record.mail
    var lines = [line(record, names)]
    lines.append(
      mail.ownership.map { "Known by: \($0.rawValue)" }
        ?? "It names no message, invoice or customer of yours.")
    lines.append("What was written:")
    lines +=
      mail.text.isEmpty
      ? ["  (nothing is kept)"]
      : mail.text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    lines += ["", "Why:"]
    lines += mail.grounds.map { "  \($0.decision)  \"\($0.words)\"" }
    if mail.grounds.isEmpty { lines.append("  no rule knows these words") }
    if let proposal = mail.proposal {
      lines += [
        "", "The model `\(proposal.model)` proposes, and nothing follows from it:", "  \(proposed(proposal))",
      ]
      if record.correctedAs == nil {
        lines.append("So it is? `duly inbox correct \(record.number) --accept` takes it over.")
      }
    }
    lines += [
      "",
      "Not so? `duly inbox correct \(record.number) --intent WHAT`: nothing, reply, promise, dispute, claims_paid, out_of_office, request, stop or bounce.",
    ]
    return lines.map(safe).joined(separator: "\n") + "\n"
  }

  /// The score of a folder.
  static func closing(_ score: ReplyScore) -> String {
    """
    \(score.mails) mails: primary intent \(score.primary.percent), date of promise \(score.promiseDate.percent), \
    day of return \(score.dayOfReturn.percent), visible reply \(score.visibleReply.percent), \
    dangerous errors \(score.dangerous) (\(score.wrongSilence) wrong silences, \(score.missed) disputes or stops missed)

    """
  }

  private static func summary(_ understanding: Understanding) -> String {
    if let bounce = understanding.bounce {
      return
        "\(bounce.weight.rawValue) \(bounce.reason) \(safe(bounce.recipient ?? "-")) \(bounce.status ?? "-")"
    }
    return understanding.intents.map { detail($0, understanding) }.joined(separator: ", ")
  }

  private static func detail(_ intent: Understanding.Intent, _ understanding: Understanding) -> String {
    switch intent {
    case .promise: "promise \(understanding.promise?.date?.description ?? "without a day")"
    case .dispute: "dispute \(understanding.dispute?.reason ?? "")"
    case .claimsPaid: "claims paid \(understanding.claimsPaid?.date?.description ?? "")"
    case .outOfOffice:
      "out of office until \(understanding.outOfOfficeUntil?.description ?? "an unknown day")"
    case .request: "request \(understanding.request ?? "")"
    case .contactChange: "contact change \(understanding.contactChange?.email ?? "")"
    case .stop, .question, .thanks, .spam, .unclear: intent.rawValue
    }
  }

  /// Without signs that a terminal would obey: the words are a stranger's.
  private static func safe(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 32 && $0 != "\n" || (0x7F...0x9F).contains($0.value) ? " " : $0 }
      ))
  }
}

extension String {
  fileprivate var replacingLineEnds: String { split(whereSeparator: \.isNewline).joined(separator: " ") }

  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
