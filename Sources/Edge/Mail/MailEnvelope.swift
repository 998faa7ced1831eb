/// Whom a message is from and whom it is for, as the server is told; every address was checked.
struct MailEnvelope {
  let sender: String
  /// Those who must all be taken, then the copies.
  private(set) var recipients: [String]
  private let needed: Int

  /// An envelope without doubles.
  ///
  /// - Throws: For an address that is none, for nobody in `to` and for too many.
  init(from sender: String, to: [String], copies: [String]) throws(MailError) {
    self.sender = try MailAddress(sender, at: "sender").text
    var seen: Set<String> = []
    var recipients: [String] = []
    for address in to where seen.insert(address).inserted {
      recipients.append(try MailAddress(address, at: "to").text)
    }
    needed = recipients.count
    for address in copies where seen.insert(address).inserted {
      recipients.append(try MailAddress(address, at: "cc").text)
    }
    guard needed > 0 else { throw MailError(.noRecipient, "the message has nobody in `to`") }
    guard recipients.count <= MailLimits.recipients else {
      throw MailError(.tooLong, "the message has more than \(MailLimits.recipients) recipients")
    }
    self.recipients = recipients
  }

  /// Leaves a copy out.
  ///
  /// - Returns: False for one of those who must be taken.
  mutating func dropCopy(at place: Int) -> Bool {
    guard place >= needed else { return false }
    recipients.remove(at: place)
    return true
  }
}
