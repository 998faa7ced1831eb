import PolicyModel
import Schedule

extension ReviewItem {
  /// What it is, for a person: a few words.
  package var words: String {
    switch kind {
    case .rule(let rule, let actions):
      let tasks = actions.filter { $0.hasPrefix("task: ") }.map { $0.dropFirst("task: ".count) }
      let holds = actions.contains { $0.hasPrefix("hold") } ? ", reminders are held" : ""
      return tasks.isEmpty ? "`\(rule)`\(holds)" : "`\(rule)`: \(tasks.joined(separator: ", "))\(holds)"
    case .ownFlag(.scheduleFinished): return "every reminder was sent, and it is still open"
    case .ownFlag(.collection): return "the collection is overdue"
    case .ownFlag(.noRecipient): return "there is nobody to write to"
    case .ownFlag(.chargesOpen): return "the charges that were demanded are still open"
    case .answer(let kind): return ReviewItem.words(kind)
    case .approval: return isApproved ? "approved, to be sent" : "wants your approval"
    case .unknownSend: return "nobody knows whether the reminder was sent"
    case .failedSend: return "the mail server refused the reminder for good"
    case .refusedCopies(_, let addresses):
      return "the mail server refused the copy to \(addresses.joined(separator: ", "))"
    case .promiseBroken: return "a promise was broken"
    case .vanished: return "it is no longer in the books: was it paid, or cancelled?"
    case .question(let text): return text
    case .mail: return "somebody unknown writes about one of your invoices"
    }
  }

  private static func words(_ kind: Response.Kind) -> String {
    switch kind {
    case .reply: "an answer"
    case .promise: "a promise that does not pause reminders"
    case .dispute: "a dispute"
    case .claimsPaid: "says that it is paid"
    case .outOfOffice: "is away"
    case .bounce: "the reminder came back"
    case .partialPayment: "paid in part"
    case .paid: "paid"
    case .request: "asks for something"
    case .stop: "asks for no more reminders"
    }
  }

  /// The command that deals with it.
  package var command: String {
    switch kind {
    case .approval: "duly review approve \(number)"
    case .unknownSend: "duly review resolve \(number) --sent (or --not-sent)"
    case .rule, .ownFlag, .answer, .promiseBroken, .failedSend, .refusedCopies, .vanished, .question, .mail:
      "duly review resolve \(number)"
    }
  }
}
