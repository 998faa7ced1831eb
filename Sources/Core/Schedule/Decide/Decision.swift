import PolicyModel
import Receivables

/// What `decide` found for one customer on one day.
package struct Decision: Sendable {
  /// In the order in which they happen; the driver folds them into the state with `evolve`.
  package var events: [Event] = []
  /// The words behind each `.sent` of `events`, in the same order.
  package var messages: [Message] = []
  /// The flags behind each `.fired` and `.flagged` of `events`, in the same order.
  package var flags: [Flag] = []
  /// Why a part is quiet today: at most one for a part, in order of place.
  package var silences: [Silence] = []
  /// The next day on which something can be decided without an event from outside; nil for never.
  ///
  /// On every day before it the decision has no events, and the silences of today, those of gap and cap on
  /// open days only.
  package var nextDay: Day?
  /// The state after `events`: what their fold gives.
  package var state: State

  /// Nothing is found yet.
  package init(state: consuming State) { self.state = state }

  /// Forgets what was found, but not the state, and keeps the room for the next day.
  mutating func clear() {
    if !events.isEmpty { events.removeAll(keepingCapacity: true) }
    if !messages.isEmpty { messages.removeAll(keepingCapacity: true) }
    if !flags.isEmpty { flags.removeAll(keepingCapacity: true) }
    if !silences.isEmpty { silences.removeAll(keepingCapacity: true) }
    nextDay = nil
  }
}

/// One message to one customer: the reminders of several parts, and what else it lists.
///
/// Immutable; a class only because previews and letters share it.
package final class Message: Sendable {
  package let day: Day
  package let segment: Int
  package let schedule: Int
  /// The step that gives words, tone and channel: the highest of `parts`.
  package let step: PlannedStep
  package let tone: Int
  package let language: String
  /// The person it goes to.
  package let to: Person
  package let cc: [Person]
  /// The parts that advance, in order of number, each by its own step.
  package let parts: [Part]
  /// Places of the other parts that it lists, in order of number.
  package let alsoListed: [Int]
  /// Of all that it lists, in one currency: what is open, and the charges that it demands.
  package let total: Money
  package let needsApproval: Bool

  init(
    day: Day, segment: Int, schedule: Int, step: PlannedStep, tone: Int, language: String, to: Person,
    cc: [Person], parts: [Part], alsoListed: [Int], total: Money, needsApproval: Bool
  ) {
    self.day = day
    self.segment = segment
    self.schedule = schedule
    self.step = step
    self.tone = tone
    self.language = language
    self.to = to
    self.cc = cc
    self.parts = parts
    self.alsoListed = alsoListed
    self.total = total
    self.needsApproval = needsApproval
  }

  /// A part that advances.
  package struct Part: Sendable {
    package let place: Int
    package let step: PlannedStep
    package let deadline: Day?
    /// What it demands on top of the balance, in minor units of the part's currency; nil where its own tier does not charge, or
    /// nothing has come up.
    package let charges: PartCharges?
  }

  /// True for a word of thanks; `parts` are those that were settled.
  package var isThanks: Bool { step.isThanks }

  /// True if it demands charges for any part.
  package var demandsCharges: Bool { parts.contains { $0.charges != nil } }
}

/// Something that the owner is to look at.
package struct Flag: Sendable {
  /// What raised a flag.
  package enum Origin: Sendable {
    /// Place in `Plan.escalations`.
    case escalation(Int)
    case response(Response.Kind)
    /// One of Duly's own: `schedule-finished`, `collection`, `no-recipient`.
    case own(OwnFlag)
  }

  package let day: Day
  /// The invoice number, or the part; nil for the customer.
  package let invoice: String?
  package let origin: Origin
  package let source: Source

  package init(day: Day, invoice: String?, origin: Origin, source: Source) {
    self.day = day
    self.invoice = invoice
    self.origin = origin
    self.source = source
  }

  /// True for what the owner has to look at; a rule that only holds or moves the customer is none of it.
  package func waitsForOwner(_ plan: Plan) -> Bool {
    guard case .escalation(let rule) = origin else { return true }
    return plan.escalations[rule].actions.contains { action in
      switch action {
      case .flag, .notify, .task: true
      case .holdCustomer, .holdInvoice, .schedule: false
      }
    }
  }
}

/// A flag of Duly's own, raised once for a part.
package enum OwnFlag: String, Sendable, CaseIterable {
  case scheduleFinished = "schedule-finished"
  case collection
  case noRecipient = "no-recipient"
  /// The invoice is settled, and charges that were demanded for it are not.
  case chargesOpen = "charges-open"
}

/// Why a part is quiet on a day, and the policy line that says so.
package struct Silence: Sendable {
  package let place: Int
  package let reason: SilenceReason
  package let source: Source
}
