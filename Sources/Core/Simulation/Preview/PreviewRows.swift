import Letters
import PolicyModel
import PolicySyntax
import Receivables
import Schedule

/// Writes the lines of a preview as JSON objects, in the keys of the contract.
package struct PreviewRows: Sendable {
  private let plan: Plan
  /// What the messages of a step have in common, by schedule and position.
  private let steps: [[StepRow]]
  /// The same of the word of thanks, by schedule; empty where there is none.
  private let thanks: [StepRow]
  /// The tiers' names in quotes.
  private let tiers: [[UInt8]]
  private let segments: [[UInt8]]
  private let tones: [[UInt8]]
  /// The end of a flag's row, by escalation.
  private let escalations: [[UInt8]]

  package init(_ plan: Plan) {
    self.plan = plan
    steps = plan.schedules.map { schedule in schedule.steps.map { StepRow($0, of: schedule, in: plan) } }
    thanks = plan.thanks.map { thanks in plan.schedules.map { StepRow(thanks.step, of: $0, in: plan) } } ?? []
    tiers = plan.tiers.map { tier in RowBytes.made { $0.texts([tier.name]) { $0 } } }
    segments = plan.segments.map { segment in RowBytes.made { $0.text(segment.name) } }
    tones = plan.tones.map { tone in RowBytes.made { $0.text(tone) } }
    escalations = plan.escalations.map { rule in
      RowBytes.made { row in
        row.literal(#","escalation":""#)
        row.text(rule.name)
        row.literal(#"","do":["#)
        row.texts(rule.actions) { plan.text(of: $0) }
        row.literal(#"],"source":""#)
        row.text(rule.source.description)
        row.literal(#""}"#)
      }
    }
  }

  func message(_ row: inout RowBytes, _ planned: PlannedMessage, _ names: RowNames) {
    let message = planned.message
    let step =
      message.isThanks ? thanks[message.schedule] : steps[message.schedule][message.step.position]
    row.literal(#"{"kind":"message","on":""#)
    row.day(message.day)
    row.literal(#"","customer":""#)
    names.customer(&row)
    row.literal(#"","segment":""#)
    row.literal(segments[message.segment])
    row.literal(step.tier)
    row.literal(tones[message.tone])
    row.literal(step.channel)
    row.text(message.language)
    row.literal(step.author)
    row.text(message.to.email)
    row.literal(#"","cc":["#)
    row.texts(message.cc) { $0.email }
    row.literal(#"],"invoices":["#)
    names.parts(message.parts.lazy.map(\.place), &row)
    row.literal(#"],"also_listed":["#)
    names.parts(message.alsoListed, &row)
    row.literal(#"],"total":{"amount":""#)
    row.text(message.total.amountText)
    row.literal(#"","currency":""#)
    row.text(message.total.currency.code)
    row.literal(#""}"#)
    if message.demandsCharges { charges(&row, message, names) }
    row.literal(message.needsApproval ? #","needs_approval":true"# : #","needs_approval":false"#)
    row.literal(step.source)
    for place in message.parts.indices {
      row.literal(place == 0 ? "\"" : ",\"")
      names.part(message.parts[place].place, &row)
      row.literal("\":")
      row.literal(tiers[message.parts[place].step.tier])
    }
    row.literal("}")
    words(&row, planned.letter)
    row.literal("}")
  }

  /// What a message demands on top of what is open, invoice by invoice.
  private func charges(_ row: inout RowBytes, _ message: Message, _ names: RowNames) {
    let currency = message.total.currency
    func money(_ minorUnits: Int64) {
      row.literal(#"{"amount":""#)
      row.text(Money(minorUnits: minorUnits, currency: currency).amountText)
      row.literal(#"","currency":""#)
      row.text(currency.code)
      row.literal(#""}"#)
    }
    row.literal(#","charges":["#)
    var isFirst = true
    for part in message.parts {
      guard let charges = part.charges else { continue }
      row.literal(isFirst ? #"{"invoice":""# : #",{"invoice":""#)
      names.part(part.place, &row)
      row.literal(#"","interest":"#)
      money(charges.interest)
      row.literal(#","compensation":"#)
      money(charges.compensation)
      row.literal("}")
      isFirst = false
    }
    row.literal("]")
  }

  private func words(_ row: inout RowBytes, _ letter: Result<Letter, LetterError>?) {
    switch letter {
    case .success(let letter):
      row.literal(#","subject":""#)
      row.text(letter.subject)
      row.literal(#"","text":""#)
      row.text(letter.text)
      row.literal("\"")
    case .failure(let error):
      row.literal(#","letter_error":""#)
      row.text(error.inWords)
      row.literal("\"")
    case nil: break
    }
  }

  func flag(_ row: inout RowBytes, _ flag: Flag, _ names: RowNames) {
    row.literal(#"{"kind":"flag","on":""#)
    row.day(flag.day)
    row.literal(#"","customer":""#)
    names.customer(&row)
    if let invoice = flag.invoice {
      row.literal(#"","invoice":""#)
      row.text(invoice)
      row.literal("\"")
    } else {
      row.literal(#"","invoice":null"#)
    }
    switch flag.origin {
    case .escalation(let rule): return row.literal(escalations[rule])
    case .own(let own):
      row.literal(#","escalation":""#)
      row.text(own.rawValue)
    case .response(let kind):
      row.literal(#","response":""#)
      row.text(kind.rawValue)
    }
    row.literal(#"","do":["flag"],"source":""#)
    row.text(flag.source.description)
    row.literal(#""}"#)
  }

  /// What a flag does, as the contract writes it.
  package func actions(_ flag: Flag) -> [String] {
    guard case .escalation(let rule) = flag.origin else { return ["flag"] }
    return plan.escalations[rule].actions.map { plan.text(of: $0) }
  }

  func silence(_ row: inout RowBytes, _ silence: SilentTime, _ names: RowNames) {
    row.literal(#"{"kind":"silence","customer":""#)
    names.customer(&row)
    row.literal(#"","invoice":""#)
    names.part(silence.place, &row)
    row.literal(#"","from":""#)
    row.day(silence.from)
    row.literal(#"","to":""#)
    row.day(silence.to)
    row.literal(#"","reason":""#)
    row.text(silence.reason.text(in: plan))
    row.literal(#"","source":""#)
    row.text(silence.source.description)
    row.literal(#""}"#)
  }

  func skipped(_ row: inout RowBytes, _ skipped: Skipped, _ names: RowNames) {
    row.literal(#"{"kind":"skipped","customer":""#)
    names.customer(&row)
    if let invoice = skipped.invoice {
      row.literal(#"","invoice":""#)
      row.text(invoice)
    }
    row.literal(#"","reason":""#)
    row.text(skipped.reason)
    row.literal(#""}"#)
  }

  package func summary(_ json: inout JSONWriter, _ summary: PreviewSummary, from: Day) {
    json.object { json in
      json.member("kind", "summary")
      json.member("customers", summary.customers)
      json.member("invoices_open", summary.invoicesOpen)
      json.member("messages", summary.messages)
      json.member("flags", summary.flags)
      json.member("by_tier") { json in
        json.object { json in
          for (place, count) in summary.byTier.enumerated() where count > 0 {
            json.key(plan.tiers[place].name)
            json.integer(count)
          }
        }
      }
      json.member("silences", summary.silent)
      json.member("skipped", summary.skipped)
      json.member("by_tone") { json in
        json.object { json in
          for (place, count) in summary.byTone.enumerated() where count > 0 {
            json.key(plan.tones[place])
            json.integer(count)
          }
        }
      }
      chased(&json, summary)
      json.member("silent_customers", summary.silentCustomers.count)
      guard let limit = plan.limits.perRun else { return }
      json.member("over_per_run") { json in
        json.array { json in
          for (offset, count) in summary.byDay.enumerated() where count > limit {
            json.object {
              $0.member("on", "\(from + offset)")
              $0.member("messages", count)
            }
          }
        }
      }
    }
  }

  static func money(_ json: inout JSONWriter, _ money: Money) {
    json.object {
      $0.member("amount", money.amountText)
      $0.member("currency", money.currency.code)
    }
  }

  private func chased(_ json: inout JSONWriter, _ summary: PreviewSummary) {
    json.member("chased") { json in
      json.array { json in
        for (currency, chased) in summary.chased.sorted(by: { $0.key.code < $1.key.code }) {
          json.object {
            $0.member("invoices", chased.invoices)
            $0.member("amount", Money(minorUnits: chased.minorUnits, currency: currency).amountText)
            $0.member("currency", currency.code)
          }
        }
      }
    }
  }
}

/// What the rows of the messages of one step have in common.
private struct StepRow: Sendable {
  /// From behind the segment to the tone.
  let tier: [UInt8]
  /// From behind the tone to the language.
  let channel: [UInt8]
  /// From behind the language to the address.
  let author: [UInt8]
  /// From behind the approval to the tiers.
  let source: [UInt8]

  init(_ step: PlannedStep, of schedule: PlannedSchedule, in plan: Plan) {
    tier = RowBytes.made { row in
      row.literal(#"","schedule":""#)
      row.text(schedule.name)
      row.literal(#"","tier":""#)
      row.text(plan.tiers[step.tier].name)
      row.literal(#"","level":"#)
      row.text(String(step.level))
      row.literal(#","tone":""#)
    }
    channel = RowBytes.made { row in
      row.literal(#"","channel":""#)
      row.text(step.channelText)
      row.literal(#"","language":""#)
    }
    author = RowBytes.made { row in
      row.literal(#"","from":""#)
      row.text(step.from.rawValue)
      row.literal(#"","to":""#)
    }
    source = RowBytes.made { row in
      row.literal(
        step.isThanks ? #","reason":"thanks","source":""# : #","reason":"tier-reached","source":""#)
      row.text(step.source.description)
      row.literal(#"","tiers":{"#)
    }
  }
}

extension LetterError {
  /// Why there is no letter, in one sentence.
  var inWords: String {
    switch kind {
    case .emptyValue: "a value in the letter is empty"
    case .noValue: "a value in the letter cannot be worked out"
    case .wrongType: "a value in the letter is of the wrong type"
    case .unsafeLink: "a link in the letter leads to no web page"
    case .emptyPart: "the letter has no words"
    case .tooLong: "the letter is too long"
    }
  }
}
