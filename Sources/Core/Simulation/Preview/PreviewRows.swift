import Letters
import PolicyModel
import PolicySyntax
import Receivables
import Schedule

/// Writes the lines of a preview as JSON objects, in the keys of the contract.
package struct PreviewRows: Sendable {
  private let plan: Plan

  package init(_ plan: Plan) {
    self.plan = plan
  }

  package func message(_ json: inout JSONWriter, _ planned: PlannedMessage, _ preview: CustomerPreview) {
    let message = planned.message
    json.object { json in
      json.member("kind", "message")
      json.member("on", message.day.description)
      json.member("customer", preview.customer.id.text)
      json.member("segment", plan.segments[message.segment].name)
      json.member("schedule", plan.schedules[message.schedule].name)
      json.member("tier", plan.tiers[message.step.tier].name)
      json.member("level", message.step.level)
      json.member("tone", plan.tones[message.tone])
      json.member("channel", message.step.channelText)
      json.member("language", message.language)
      json.member("from", message.step.from.rawValue)
      json.member("to", message.to.email)
      json.member("cc") { $0.array { for person in message.cc { $0.string(person.email) } } }
      json.member("invoices") {
        $0.array { for part in message.parts { $0.string(preview.parts[part.place].description) } }
      }
      json.member("also_listed") {
        $0.array { for place in message.alsoListed { $0.string(preview.parts[place].description) } }
      }
      json.member("total") { PreviewRows.money(&$0, message.total) }
      if message.demandsCharges { charges(&json, message, preview) }
      json.member("needs_approval", message.needsApproval)
      json.member("reason", "tier-reached")
      json.member("source", message.step.source.description)
      json.member("tiers") { json in
        json.object { json in
          for part in message.parts {
            json.key(preview.parts[part.place].description)
            json.string(plan.tiers[part.step.tier].name)
          }
        }
      }
      switch planned.letter {
      case .success(let letter):
        json.member("subject", letter.subject)
        json.member("text", letter.text)
      case .failure(let error): json.member("letter_error", error.inWords)
      case nil: break
      }
    }
  }

  /// What a message demands on top of what is open, invoice by invoice.
  private func charges(
    _ json: inout JSONWriter, _ message: Message, _ preview: CustomerPreview
  ) {
    json.member("charges") { json in
      json.array { json in
        for part in message.parts {
          guard let charges = part.charges else { continue }
          let currency = message.total.currency
          json.object {
            $0.member("invoice", preview.parts[part.place].description)
            $0.member("interest") {
              PreviewRows.money(&$0, Money(minorUnits: charges.interest, currency: currency))
            }
            $0.member("compensation") {
              PreviewRows.money(&$0, Money(minorUnits: charges.compensation, currency: currency))
            }
          }
        }
      }
    }
  }

  package func flag(_ json: inout JSONWriter, _ flag: Flag, _ preview: CustomerPreview) {
    json.object { json in
      json.member("kind", "flag")
      json.member("on", flag.day.description)
      json.member("customer", preview.customer.id.text)
      json.member("invoice", flag.invoice)
      switch flag.origin {
      case .escalation(let rule): json.member("escalation", plan.escalations[rule].name)
      case .own(let own): json.member("escalation", own.rawValue)
      case .response(let kind): json.member("response", kind.rawValue)
      }
      json.member("do") { $0.array { for action in actions(flag) { $0.string(action) } } }
      json.member("source", flag.source.description)
    }
  }

  /// What a flag does, as the contract writes it.
  package func actions(_ flag: Flag) -> [String] {
    guard case .escalation(let rule) = flag.origin else { return ["flag"] }
    return plan.escalations[rule].actions.map { plan.text(of: $0) }
  }

  package func silence(_ json: inout JSONWriter, _ silence: SilentTime, _ preview: CustomerPreview) {
    json.object { json in
      json.member("kind", "silence")
      json.member("customer", preview.customer.id.text)
      json.member("invoice", preview.parts[silence.place].description)
      json.member("from", silence.from.description)
      json.member("to", silence.to.description)
      json.member("reason", silence.reason.text(in: plan))
      json.member("source", silence.source.description)
    }
  }

  package func skipped(_ json: inout JSONWriter, _ skipped: Skipped, _ preview: CustomerPreview) {
    json.object { json in
      json.member("kind", "skipped")
      json.member("customer", preview.customer.id.text)
      if let invoice = skipped.invoice { json.member("invoice", invoice) }
      json.member("reason", skipped.reason)
    }
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

  static func money(_ json: inout JSONWriter, _ money: Money) {
    json.object {
      $0.member("amount", money.amountText)
      $0.member("currency", money.currency.code)
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
