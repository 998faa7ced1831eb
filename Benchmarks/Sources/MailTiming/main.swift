import Glibc
import Mail

// Sends messages over one line to a server on this machine: the bytes of a message, how many a second were taken, and how
// many were composed and taken.
//
// usage: mail-timing PORT MESSAGES
// `../send-rate` starts the server and puts Postfix's own sender beside it.

let arguments = CommandLine.arguments
guard arguments.count == 3, let port = Int(arguments[1]), let count = Int(arguments[2]), count > 0 else {
  print("usage: mail-timing PORT MESSAGES")
  exit(2)
}

func mail(_ number: Int) -> OutgoingMail {
  OutgoingMail(
    from: Mailbox(name: "Priya Shah", address: "accounts@acme.test"),
    to: [Mailbox(address: "ap@customer.test")],
    subject: "Invoice \(number) is overdue",
    text: String(repeating: "A line of a reminder, as it is usual.\n", count: 40),
    html: String(repeating: "<p>A line of a reminder, as it is usual.</p>\n", count: 40),
    messageID: "\(number).first@acme.test", date: MailDate(seconds: 1_772_442_000, offset: 3_600))
}

/// Messages a second.
func rate(_ messages: (Int) throws -> [UInt8]) async throws -> Int {
  let line = MailLine(try MailServer(url: "smtp://127.0.0.1:\(port)", tls: .none))
  let time = try await ContinuousClock().measure {
    for number in 0..<count {
      let outcome = await line.send(
        try messages(number), from: "accounts@acme.test", to: ["ap@customer.test"])
      guard case .sent = outcome else { throw MailError(.unusableServer, "message \(number): \(outcome)") }
    }
  }
  await line.close()
  return Int(Double(count) / (time / .seconds(1)))
}

do {
  let composer = MailComposer()
  let one = try composer.compose(mail(1))
  print(
    one.count, try await rate { _ in one }, try await rate { number in try composer.compose(mail(number)) })
} catch {
  print(error)
  exit(2)
}
