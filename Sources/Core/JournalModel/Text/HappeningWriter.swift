import PolicySyntax
import Receivables

/// Writes what happened as the journal keeps it: a kind, and one JSON object without blanks, its members in the order of their
/// names; what is nil is left out.
package enum HappeningWriter {
  /// The kind and the body of a happening, with where it comes from.
  package static func write(
    _ happening: Happening, from source: EventSource
  ) -> (kind: String, body: String) {
    var json = JSONWriter(ordersMembers: true, capacity: 512)
    var kind: StaticString = ""
    json.object {
      kind =
        switch happening {
        case .message(let happening): write(happening, &$0)
        case .answer(let happening): write(happening, &$0)
        case .policy(let happening): write(happening, &$0)
        case .owner(let happening): write(happening, &$0)
        case .books(let happening): write(happening, &$0)
        case .run(let happening): write(happening, &$0)
        case .mail(let happening): happening.write(&$0)
        }
      $0.member("source", source.text)
    }
    return (kind.description, json.text)
  }

  private static func write(_ happening: MessageHappening, _ json: inout JSONWriter) -> StaticString {
    switch happening {
    case .claimed(let claim):
      write(claim, &json)
      return "claimed"
    case .handedOver(let key):
      json.member("key", key)
      return "handed-over"
    case .voided(let key, let reason):
      json.member("key", key)
      json.member("reason", reason)
      return "voided"
    case .sent(let key, let reply, let refused):
      json.member("key", key)
      json.member("reply", reply)
      json.texts("refused_copies", refused)
      return "sent"
    case .refused(let key, let refusal):
      json.member("key", key)
      json.member("temporary", refusal.isTemporary)
      json.member("reply", refusal.reply)
      json.optional("closed_address", refusal.closedAddress)
      return "refused"
    case .unknown(let key, let reason):
      json.member("key", key)
      json.member("reason", reason)
      return "unknown"
    case .resolved(let key, let wasSent):
      json.member("key", key)
      json.member("sent", wasSent)
      return "resolved"
    }
  }

  private static func write(_ claim: Claim, _ json: inout JSONWriter) {
    json.member("key", claim.key)
    json.member("purpose", claim.purpose.rawValue)
    json.member("schedule", claim.schedule)
    json.member("tone", claim.tone)
    json.member("language", claim.language)
    json.member("channel", claim.channel)
    json.member("to", claim.to)
    json.texts("copies", claim.copies)
    json.claimed("parts", claim.parts)
    json.parts("also_listed", claim.alsoListed.isEmpty ? nil : claim.alsoListed)
    json.member("total", claim.total)
    json.member("subject", claim.subject)
    json.member("words", claim.words)
    if let approval = claim.approval { json.member("approval", approval) }
  }

  private static func write(_ happening: AnswerHappening, _ json: inout JSONWriter) -> StaticString {
    switch happening {
    case .answered(let answer):
      json.member("kind", answer.kind.rawValue)
      if answer.invoices.count == 1 {
        json.optional("invoice", answer.invoices.first)
      } else {
        json.texts("invoices", answer.invoices)
      }
      json.optional("promised", answer.promised)
      json.optional("returns", answer.returns)
      json.optional("words", answer.words)
      return "answered"
    case .returned(let key, let address, let isHard):
      json.optional("key", key)
      json.member("address", address)
      json.member("hard", isHard)
      return "returned"
    case .addressFailed(let address):
      json.member("address", address)
      return "address-failed"
    case .paid(let invoice, let amount, let leftOpen):
      json.optional("invoice", invoice)
      json.member("amount", amount)
      json.parts("left_open", leftOpen)
      return "paid"
    }
  }

  private static func write(_ happening: PolicyHappening, _ json: inout JSONWriter) -> StaticString {
    switch happening {
    case .pauseBegan(let pause):
      json.members(pause)
      return "pause-began"
    case .holdBegan(let parts, let reason):
      json.parts("parts", parts)
      json.member("reason", reason)
      return "hold-began"
    case .disputed(let parts):
      json.parts("parts", parts)
      return "disputed"
    case .settled(let parts):
      json.parts("parts", parts)
      return "settled"
    case .promised(let named, let granted, let pause):
      json.parts("named", named)
      json.parts("granted", granted)
      if let pause { json.member("pause") { $0.object { $0.members(pause) } } }
      return "promised"
    case .promiseBroken(let promise):
      json.member("promise", promise)
      return "promise-broken"
    case .fired(let rule, let invoice, let actions):
      json.member("rule", rule)
      json.optional("invoice", invoice)
      json.texts("do", actions)
      return "fired"
    case .lapsed(let rule, let invoice):
      json.member("rule", rule)
      json.optional("invoice", invoice)
      return "lapsed"
    case .scheduleMoved(let schedule):
      json.member("to", schedule)
      return "schedule-moved"
    case .scheduleEnded: return "schedule-ended"
    case .flagged(let flag, let part):
      json.member("flag", flag.rawValue)
      json.member("part", part)
      return "flagged"
    case .responseFlagged(let kind, let invoice):
      json.member("response", kind.rawValue)
      json.optional("invoice", invoice)
      return "response-flagged"
    case .keptQuiet(let quiet):
      json.member("quiet") { json in
        json.array(of: quiet) { json, quiet in
          json.object { json in
            json.optional("invoice", quiet.invoice)
            json.optional("line", quiet.line)
            json.member("reason", quiet.reason)
          }
        }
      }
      return "kept-quiet"
    }
  }

  private static func write(_ happening: OwnerHappening, _ json: inout JSONWriter) -> StaticString {
    switch happening {
    case .held(let invoice, let note):
      json.optional("invoice", invoice)
      json.optional("note", note)
      return "held"
    case .released(let until, let note):
      json.optional("until", until)
      json.optional("note", note)
      return "released"
    case .approvalAsked(let proposal):
      json.member("content", proposal.content)
      json.claimed("parts", proposal.parts)
      json.parts("also_listed", proposal.alsoListed.isEmpty ? nil : proposal.alsoListed)
      json.member("total", proposal.total)
      json.member("tone", proposal.tone)
      json.member("to", proposal.to)
      json.member("subject", proposal.subject)
      json.member("text", proposal.text)
      return "approval-asked"
    case .approvalGiven(let item):
      json.member("item", item)
      return "approval-given"
    case .approvalLapsed(let item, let reason):
      json.member("item", item)
      json.member("reason", reason)
      return "approval-lapsed"
    case .seen(let item):
      json.member("item", item)
      return "seen"
    case .cleared(let item, let until):
      json.member("item", item)
      json.optional("until", until)
      return "cleared"
    case .noted(let note):
      json.member("note", note)
      return "noted"
    case .wroteByHand(let address):
      json.optional("address", address)
      return "wrote-by-hand"
    case .batchApproved(let messages):
      json.member("messages", messages)
      return "batch-approved"
    }
  }

  private static func write(_ happening: BooksHappening, _ json: inout JSONWriter) -> StaticString {
    switch happening {
    case .seen(let totals):
      json.optional("as_of", totals.asOf)
      json.member("customers", totals.customers)
      json.member("open_parts", totals.openParts)
      json.amounts("open", totals.open)
      return "books-seen"
    case .balancesSeen(let seen):
      json.member("parts") {
        $0.array(of: seen.parts) { json, part in
          json.array {
            $0.part(part.id)
            $0.string(part.balance.description)
          }
        }
      }
      json.amounts("credits", seen.credits)
      return "balances-seen"
    case .vanished(let part, let balance):
      json.member("part", part)
      json.member("balance", balance)
      return "vanished"
    case .cameBack(let part):
      json.member("part", part)
      return "came-back"
    case .doubted(let what):
      json.member("what", what)
      return "doubted"
    case .collectionFailed(let part):
      json.member("part", part)
      return "collection-failed"
    }
  }

  private static func write(_ happening: RunHappening, _ json: inout JSONWriter) -> StaticString {
    switch happening {
    case .began(let start):
      json.member("boot", start.boot)
      json.member("process", start.process)
      return "run-began"
    case .ended(let outcome):
      json.member("planned", outcome.planned)
      json.member("sent", outcome.sent)
      json.member("skipped", outcome.skipped)
      json.member("failed", outcome.failed)
      json.member("unknown", outcome.unknown)
      return "run-ended"
    case .policyInForce(let digest, let name):
      json.member("digest", digest)
      json.member("name", name)
      return "policy-in-force"
    case .digestSent(let address, let items):
      json.member("to", address)
      json.member("items", items)
      return "digest-sent"
    case .reviewOverdue(let item):
      json.member("item", item)
      return "review-overdue"
    case .backupTold(let address):
      json.member("to", address)
      return "backup-told"
    case .ownerTold(let notice, let items):
      json.member("about", notice.rawValue)
      json.member("items") { $0.array(of: items) { $0.integer(Int($1)) } }
      return "owner-told"
    case .forewarned(let keys):
      json.texts("messages", keys)
      return "forewarned"
    }
  }
}
