import Receivables
import Schedule

/// Why one customer hears what it hears on one day, or why it is quiet: the chain of steps, and what comes next.
package struct DayExplanation: Sendable {
  /// What the day brought for one part.
  package enum Outcome: String, Sendable {
    /// It advances by a message.
    case sent
    /// A message about others lists it.
    case listed
    /// Something other than time keeps it quiet.
    case quiet
    /// No tier is reached today.
    case waiting
    case settled
    case notIssuedYet = "not-issued-yet"
    /// It is not in the account as it can be judged.
    case leftOut = "left-out"
  }

  /// A part of the account, and its day.
  package struct Part: Sendable {
    package let invoice: String
    package let outcome: Outcome
    /// What came, or why nothing did: a sentence without its full stop.
    package let because: String
    /// The reason of a silence, as the contract writes it.
    package let reason: String?
    package let source: Source?
    /// Balance and due day.
    package let facts: String
    package let next: Coming?
    /// What would change it, besides a payment.
    package let wouldChange: [String]
  }

  /// One step of section 5 of the language, with what it found.
  package struct Step: Sendable {
    package let number: Int
    package let title: String
    package let lines: [Line]
  }

  /// A finding of a step: a sentence, the facts that were read for it, the policy line that decided.
  package struct Line: Sendable {
    package let text: String
    package let facts: [FactReading]
    package let source: Source?
    /// False for what was looked at and decided nothing.
    package let isDeciding: Bool

    init(_ text: String, facts: [FactReading] = [], source: Source? = nil, isDeciding: Bool = true) {
      self.text = text
      self.facts = facts
      self.source = source
      self.isDeciding = isDeciding
    }
  }

  /// Something that comes on a later day, or would have come on this one.
  package struct Coming: Sendable {
    package let day: Day
    package let text: String
    package let source: Source?
  }

  package let customer: CustomerID
  package let name: String
  package let day: Day
  package let parts: [Part]
  package let steps: [Step]
  /// What would have come without what kept it back, and what a few days more bring; the nearest first.
  package let nearly: [Coming]
}

/// The value of a fact as a condition read it.
package struct FactReading: Sendable, Hashable {
  package let name: String
  package let value: String
}
