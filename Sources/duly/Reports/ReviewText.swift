import JournalModel
import PolicySyntax
import Receivables

/// What waits for the owner, for reading and as JSON.
struct ReviewText {
  private let board: ReviewBoard
  private let names: CustomerNames

  init(_ board: ReviewBoard, _ names: CustomerNames) {
    self.board = board
    self.names = names
  }

  func render() -> String {
    if board.entries.isEmpty { return "Nothing waits for you.\n" }
    var lines: [String] = []
    for entry in board.entries {
      let item = entry.item
      let whom = item.customer.map(names.name(of:)) ?? "the books"
      let money = entry.open.map(\.description).joined(separator: " + ")
      let invoice = item.invoice.map { "  \($0)" } ?? ""
      lines.append("\(item.number)  \(whom)\(invoice)  \(money)")
      lines.append(
        "     since \(item.day)\(item.isOverdue ? ", overdue" : item.isSeen ? "" : ", new"): \(item.words)")
      lines.append("     \(item.command)")
    }
    lines.append("")
    lines.append(
      "\(board.entries.count) \(board.entries.count == 1 ? "thing waits" : "things wait") for you. `duly review show NUMBER` tells all of one."
    )
    return lines.joined(separator: "\n") + "\n"
  }

  func json() -> String {
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("duly", 1)
      json.member("items") { json in
        json.array(of: board.entries) { json, entry in
          let item = entry.item
          json.object { json in
            json.member("number", Int(item.number))
            json.member("since", item.day.description)
            json.member("customer", item.customer?.text)
            json.member("invoice", item.invoice)
            json.member("what", item.words)
            json.member("open") { $0.array(of: entry.open) { $0.string($1.description) } }
            json.member("seen", item.isSeen)
            json.member("overdue", item.isOverdue)
            json.member("approved", item.isApproved)
            json.member("source", item.source.text)
            json.member("command", item.command)
          }
        }
      }
    }
    json.endLine()
    return json.text
  }

  /// One item with what is known beside it.
  static func whole(_ item: ReviewItem, _ journal: JournalState, _ names: CustomerNames) -> String {
    var lines = [
      "\(item.number)  \(item.customer.map(names.name(of:)) ?? "the books")  \(item.invoice ?? "")"
    ]
    lines.append("since \(item.day), because of \(item.source.text): \(item.words)")
    switch item.kind {
    case .approval(let proposal): lines += ReviewText.lines(of: proposal)
    case .unknownSend(let key, let reason):
      lines.append(reason)
      if let claim = journal.claims[key]?.claim {
        lines.append("to \(claim.to), \(claim.total): \(claim.subject)")
        lines.append("Look into your Sent folder or ask the customer; Message-ID begins with \(key).")
      }
    case .failedSend(_, let reply): lines.append(reply)
    case .refusedCopies(let key, _):
      if let claim = journal.claims[key]?.claim {
        lines.append("sent to \(claim.to), \(claim.total): \(claim.subject)")
      }
    case .mail(let from, let subject): lines.append("from \(from): \(subject)")
    case .rule, .ownFlag, .answer, .promiseBroken, .vanished, .question: break
    }
    if let mail = item.mail ?? (item.kind.isMail ? item.number : nil) {
      lines.append("The mail: `duly inbox show \(mail)`")
    }
    if let customer = item.customer {
      lines.append("")
      lines += history(customer, journal)
      for note in journal.notes[customer] ?? [] { lines.append("\(note.day)  note: \(note.text)") }
    }
    lines += ["", item.command]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of proposal: Proposal) -> [String] {
    var lines = ["to \(proposal.to), tone \(proposal.tone), \(proposal.total)", ""]
    lines.append("  " + proposal.subject)
    lines.append("")
    lines += proposal.text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    return lines
  }

  private static func history(_ customer: CustomerID, _ journal: JournalState) -> [String] {
    (journal.histories[customer] ?? []).compactMap { entry in
      switch entry.kind {
      case .sent(let claim, let isUnknown):
        let tiers = claim.parts.map { "\($0.id) \($0.tier)" }.joined(separator: ", ")
        return "\(entry.day)  \(isUnknown ? "unknown" : "sent"): \(tiers), \(claim.total)"
      case .answered: return "\(entry.day)  the customer answered or paid"
      case .returned: return "\(entry.day)  came back"
      case .held: return "\(entry.day)  held"
      case .released: return "\(entry.day)  released"
      case .wroteByHand: return "\(entry.day)  written to by hand"
      case .resolved, .failed, .policy, .cleared: return nil
      }
    }
  }
}

extension ReviewItem.Kind {
  fileprivate var isMail: Bool { if case .mail = self { true } else { false } }
}
