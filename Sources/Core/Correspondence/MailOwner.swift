package import JournalModel
package import Receivables
package import Replies

/// Whose a mail is.
package struct MailOwner: Sendable {
  package let customer: CustomerID
  /// The message that it answers; nil where it names none and none was sent.
  package let answered: ClaimRecord?
  package let ownership: HeardMail.Ownership

  package init(customer: CustomerID, answered: ClaimRecord?, ownership: HeardMail.Ownership) {
    self.customer = customer
    self.answered = answered
    self.ownership = ownership
  }

  /// True where it names one of our messages or invoices; a known sender alone may write about anything.
  package var isCertain: Bool { ownership != .sender }
}

/// Finds out whose a mail is: by our Message-IDs, by the key in an address of ours, by the sender and the invoices named.
package struct MailOwners: Sendable {
  /// What was found out.
  package enum Finding: Sendable {
    /// We wrote it ourselves.
    case ours
    case owner(MailOwner)
    /// Nobody's that we know; true where it names an invoice that is open.
    case stranger(namesInvoice: Bool)
  }

  /// So many days after the last reminder a mail that refers to none can still be about it.
  package static let remindedDays = 90

  private let people: [String: [CustomerID]]
  private let accounts: [CustomerID: Account]
  private let numbers: Set<String>
  private let own: Set<String>
  private let today: Day

  /// - Parameters:
  ///   - accounts: All of the books.
  ///   - own: The addresses of the business, from which no customer writes.
  package init(_ accounts: [Account], own: [String], on today: Day) {
    var people: [String: [CustomerID]] = [:]
    var byCustomer: [CustomerID: Account] = [:]
    var numbers: Set<String> = []
    for account in accounts {
      byCustomer[account.customer.id] = account
      for address in Set(account.customer.people.map { $0.email.lowercased() }) {
        people[address, default: []].append(account.customer.id)
      }
      for part in account.receivables where part.balance.minorUnits > 0 {
        if MailOwners.isTelling(part.id.number) { numbers.insert(part.id.number.uppercased()) }
      }
    }
    self.people = people
    self.accounts = byCustomer
    self.numbers = numbers
    self.own = Set(own.map { $0.lowercased() })
    self.today = today
  }

  /// Whose a mail is by its head and by what it encloses; nil where they do not tell.
  ///
  /// - Complexity: O(bytes of the mail).
  package func findByReference(_ mail: TakenApartMail, in journal: JournalState) -> Finding? {
    // Our own part of a conversation refers to our messages as well.
    if let sender = MailAddresses.first(in: mail.header("From") ?? ""), own.contains(sender) { return .ours }
    if let record = referred(mail, journal) { return owner(record, .references) }
    if let record = addressed(mail, journal) { return owner(record, .address) }
    return enclosed(mail.parts.filter(\.isEnclosed), journal)
  }

  /// Whose a mail is that refers to nothing of ours.
  ///
  /// - Parameters:
  ///   - text: What the sender wrote, without quotations.
  ///   - isReport: True for what a mail server wrote: then what it quotes counts too.
  /// - Complexity: O(bytes of the mail).
  package func findByWords(
    _ mail: TakenApartMail, text: String, isReport: Bool, in journal: JournalState
  ) -> Finding {
    if isReport, let found = enclosed(mail.parts, journal) { return found }
    let sender = MailAddresses.first(in: mail.header("From") ?? "")
    let words = (mail.header("Subject") ?? "") + "\n" + text
    return bySender(sender, isReport ? failed(mail) : [], words, journal)
  }

  private func enclosed(_ parts: [TakenApartMail.Part], _ journal: JournalState) -> Finding? {
    for part in parts {
      for key in (part.text ?? "").keys {
        if let record = journal.claims[key] { return owner(record, .enclosed) }
      }
    }
    return nil
  }

  private func owner(_ record: ClaimRecord, _ ownership: HeardMail.Ownership) -> Finding {
    .owner(MailOwner(customer: record.customer, answered: record, ownership: ownership))
  }

  /// The latest of our messages that the head refers to.
  private func referred(_ mail: TakenApartMail, _ journal: JournalState) -> ClaimRecord? {
    let answered = mail.header("In-Reply-To") ?? ""
    let thread = mail.headers.filter { $0.name.lowercased() == "references" }.map(\.value).joined(
      separator: " ")
    for key in answered.keys + thread.keys.reversed() {
      if let record = journal.claims[key] { return record }
    }
    return nil
  }

  /// The message whose key stands behind a `+` in an address to which the mail went.
  private func addressed(_ mail: TakenApartMail, _ journal: JournalState) -> ClaimRecord? {
    let names = ["to", "cc", "delivered-to", "x-original-to", "envelope-to"]
    for header in mail.headers where names.contains(header.name.lowercased()) && header.value.contains("+") {
      for key in header.value.keys { if let record = journal.claims[key] { return record } }
    }
    return nil
  }

  /// The addresses that a report says mail did not reach.
  private func failed(_ mail: TakenApartMail) -> [String] {
    mail.parts.flatMap { part in
      (part.text ?? "").split(separator: "\n").filter { $0.lowercased().hasPrefix("final-recipient:") }
        .compactMap { MailAddresses.first(in: String($0.dropFirst(16))) }
    }
  }

  private func bySender(
    _ sender: String?, _ failed: [String], _ words: String, _ journal: JournalState
  ) -> Finding {
    let named = named(in: words)
    let known = (failed.isEmpty ? sender.map { [$0] } ?? [] : failed).flatMap { people[$0] ?? [] }
    let reminded = known.compactMap { customer -> ClaimRecord? in
      guard let record = journal.lastReminder(of: customer), today - record.day <= Self.remindedDays else {
        return nil
      }
      return record
    }
    let meant = reminded.filter { record in
      accounts[record.customer]?.receivables.contains { named.contains($0.id.number.uppercased()) } ?? false
    }
    let meantCustomers = Set(meant.map(\.customer))
    if meantCustomers.count == 1, let record = meant.first { return owner(record, .invoice) }
    if Set(known).count == 1, let record = reminded.first { return owner(record, .sender) }
    return .stranger(namesInvoice: !named.isEmpty)
  }

  /// The numbers of open invoices that stand in a text as words of their own.
  private func named(in text: String) -> Set<String> {
    var found: Set<String> = []
    let words = text.prefix(20_000).split { $0.isWhitespace || ",;:()[]<>\"'#*".contains($0) }
    for word in words {
      var word = word.uppercased()[...]
      while let last = word.last, ".!?".contains(last) { word.removeLast() }
      if numbers.contains(String(word)) { found.insert(String(word)) }
    }
    return found
  }

  /// True for a number that hardly stands in a mail by chance.
  private static func isTelling(_ number: String) -> Bool {
    number.utf8.count >= 4 && number.contains(where: \.isNumber) && !number.contains(where: \.isWhitespace)
  }
}

/// Addresses in headers.
package enum MailAddresses {
  /// The first address of a header's value in small letters, without the name beside it; nil where there is none.
  package static func first(in value: String) -> String? {
    var text = Substring(value)
    if let open = text.lastIndex(of: "<"), let close = text[open...].firstIndex(of: ">") {
      text = text[text.index(after: open)..<close]
    } else if let kind = text.firstIndex(of: ";") {
      // `rfc822; name@host` of a report.
      text = text[text.index(after: kind)...]
    }
    let word = text.split { $0.isWhitespace || $0 == "," }.first { $0.contains("@") }
    guard let word, word.utf8.count <= 254 else { return nil }
    return word.lowercased()
  }
}

extension String {
  /// What may be the key of a message: 32 hexadecimal digits before an `@`, in their order.
  fileprivate var keys: [String] {
    var found: [String] = []
    var run: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): run.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): run.append(byte | 0x20)
      default:
        if byte == UInt8(ascii: "@"), run.count == 32 { found.append(String(decoding: run, as: UTF8.self)) }
        run.removeAll(keepingCapacity: true)
      }
    }
    return found
  }
}
