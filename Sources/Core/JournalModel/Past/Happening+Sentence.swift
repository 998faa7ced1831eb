import PolicyModel
import Receivables
import Schedule

// What happened, in a sentence without its full stop.
extension Happening {
  /// The sentence, as it stands under its day.
  package var sentence: String {
    switch self {
    case .message(let happening): happening.sentence
    case .answer(let happening): happening.sentence
    case .policy(let happening): happening.sentence
    case .owner(let happening): happening.sentence
    case .books(let happening): happening.sentence
    case .run(let happening): happening.sentence
    case .mail(let happening): happening.sentence
    }
  }
}

/// ` for A1, A2`; nothing where it is about the customer.
private func about(_ parts: [ReceivableID]?) -> String {
  parts.map { $0.isEmpty ? "" : " for \($0.map { "\($0)" }.joined(separator: ", "))" } ?? ""
}

private func about(_ invoice: String?) -> String { invoice.map { " for \($0)" } ?? "" }

/// `: WORDS`, or nothing.
private func words(_ text: String?) -> String { text.map { ": \($0)" } ?? "" }

extension MessageHappening {
  fileprivate var sentence: String {
    switch self {
    case .claimed(let claim): claim.sentence
    case .handedOver: "it was handed to the mail server"
    case .voided(_, let reason): "it was looked at again, and did not leave: \(reason)"
    case .sent(_, let reply, let refused):
      "the mail server took it (\(reply))"
        + (refused.isEmpty ? "" : ", but not the copy to \(refused.joined(separator: ", "))")
    case .refused(_, let refusal):
      "the mail server refused it\(refusal.isTemporary ? " for now" : ""): \(refusal.reply)"
    case .unknown(_, let reason): "nobody knows whether it was sent: \(reason)"
    case .resolved(_, let wasSent): "a person found out that it was \(wasSent ? "" : "not ")sent"
    }
  }
}

extension Claim {
  /// What is sent, about what, in which tone and to whom.
  fileprivate var sentence: String {
    let what =
      purpose == .thanks
      ? "a word of thanks for \(parts.map { "\($0.id)" }.joined(separator: ", "))"
      : parts.map { part in
        "`\(part.tier)` for \(part.id), \(part.balance)" + (part.deadline.map { " until \($0)" } ?? "")
      }.joined(separator: ", ")
    let listed =
      alsoListed.isEmpty ? "" : ", with \(alsoListed.map { "\($0)" }.joined(separator: ", ")) listed"
    let copies = self.copies.isEmpty ? "" : ", copy to \(self.copies.joined(separator: ", "))"
    let approved = approval.map { ", approved in \($0)" } ?? ""
    return "\(what)\(listed); \(tone), \(channel) to \(to)\(copies)\(approved): \(subject)"
  }
}

extension AnswerHappening {
  fileprivate var sentence: String {
    switch self {
    case .answered(let answer):
      let named = answer.invoices.isEmpty ? "" : " about \(answer.invoices.joined(separator: ", "))"
      let day = answer.promised.map { ", for \($0)" } ?? answer.returns.map { ", back on \($0)" } ?? ""
      return "the customer answered: `\(answer.kind.rawValue)`\(named)\(day)" + words(answer.words)
    case .returned(_, let address, let isHard):
      return "a message to \(address) came back\(isHard ? "; the address takes no mail" : "")"
    case .addressFailed(let address): return "\(address) takes no mail"
    case .paid(let invoice, let amount, let leftOpen):
      let open =
        leftOpen.isEmpty ? "" : "; open are still \(leftOpen.map { "\($0)" }.joined(separator: ", "))"
      return "\(amount) came in\(invoice.map { " for \($0)" } ?? ", not allocated")\(open)"
    }
  }
}

extension PolicyHappening {
  fileprivate var sentence: String {
    switch self {
    case .pauseBegan(let given): given.sentence
    case .holdBegan(let parts, let reason): "a hold began\(about(parts)): \(PastStanding.words(for: reason))"
    case .disputed(let parts): "the dispute was noted\(about(parts))"
    case .settled(let parts): "a reminded invoice is settled\(about(parts))"
    case .promised(let named, let granted, let given):
      given.map { "a promise\(about(granted)): \($0.sentence)" }
        ?? "a promise\(about(named)), which pauses nothing"
    case .promiseBroken: "a promise was broken"
    case .fired(let rule, let invoice, let actions):
      "the rule `\(rule)` fired\(about(invoice)): \(actions.joined(separator: ", "))"
    case .lapsed(let rule, let invoice): "the rule `\(rule)` held no more\(about(invoice))"
    case .scheduleMoved(let schedule): "a rule moved the customer to the schedule `\(schedule)`"
    case .scheduleEnded: "the customer is back on the schedule of its segment"
    case .flagged(let flag, let part): "`\(flag.rawValue)` was flagged for \(part)"
    case .responseFlagged(let kind, let invoice): "`\(kind.rawValue)` was flagged\(about(invoice))"
    case .keptQuiet(let quiet):
      quiet.isEmpty
        ? "nothing kept an invoice quiet any more" : "quiet: \(quiet.map(\.words).joined(separator: "; "))"
    }
  }
}

