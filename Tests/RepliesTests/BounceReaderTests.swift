import Foundation
import MailReading
import Replies
import Testing

@Suite struct BounceReaderTests {
  private func bounce(_ text: String) throws -> Understanding {
    let mail = try #require(MailReader.read(Array(text.utf8)))
    return try ReplyFixtures.reader.get().understand(mail, context: ReplyFixtures.context)
  }

  private func prose(_ words: String) -> String {
    "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nSubject: failure notice\n\nI wasn't able to deliver your message.\n\n"
      + "<bob@gone.example>:\n\(words)\n\n--- Below this line is a copy of the message.\n\nmailbox full\n"
  }

  @Test(arguments: [
    ("550 5.1.1 User unknown", Understanding.Bounce.Weight.hard),
    ("Sorry, no mailbox here by that name. (#5.1.1)", .hard),
    ("Sorry, I couldn't find any host named gone.example. (#5.1.2)", .hard),
    ("552 5.2.2 The email account that you tried to reach is over quota", .full), ("Mailbox full", .full),
    ("554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org", .blocked),
    ("550 5.7.26 This mail is unauthenticated", .blocked), ("Connection timed out", .soft),
    ("452 4.2.2 user unknown for now", .soft),
  ])
  func `the words of a server say what kind of failure it is`(
    words: String, weight: Understanding.Bounce.Weight
  ) throws {
    let understanding = try bounce(prose(words))
    #expect(understanding.kind == .bounce)
    #expect(understanding.bounce?.weight == weight, "\(understanding.grounds)")
    #expect(understanding.bounce?.recipient == "bob@gone.example")
  }

  @Test(arguments: [
    (
      "Unzustellbar: Mahnung", "Die eingegebene E-Mail-Adresse konnte nicht gefunden werden.",
      Understanding.Bounce.Weight.hard
    ),
    ("Unzustellbare Nachricht", "Der Empfänger bob@gone.example ist auf diesem Server nicht bekannt.", .hard),
    ("Non remis : Rappel", "L'adresse de messagerie que vous avez entrée est introuvable.", .hard),
    (
      "No se puede entregar: Aviso", "No se encontró la dirección de correo electrónico que ha especificado.",
      .hard
    ),
    ("Onbestelbaar: Herinnering", "Het e-mailadres dat u hebt ingevoerd is niet gevonden.", .hard),
    ("Non recapitabile: Sollecito", "L'indirizzo di posta elettronica immesso non è stato trovato.", .hard),
    ("Unzustellbar: Mahnung", "Das Postfach des Empfängers ist voll.", .full),
    ("Echec de la remise de votre message", "La boîte aux lettres du destinataire est pleine.", .full),
  ])
  func `servers of other languages are understood`(
    subject: String, words: String, weight: Understanding.Bounce.Weight
  ) throws {
    let understanding = try bounce(
      "Return-Path: <>\nFrom: postmaster@gone.example\nSubject: \(subject)\nContent-Type: text/plain; charset=utf-8\n\n"
        + "bob@gone.example\n\(words)\n")
    #expect(understanding.kind == .bounce)
    #expect(understanding.bounce?.weight == weight, "\(understanding.grounds)")
  }

  @Test(arguments: [
    ("nicht im Domino-Verzeichnis aufgeführt", Understanding.Bounce.Weight.hard),
    ("Benutzer Karl Heinz nicht gefunden", .hard), ("boîte aux lettres inexistante", .hard),
    ("El usuario no existe en este servidor", .hard), ("casella di posta inesistente", .hard),
    ("gebruiker bob bestaat niet", .hard), ("usuário não encontrado", .hard),
    ("nie ma takiego użytkownika", .hard), ("Пользователь не найден", .hard), ("宛先が見つかりません", .hard),
    ("收件人不存在", .hard), ("La dirección ha cambiado a ana@nueva.example", .hard),
    ("Dieser Server nimmt keine E-Mails an", .hard), ("Destination seem to reject all mails", .hard),
    ("Domäne wurde nicht gefunden", .hard), ("caixa de correio cheia", .full),
    ("Почтовый ящик переполнен", .full),
    ("邮箱已满", .full), ("550 5.1.1 this person only accepts mail from known correspondents", .soft),
    ("550 5.1.1 Your message was rejected by the recipient", .soft),
  ])
  func `words of many languages, and of who is there and does not want it`(
    words: String, weight: Understanding.Bounce.Weight
  ) throws {
    let understanding = try bounce(
      "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nSubject: failure notice\nContent-Type: text/plain; charset=utf-8\n\n"
        + "bob@gone.example\n\(words)\n")
    #expect(understanding.kind == .bounce)
    #expect(understanding.bounce?.weight == weight, "\(understanding.grounds)")
  }

  @Test func `who is unknown only when the text came, and a complaint without a report's form`() throws {
    func weight(_ reply: String) throws -> Understanding.Bounce.Weight? {
      try bounce(prose("host mx.example said: \(reply) (in reply to end of DATA command)")).bounce?.weight
    }
    #expect(try weight("554 delivery error: dd This user doesn't have a yahoo.com account") == .hard)
    #expect(try weight("554 user unknown") == .soft)
    let complaint = """
      From: staff@hotmail.com
      X-HmXmrOriginalRecipient: bob@hotmail.example
      Subject: complaint about message from 192.0.2.1
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: message/rfc822

      From: accounts@acme.example
      Subject: Invoice

      Please pay.
      --b--
      """
    #expect(try bounce(complaint).kind == .bounce)
  }

