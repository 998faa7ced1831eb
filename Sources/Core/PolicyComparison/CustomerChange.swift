import CEL
import PolicySyntax
import Receivables
import Schedule
import Simulation

/// What another policy changes for one customer.
package struct CustomerChange: Sendable {
  /// In what way it is other, in the order in which they are counted.
  package enum Kind: String, Sendable, CaseIterable, Comparable {
    /// The customer heard nothing, and hears something.
    case firstTime = "first-time"
    /// The customer heard something, and hears nothing.
    case notAtAll = "not-at-all"
    case earlier, later, harsher, softer, more, fewer
    case otherPerson = "other-person"
    case flagged
    case notFlagged = "no-longer-flagged"

    package static func < (left: Kind, right: Kind) -> Bool { left.place < right.place }

    private var place: Int { Kind.allCases.firstIndex(of: self) ?? 0 }

    /// After a count of customers: `3 hear earlier`.
    package var inWords: String {
      switch self {
      case .firstTime: "hear for the first time"
      case .notAtAll: "no longer hear anything"
      case .earlier: "hear earlier"
      case .later: "hear later"
      case .harsher: "hear harsher words"
      case .softer: "hear softer words"
      case .more: "hear more often"
      case .fewer: "hear less often"
      case .otherPerson: "are reached at another address"
      case .flagged: "come to the owner's list"
      case .notFlagged: "no longer come to the owner's list"
      }
    }
  }

  /// One tier of one invoice, as it leaves under one of the policies.
  package struct Touch: Sendable {
    package let day: Day
    package let tier: String
    package let tone: String
    package let level: Int
    package let address: String
    package let source: Source
  }

  /// An old and a new tier of one invoice that stand for each other; one of them is nil where there is none.
  package struct Line: Sendable {
    package let invoice: String
    package let old: Touch?
    package let new: Touch?
    package let kinds: [Kind]
  }

  /// A flag that only one of the policies raises.
  package struct FlagLine: Sendable {
    package let day: Day
    package let name: String
    package let invoice: String?
    /// True for the new policy.
    package let isNew: Bool
    package let source: Source
  }

  package let customer: Customer
  /// What is open on the first day, one sum a currency.
  package let balances: [Money]
  /// The same in the base currency, as far as rates are known: what customers are ordered by.
  package let weight: Decimal
  package let kinds: [Kind]
  package let lines: [Line]
  package let flags: [FlagLine]
  /// The last tier that each invoice has had before the first day, where it stands in mid-ladder: `A1`, `first`, its day.
  package let standings: [Standing]

  /// Where an invoice stood when the policy changed.
  package struct Standing: Sendable {
    package let invoice: String
    package let tier: String
    package let day: Day
  }
}

extension CustomerChange: Comparable {
  /// The largest balance first, then by id.
  package static func < (left: CustomerChange, right: CustomerChange) -> Bool {
    left.weight != right.weight ? left.weight > right.weight : left.customer.id < right.customer.id
  }

  package static func == (left: CustomerChange, right: CustomerChange) -> Bool {
    left.customer.id == right.customer.id
  }
}
