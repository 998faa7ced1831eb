import Receivables

/// A mail that was heard, and what a person said of it since.
package struct HeardRecord: Sendable, Equatable {
  /// The journal's number of the event: its name for the owner.
  package let number: Int64
  package let day: Day
  /// Nil for a stranger's.
  package let customer: CustomerID?
  package let mail: HeardMail
  /// What a person said that it says; nil where nobody corrected it.
  package internal(set) var correctedAs: String?
}

/// What the journal knows of the mails that came in.
package struct MailMemory: Sendable {
  /// Of all mails that were heard.
  package private(set) var identities: Set<String> = []
  /// How far each mailbox was read, by its name.
  package private(set) var positions: [String: MailboxPosition] = [:]
  /// In order of number.
  package private(set) var heard: [HeardRecord] = []
  /// The mail whose effects the next events are, and the number of the last of them.
  private var effects: (mail: Int64, last: Int64)?

  /// The mail of that event; nil where there is none.
  package func record(_ number: Int64) -> HeardRecord? { place(of: number).map { heard[$0] } }

  /// The mail that led to the event of that number; nil where none did.
  func cause(of number: Int64) -> Int64? {
    guard let effects, effects.mail < number, number <= effects.last else { return nil }
    return effects.mail
  }

  mutating func hear(_ mail: HeardMail, _ event: JournalEvent, _ number: Int64) {
    identities.insert(mail.identity)
    heard.append(HeardRecord(number: number, day: event.day, customer: event.customer, mail: mail))
    if let place = mail.place { reach(place) }
    effects = (number, number + Int64(mail.effects))
  }

  mutating func reach(_ position: MailboxPosition) { positions[position.mailbox] = position }

  mutating func correct(_ mail: Int64, as kind: String, effects count: Int, _ number: Int64) {
    guard let place = place(of: mail) else { return }
    heard[place].correctedAs = kind
    effects = (mail, number + Int64(count))
  }

  /// - Complexity: O(log mails).
  private func place(of number: Int64) -> Int? {
    var range = heard.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if heard[middle].number == number { return middle }
      range = heard[middle].number < number ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
