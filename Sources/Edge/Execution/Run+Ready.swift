import JournalModel
import Letters
import Mail
import PolicyModel
import Receivables
import Schedule

extension Run {
  /// The message as it leaves.
  ///
  /// - Throws: Where a file that the books name for an invoice is not there.
  func ready(_ send: PlannedSend) throws -> ReadyMessage {
    let channels = send.message.step.channels
    return ReadyMessage(
      claim: send.claim, customer: send.customer, mail: channels.contains(.email) ? try mail(send) : nil,
      letter: channels.contains(.letter) ? letter(send) : nil)
  }

  private func mail(_ send: PlannedSend) throws -> OutgoingMail {
    let message = send.message
    let author = author(message)
    let now = settings.now()
    let thread = thread(send)
    let domain = String(author.email.split(separator: "@").last ?? "localhost")
    func identifier(_ key: String) -> String { "\(key)@\(domain)" }
    return OutgoingMail(
      from: Mailbox(name: author.name, address: author.email),
      replyTo: replyAddress(author, send.claim.key).map { Mailbox(name: author.name, address: $0) },
      to: [Mailbox(name: message.to.name, address: message.to.email)],
      cc: message.cc.map { Mailbox(name: $0.name, address: $0.email) }, subject: send.claim.subject,
      text: send.text, html: send.html, messageID: identifier(send.claim.key),
      inReplyTo: thread.last.map(identifier), references: thread.map(identifier),
      date: MailDate(seconds: now.seconds, offset: settings.offset(now)), attachments: try attachments(send))
  }

  /// Where answers are to go; nil for where the message comes from. With the key of the message behind a `+`, whoever answers
  /// and however, it is known what the answer is to.
  private func replyAddress(_ author: Party, _ key: String) -> String? {
    guard asksAtPlusAddress else { return author.replyTo }
    let address = author.replyTo ?? author.email
    guard let at = address.lastIndex(of: "@") else { return author.replyTo }
    return "\(address[..<at])+\(key)\(address[at...])"
  }

  private func author(_ message: Message) -> Party {
    let business = settings.plan.business
    return message.step.from == .owner ? business.owner ?? business.sender : business.sender
  }

  /// The keys of what the customer has had before about one of these invoices, oldest first: one thread.
  private func thread(_ send: PlannedSend) -> [String] {
    let parts = Set(send.claim.parts.map(\.id))
    var keys: [String] = []
    for entry in session.state.histories[send.customer] ?? [] {
      guard case .sent(let claim, _) = entry.kind, claim.parts.contains(where: { parts.contains($0.id) })
      else {
        continue
      }
      keys.append(claim.key)
    }
    return keys
  }

  private func attachments(_ send: PlannedSend) throws -> [MailAttachment] {
    guard let account = accounts[send.customer] else { return [] }
    var names: [String] = []
    // By their numbers: in books that were read anew they may stand elsewhere.
    for part in send.claim.parts {
      guard let receivable = account.receivables.first(where: { $0.id == part.id }),
        let name = receivable.details?.pdf, !name.isEmpty, !names.contains(name)
      else {
        continue
      }
      names.append(name)
    }
    return try names.map { name in
      MailAttachment(
        name: String(name.split(separator: "/").last ?? "invoice.pdf"), type: "application/pdf",
        bytes: try books.attachment(name))
    }
  }

  private func letter(_ send: PlannedSend) -> PaperLetter {
    let business = settings.plan.business
    let customer = send.account.customer
    let address = (customer.postalAddress ?? "").split(whereSeparator: {
      $0.isNewline || $0 == "," || $0 == ";"
    })
    .map { String($0.drop { $0 == " " }) }
    // Without an address there is no recipient, and the outbox says so.
    let recipient = address.isEmpty ? [] : [customer.name] + address
    let language = languageOfWords(send.message)
    return PaperLetter(
      sender: business.name, recipient: recipient, date: language.text(of: day), subject: send.claim.subject,
      text: send.text, html: send.html, language: language.tag,
      paper: business.currency.code == "USD" ? .usLetter : .a4)
  }

  /// The language in which a message is written: the person's own, where the words are in it.
  private func languageOfWords(_ message: Message) -> LetterLanguage {
    func first(_ language: String) -> Substring { language.prefix { $0 != "-" && $0 != "_" } }
    let letters = settings.plan.letters
    let own = message.language
    guard let place = letters.template(tone: message.tone, tier: message.step.tier, language: own) else {
      return LetterLanguage(own)
    }
    let written = letters.written[place]
    return LetterLanguage(first(own) == first(written) ? own : written)
  }
}
