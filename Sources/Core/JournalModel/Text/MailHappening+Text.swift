import PolicySyntax
import Receivables

// How the journal writes and reads what happened to mails.
extension MailHappening {
  /// Writes the members of the body.
  /// - Returns: The kind.
  func write(_ json: inout JSONWriter) -> StaticString {
    switch self {
    case .heard(let mail):
      Self.write(mail, &json)
      return "mail-heard"
    case .mailboxRead(let position):
      Self.write(position, &json)
      return "mailbox-read"
    case .corrected(let mail, let kind, let effects):
      json.member("mail", mail)
      json.member("as", kind)
      json.member("effects", effects)
      return "mail-corrected"
    }
  }

  private static func write(_ position: MailboxPosition, _ json: inout JSONWriter) {
    json.member("mailbox", position.mailbox)
    json.member("validity", position.validity)
    json.member("number", position.number)
  }

  private static func write(_ mail: HeardMail, _ json: inout JSONWriter) {
    json.member("identity", mail.identity)
    if let place = mail.place { json.member("place") { $0.object { write(place, &$0) } } }
    json.optional("received", mail.received?.description)
    json.member("from", mail.from)
    json.member("subject", mail.subject)
    json.optional("ownership", mail.ownership?.rawValue)
    json.member("author", mail.author)
    json.member("primary", mail.primary)
    json.texts("intents", mail.intents)
    if !mail.grounds.isEmpty {
      json.member("why") {
        $0.array(of: mail.grounds) { json, ground in
          json.array {
            $0.string(ground.decision)
            $0.string(ground.words)
          }
        }
      }
    }
    if !mail.text.isEmpty { json.member("text", mail.text) }
    json.member("needs_person", mail.needsPerson)
    json.member("shown", mail.isShown)
    if let proposal = mail.proposal { json.member("proposal") { $0.object { write(proposal, &$0) } } }
    json.member("effects", mail.effects)
  }

  private static func write(_ proposal: MailProposal, _ json: inout JSONWriter) {
    json.member("model", proposal.model)
    json.member("says", proposal.says)
    json.optional("day", proposal.day)
    json.texts("invoices", proposal.invoices)
    json.member("words", proposal.words)
  }

  /// Reads what `write` wrote; nil where it cannot be read.
  init?(kind: String, _ body: JSONValue) {
    switch kind {
    case "mail-heard":
      guard let mail = HeardMail(body) else { return nil }
      self = .heard(mail)
    case "mailbox-read":
      guard let position = MailboxPosition(body) else { return nil }
      self = .mailboxRead(position)
    case "mail-corrected":
      guard let mail = body["mail"]?.number, let kind = body["as"]?.text,
        let effects = body["effects"]?.number.flatMap({ Int(exactly: $0) })
      else { return nil }
      self = .corrected(mail: mail, as: kind, effects: effects)
    default: return nil
    }
  }
}

extension MailboxPosition {
  fileprivate init?(_ body: JSONValue) {
    guard let mailbox = body["mailbox"]?.text, let validity = body["validity"]?.number,
      let number = body["number"]?.number
    else { return nil }
    self.init(mailbox: mailbox, validity: validity, number: number)
  }
}

extension MailProposal {
  fileprivate init?(_ body: JSONValue) {
    guard let model = body["model"]?.text, let says = body["says"]?.text, let words = body["words"]?.text
    else { return nil }
    self.init(
      model: model, says: says, day: body["day"]?.text.flatMap { Day(iso: $0) },
      invoices: body["invoices"]?.list?.compactMap(\.text) ?? [], words: words)
  }
}

extension HeardMail {
  fileprivate init?(_ body: JSONValue) {
    guard let identity = body["identity"]?.text, let from = body["from"]?.text,
      let subject = body["subject"]?.text, let author = body["author"]?.text,
      let primary = body["primary"]?.text, let needsPerson = body["needs_person"]?.flag,
      let isShown = body["shown"]?.flag, let effects = body["effects"]?.number.flatMap({ Int(exactly: $0) })
    else { return nil }
    self.init(
      identity: identity, place: body["place"].flatMap { MailboxPosition($0) },
      received: body["received"]?.text.flatMap { Instant($0) }, from: from, subject: subject,
      ownership: body["ownership"]?.text.flatMap(Ownership.init(rawValue:)), author: author,
      primary: primary, intents: body["intents"]?.list?.compactMap(\.text) ?? [],
      grounds: (body["why"]?.list ?? []).compactMap { pair in
        guard let pair = pair.list, pair.count == 2, let decision = pair[0].text, let words = pair[1].text
        else { return nil }
        return Ground(decision: decision, words: words)
      }, text: body["text"]?.text ?? "", needsPerson: needsPerson, isShown: isShown,
      proposal: body["proposal"].flatMap { MailProposal($0) }, effects: effects)
  }
}
