import Letters
import PolicySyntax
import Receivables
import Schedule
import Simulation

/// A message of a run, as a test speaks of it.
package struct MessageView: Sendable {
  let plan: Plan
  let preview: CustomerPreview
  let planned: PlannedMessage

  var message: Message { planned.message }
  package var day: Day { planned.message.day }

  /// What is true of the message, as a test writes it.
  func text(of field: MessageField) -> String {
    switch field {
    case .on: "\(message.day)"
    case .customer: preview.customer.id.text
    case .tier: plan.tiers[message.step.tier].name
    case .tone: plan.tones[message.tone]
    case .invoices: list(message.parts.map(\.place))
    case .alsoListed: list(message.alsoListed)
    case .segment: plan.segments[message.segment].name
    case .schedule: plan.schedules[message.schedule].name
    case .level: "\(message.step.level)"
    case .channel: message.step.channelText
    case .language: message.language
    case .from: message.step.from.rawValue
    case .to: message.to.email
    case .cc: message.cc.map(\.email).joined(separator: ", ")
    case .total: "\(message.total)"
    case .needsApproval: message.needsApproval ? "true" : "false"
    case .subject: letter?.subject ?? ""
    case .says: letter.map { "\($0.subject)\n\($0.text)" } ?? ""
    }
  }

  /// Whether a wanted value is the message's. Words may stand on other lines than the test writes them.
  func has(_ wanted: MessageExpectation.Wanted) -> Bool {
    if wanted.field == .says {
      let said = " \(MessageView.onOneLine(text(of: .says))) "
      return MessageView.contains(said, MessageView.onOneLine(wanted.text))
    }
    return text(of: wanted.field) == wanted.text
  }

  private var letter: Letter? {
    guard case .success(let letter) = planned.letter else { return nil }
    return letter
  }

  private func list(_ places: [Int]) -> String {
    places.map { "\(preview.parts[$0])" }.joined(separator: ", ")
  }

  private static func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard !part.isEmpty, text.count >= part.count else { return part.isEmpty }
    return (0...(text.count - part.count)).contains { start in
      text[start..<(start + part.count)].elementsEqual(part)
    }
  }

  /// In words, the day left out. The customer stands in front where there are several.
  func inWords(namesCustomer: Bool) -> String {
    let also = text(of: .alsoListed)
    return (namesCustomer ? "\(preview.customer.id)  " : "") + text(of: .tier) + "  " + text(of: .tone)
      + "  " + text(of: .invoices) + (also.isEmpty ? "" : " (+\(also))") + "  \(message.total)"
      + (message.needsApproval ? " ✓" : "")
  }

  /// The policy line that a field of the message comes from.
  func source(of field: MessageField) -> Source {
    switch field {
    case .segment: plan.segments[message.segment].source
    case .schedule: plan.segments[message.segment].source
    case .tone: message.step.tone == nil ? plan.segments[message.segment].source : message.step.source
    case .subject, .says:
      plan.letters.template(tone: message.tone, tier: message.step.tier, language: message.language)
        .map { plan.letters.sources[$0] } ?? message.step.source
    default: message.step.source
    }
  }

  /// Why it leaves: the tier, its day, and who asked for it.
  var why: TestReason {
    let invoices = message.parts.map { part -> String in
      let listed = planned.listed.first { $0.id == preview.parts[part.place] }
      let due = listed.map { ", due \($0.due)" } ?? ""
      return "\(preview.parts[part.place])\(due)"
    }
    return TestReason(
      "`\(text(of: .tier))` of `\(text(of: .schedule))` (\(PlanText.text(message.step.timing))) is reached "
        + "for \(invoices.joined(separator: "; "))",
      message.step.source)
  }
}