extension Quiet {
  /// `A1 min-gap, policies/acme.yaml:41`.
  package var words: String {
    "\(invoice ?? "the customer") \(why)"
  }

  /// `min-gap, policies/acme.yaml:41`.
  package var why: String { reason + (line.map { ", \($0)" } ?? "") }
}

extension PauseGiven {
  fileprivate var sentence: String {
    "quiet from \(first) to \(last)\(about(parts)), by `\(response.rawValue)`"
  }
}

extension OwnerHappening {
  fileprivate var sentence: String {
    switch self {
    case .held(let invoice, let note): "the owner held reminders\(about(invoice))" + words(note)
    case .released(let until, let note):
      "the owner released the customer\(until.map { ", flags until \($0)" } ?? "")" + words(note)
    case .approvalAsked(let proposal):
      "the owner was asked to approve "
        + proposal.parts.map { "`\($0.tier)` for \($0.id)" }.joined(separator: ", ") + ", \(proposal.total)"
    case .approvalGiven(let item): "the owner approved \(item)"
    case .approvalLapsed(let item, let reason): "the approval of \(item) lapsed: \(reason)"
    case .seen(let item): "the owner looked at \(item)"
    case .cleared(let item, let until): "the owner cleared \(item)\(until.map { " until \($0)" } ?? "")"
    case .noted(let note): "a note: \(note)"
    case .wroteByHand(let address): "the owner wrote by other means\(address.map { " to \($0)" } ?? "")"
    case .batchApproved(let messages): "the owner agreed to \(messages) messages in one run"
    }
  }
}

extension BooksHappening {
  fileprivate var sentence: String {
    switch self {
    case .seen(let totals): "the books had \(totals.openParts) open invoices of \(totals.customers) customers"
    case .balancesSeen(let seen): "the books said: \(seen.words)"
    case .vanished(let part, let balance): "the books no longer have \(part), \(balance)"
    case .cameBack(let part): "the books have \(part) again"
    case .doubted(let what): what
    case .collectionFailed(let part): "the books said that the collection of \(part) failed"
    }
  }
}

extension SeenBalances {
  /// What is open, and the money that is set against nothing.
  package var words: String {
    let open = parts.map { "\($0.id) \($0.balance)" }
    let credit = credits.map { "\($0) not allocated" }
    return open.isEmpty && credit.isEmpty ? "nothing open" : (open + credit).joined(separator: ", ")
  }
}

extension RunHappening {
  fileprivate var sentence: String {
    switch self {
    case .began: "a run began"
    case .ended(let outcome): "a run ended: \(outcome.words)"
    case .policyInForce(_, let name): "the policy `\(name)` is in force"
    case .digestSent(let address, let items): "the review of \(items) things went to \(address)"
    case .reviewOverdue(let item): "\(item) of the review became overdue"
    case .backupTold(let address): "\(address) was told that the review is overdue"
    case .ownerTold(_, let items): "the owner was told of \(items.map { "\($0)" }.joined(separator: ", "))"
    case .forewarned: "the owner was told what will leave"
    }
  }
}

extension RunOutcome {
  /// `planned 2 = sent 2 + skipped 0 + failed 0 + unknown 0`.
  package var words: String {
    "planned \(planned) = sent \(sent) + skipped \(skipped) + failed \(failed) + unknown \(unknown)"
  }
}

extension MailHappening {
  fileprivate var sentence: String {
    switch self {
    case .heard(let mail): "a mail of \(mail.from) was read as `\(mail.primary)`: \(mail.subject)"
    case .mailboxRead: "the mailbox was read"
    case .corrected(let mail, let kind, _): "a person said that the mail of \(mail) is `\(kind)`"
    }
  }
}

extension PastStanding {
  /// The reason of a stop in words.
  package static func words(for reason: String) -> String {
    let parts = reason.split(separator: " ", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("rule", 2): return "by the rule `\(parts[1])`"
    case ("response", 2): return "by the response `\(parts[1])`"
    default: break
    }
    switch reason {
    case "disputed": return "it is disputed"
    case "owner": return "by the owner"
    case "unknown send": return "nobody knows whether the last message was sent"
    case "failed send": return "the mail server refused the last message for good"
    default: return reason
    }
  }
}