  @Test func `of several addresses the first is the one that is told`() throws {
    let words = """
      Failed address: bob@gone.example

      --- Session Transcript ---
      <-- 550 <bob@gone.example>, Recipient unknown
      --- End Transcript ---

      Failed address: ann@gone.example

      --- Session Transcript ---
      <-- 552 <ann@gone.example>, Mailbox exceeded storage allocation
      --- End Transcript ---
      """
    let both = try bounce(
      "Return-Path: <>\nFrom: MDaemon@mx.example\nSubject: Permanent Delivery Failure\n\nThe attached message was not delivered:\n\n\(words)\n"
    )
    #expect(both.bounce?.weight == .hard && both.bounce?.recipient == "bob@gone.example", "\(both)")
  }

  /// A report by RFC 3464 of one recipient.
  private static func report(of recipient: String, status: String, diagnostic: String) -> String {
    """
    From: MAILER-DAEMON@mx.example
    Subject: Undelivered
    Auto-Submitted: auto-replied
    Content-Type: multipart/report; report-type=delivery-status; boundary=b

    --b
    Content-Type: text/plain

    Sorry.
    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example

    Final-Recipient: rfc822; \(recipient)
    Action: failed
    Status: \(status)
    Diagnostic-Code: \(diagnostic)
    --b--

    """
  }

  @Test(arguments: [
    ("4.0.0", "smtp; 550 No such person at this address", Understanding.Bounce.Weight.hard),
    ("4.0.0", "smtp; 450 No such person at this address", .soft), ("4.4.1", "no such user for now", .soft),
    ("5.0.0", "smtp; 550 No such person at this address", .hard),
  ])
  func `the server that refused counts more than the one that reports it`(
    status: String, diagnostic: String, weight: Understanding.Bounce.Weight
  ) throws {
    let report = Self.report(of: "bob@gone.example", status: status, diagnostic: diagnostic)
    #expect(try bounce(report).bounce?.weight == weight)
  }

  @Test(arguments: [
    "Subject: Materiale non consegnato\n\nBuongiorno, il materiale non è stato consegnato, quindi non paghiamo.\n",
    "Subject: Ware nicht zugestellt\n\nDie Lieferung konnte nicht zugestellt werden, weil niemand geklingelt hat.\n",
    "Subject: Bestelling niet bezorgd\n\nHet pakket is niet bezorgd, dus wij betalen niet.\n",
    "Subject: Pedido no entregado\n\nEl pedido no ha sido entregado. Cuando llegue, pagamos.\n",
    "Subject: Undelivered goods\n\nTwo pallets were not delivered. We pay for what came.\n",
  ])
  func `goods that were not delivered are no bounce`(mail: String) throws {
    #expect(
      try bounce("From: Bob <bob@shop.example>\nContent-Type: text/plain; charset=utf-8\n\(mail)").kind
        == .person)
  }

  /// Written for the tests by who knew neither the rules nor the shared folder's mails by heart. The rules were mended by the first; of
  /// the others 98 were right when nobody had read them.
  @Test(arguments: [("Bounces", 130, 127), ("UnseenBounces", 100, 100)])
  func `of bounces that were written for the tests nearly all are told`(
    folder: String, count: Int, least: Int
  ) throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let round = try BounceRound(tests.appendingPathComponent(folder).path)
    #expect(round.all == count)
    #expect(round.right >= least, Comment(rawValue: round.wrong.joined(separator: "\n")))
  }

  @Test(arguments: [
    "Subject: Undeliverable: Re: Reminder\nIn-Reply-To: <1@acme.example>\n\nYour last mail bounced: user unknown, mailbox unavailable. We pay on Friday.\n",
    "Subject: Fwd: Undelivered Mail Returned to Sender\n\nI got this back, what is the right address?\n\n> This is the mail system at host mx.acme.example.\n> 550 5.1.1 User unknown\n",
    "Subject: Mail delivery failed?\nIn-Reply-To: <1@acme.example>\n\nThe goods never arrived, so we are not paying.\n",
  ])
  func `what a person writes of bounces is none`(mail: String) throws {
    #expect(try bounce("From: Bob <bob@gone.example>\n\(mail)").kind == .person)
  }

  @Test func `a report names the recipient and the code, whatever its line ends are`() throws {
    let report = Self.report(
      of: "Bob@Gone.example", status: "5.0.0",
      diagnostic: "smtp; 550-5.1.1 The email account that you tried to\n reach does not exist")
    for text in [report, report.replacing("\n", with: "\r\n")] {
      let bounce = try #require(try bounce(text).bounce)
      #expect(bounce.recipient == "bob@gone.example")
      #expect(bounce.status == "5.1.1")
      #expect(bounce.replyCode == "550")
      #expect(bounce.weight == .hard)
    }
  }

  @Test func `a person who writes about a bounce is a person`() throws {
    let text = """
      From: Ada <ada@jones.example>
      In-Reply-To: <1@acme.example>
      Subject: Re: Undelivered Mail Returned to Sender

      Your mail came back: 550 User unknown, could not be delivered. What is your new address?
      """
    #expect(try bounce(text).kind == .person)
  }

  @Test func `a receipt of reading is no bounce`() throws {
    let text = """
      From: Ada <ada@jones.example>
      Subject: Read: Reminder
      Content-Type: multipart/report; report-type=disposition-notification; boundary=b

      --b
      Content-Type: text/plain

      Your message was read.
      --b--

      """
    let understanding = try bounce(text)
    #expect(understanding.kind == .auto)
    #expect(understanding.primary == .unclear)
    #expect(!understanding.needsPerson)
  }
}
