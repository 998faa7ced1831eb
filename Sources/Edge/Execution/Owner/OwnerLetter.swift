import JournalModel
import Letters
import PolicyModel
import Receivables
import Schedule

/// A letter to the owner, or to whoever stands in: plain text, in English as all that Duly says to those who work with it.
package struct OwnerLetter: Sendable, Equatable {
  package let subject: String
  package let text: String
}

/// Writes the letters to the owner.
package struct OwnerLetterWriter {
  /// The items of the review that are told whole; the others have a line each.
  static let toldWhole = 3
  /// The lines of a letter at most; of what lies beyond, the number is told.
  static let lines = 25

  let plan: Plan
  /// A customer as people call it.
  let name: (CustomerID) -> String
  let language: LetterLanguage

  package init(_ plan: Plan, name: @escaping (CustomerID) -> String) {
    self.plan = plan
    self.name = name
    let own = plan.business.language
    language = LetterLanguage(own.hasPrefix("en") ? own : "en")
  }

  var business: Business { plan.business }

  /// `Hello Priya,`; the whole name where it does not begin with a first name.
  func greeting(_ party: Party) -> String { "Hello \(FirstName.of(party.name) ?? party.name)," }

  /// `Brown & Sons Ltd, invoice A-1043, £7,800.00`.
  func heading(_ entry: ReviewBoard.Entry) -> String {
    var words = [entry.item.customer.map(name) ?? "The books"]
    if let invoice = entry.item.invoice { words.append("invoice \(invoice)") }
    if !entry.open.isEmpty { words.append(amounts(entry.open)) }
    return words.joined(separator: ", ")
  }

  func amounts(_ sums: [Money]) -> String { sums.map(language.text(of:)).joined(separator: " and ") }

  /// An item with all that is to be known before it is opened, under a mark such as `1.`.
  func whole(_ entry: ReviewBoard.Entry, mark: String) -> [String] {
    let item = entry.item
    let margin = String(repeating: " ", count: mark.count + 1)
    var lines = ["\(mark) \(heading(entry))"]
    lines.append(
      "\(margin)\(capitalised(item.words)); since \(language.text(of: item.day))\(item.isSeen ? "" : ", not looked at yet")."
    )
    if let note = note(item) { lines.append("\(margin)\(note)") }
    lines.append("\(margin)\(item.command(unseen: true))")
    return lines
  }

  /// An item in a line.
  func line(_ entry: ReviewBoard.Entry) -> String {
    "- \(heading(entry)): \(entry.item.words). \(entry.item.command(unseen: true))"
  }

  /// What the policy notes beside a rule.
  private func note(_ item: ReviewItem) -> String? {
    guard case .rule(let rule, _) = item.kind else { return nil }
    return plan.escalations.first { $0.name == rule }?.note
  }

  private func capitalised(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

  /// `1 thing waits`, `3 things wait`.
  func things(_ count: Int) -> String { count == 1 ? "1 thing waits" : "\(count) things wait" }

  /// `Brown & Sons Ltd, Cole Ltd and 3 others`.
  func names(_ customers: [CustomerID]) -> String {
    var names: [String] = []
    for customer in customers.map(name) where !names.contains(customer) { names.append(customer) }
    if names.count > 4 { names = Array(names.prefix(3)) + ["\(names.count - 3) others"] }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and \(last)"
  }

  /// The letter that its paragraphs make, each a list of lines.
  func letter(_ subject: String, _ paragraphs: [[String]]) -> OwnerLetter {
    OwnerLetter(
      subject: subject,
      text: paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
        + "\n")
  }

  /// Who wrote it, and by which line of the policy.
  func signature(_ source: Source) -> [String] {
    ["--", "Written by Duly for \(business.name), as \(source) says."]
  }
}

extension ReviewItem {
  /// The command that deals with it: of one that nobody has looked at, the one that shows it.
  func command(unseen showsUnseen: Bool) -> String {
    if case .approval = kind { return command }
    return showsUnseen && !isSeen ? "duly review show \(number)" : command
  }
}
