import Testing

@testable import Mail

/// Messages that are composed while others are on their way.
@Suite struct ComposedAheadTests {
  private func mail(_ number: Int, subject: String = "Invoice") -> OutgoingMail {
    var mail = MailSample.mail(subject: subject)
    mail.messageID = "\(number).first@acme.test"
    return mail
  }

  @Test func `what was composed is what composing gives, once`() throws {
    let ahead = ComposedAhead()
    ahead.begin((1...3).map { mail($0) })
    ahead.finish()
    for number in 1...3 {
      #expect(try ahead.take(mail(number)) == MailComposer().compose(mail(number)))
      #expect(ahead.take(mail(number)) == nil)
    }
  }

  @Test func `a message that differs in anything is not taken for the one that was composed`() {
    let ahead = ComposedAhead()
    ahead.begin([mail(1)])
    ahead.finish()
    #expect(ahead.take(mail(1, subject: "Invoice 2")) == nil)
    #expect(ahead.take(mail(1)) == nil)
  }

  @Test func `the messages of two rounds are kept, and no older ones`() {
    let ahead = ComposedAhead()
    for number in 1...3 { ahead.begin([mail(number)]) }
    ahead.finish()
    #expect(ahead.take(mail(1)) == nil)
    #expect(ahead.take(mail(2)) != nil)
    #expect(ahead.take(mail(3)) != nil)
  }

  @Test func `large files are not held ahead`() {
    let ahead = ComposedAhead()
    for (size, isComposed) in [(MailLimits.aheadBytes, true), (MailLimits.aheadBytes + 1, false)] {
      var large = mail(1)
      large.attachments = [
        MailAttachment(name: "a.pdf", type: "application/pdf", bytes: [UInt8](repeating: 65, count: size))
      ]
      ahead.begin([large])
      ahead.finish()
      #expect((ahead.take(large) != nil) == isComposed)
    }
  }

  @Test func `what cannot be composed has no bytes`() {
    let ahead = ComposedAhead()
    ahead.begin([mail(1, subject: "a\nBcc: b@c.test"), mail(2)])
    ahead.finish()
    #expect(ahead.take(mail(1, subject: "a\nBcc: b@c.test")) == nil)
    #expect(ahead.take(mail(2)) != nil)
  }
}
