import MailReading
import Replies
import Testing

@Suite struct VisibleReplyTests {
  private func visible(_ text: String, sender: String = "Ada Jones <ada@jones.example>") throws -> String {
    VisibleReply(text, layouts: [try ReplyFixtures.layouts.get()], sender: sender).text
  }

  @Test(arguments: [
    "On Mon, 2 Mar 2026 at 08:42, Acme <a@acme.example> wrote:\n> Please pay.",
    "Am 02.03.2026 um 08:42 schrieb Acme:\n> Bitte zahlen.",
    "Le lun. 2 mars 2026 à 08:42, Acme a écrit :\n> Payez.",
    "El lun, 2 mar 2026 a las 8:42, Acme escribió:\n> Pague.",
    "Op ma 2 mrt 2026 om 08:42 schreef Acme:\n> Betaal.",
    "Il giorno lun 2 mar 2026 alle 08:42 Acme ha scritto:\n> Paghi.",
    "-----Original Message-----\nFrom: Acme\nSent: Monday\nTo: Ada\nSubject: Reminder\n\nPlease pay.",
    "________________________________\nVon: Acme\nGesendet: Montag, 2. März 2026\nAn: Ada\nBetreff: Mahnung\n\nBitte.",
    "De : Acme\nEnvoyé : lundi 2 mars 2026\nÀ : Ada\nObjet : Rappel\n\nPayez.",
    "Sent from my iPhone", "Von meinem iPhone gesendet", "Envoyé de mon iPhone", "Enviado desde mi iPhone",
    "Verstuurd vanaf mijn iPhone", "Inviato da iPhone", "-- \nAda Jones\nJones Ltd",
    "This e-mail and any attachment are confidential.",
  ])
  func `what a mail program puts beneath a reply is no part of it`(below: String) throws {
    #expect(try visible("It is on its way.\n\n\(below)\n") == "It is on its way.")
  }

  @Test func `replies between quoted lines are kept, and know what stands above them`() throws {
    let reply = VisibleReply(
      "> INV-2041\n\nPaid.\n\n> INV-2057\n\nWrong.\n",
      layouts: [try ReplyFixtures.layouts.get()])
    #expect(reply.text == "Paid.\n\nWrong.")
    #expect(reply.parts.map(\.quoted) == ["INV-2041", "INV-2057"])
  }

  @Test func `a typed closing stays, the block beneath it goes`() throws {
    let text =
      "Paid.\n\nKind regards\nAda Jones\nFinance Manager | Jones Ltd\nTel +44 1632 960004\nwww.jones.example\n"
    #expect(try visible(text) == "Paid.\n\nKind regards\nAda Jones")
  }

  @Test func `hidden HTML is left out, quotations are marked`() {
    let html = HTMLText(
      "<p>One<br>two</p><p style=\"font-size:0\">hidden</p><font color=\"white\">pale</font><blockquote>old</blockquote>"
    )
    #expect(html.text == "One\ntwo\n\n> old\n")
    #expect(html.hiddenBytes == 10)
  }
}
