import JournalModel
import PolicyModel
import Receivables
import Schedule

extension OwnerLetterWriter {
  /// The digest: what is to be decided, the largest first.
  ///
  /// - Parameter entries: What waits, the largest first; not empty.
  package func digest(_ entries: [ReviewBoard.Entry]) -> OwnerLetter {
    let owner = business.owner ?? business.sender
    let largest = entries.prefix(Self.toldWhole)
    let others = entries.dropFirst(Self.toldWhole)
    var paragraphs = [[greeting(owner)]]
    paragraphs.append([
      "\(things(entries.count)) for you\(others.isEmpty ? "." : "; the three largest first.")"
    ])
    for (number, entry) in largest.enumerated() { paragraphs.append(whole(entry, mark: "\(number + 1).")) }
    if !others.isEmpty {
      paragraphs.append(["The others:"])
      paragraphs.append(list(others.map(line)))
    }
    paragraphs.append(waiting(entries))
    paragraphs.append(["`duly review list` shows all of it."])
    paragraphs.append(signature(plan.reviewSource))
    let first = entries.first.map { "\(heading($0))" } ?? ""
    let subject =
      entries.count == 1
      ? "To decide: \(first)" : "\(entries.count) things to decide; the first: \(first)"
    return letter(subject, paragraphs)
  }

  /// Rules with `notify` that fired.
  ///
  /// - Parameter entries: Not empty.
  package func notice(_ entries: [ReviewBoard.Entry]) -> OwnerLetter {
    let owner = business.owner ?? business.sender
    var paragraphs = [[greeting(owner)]]
    paragraphs.append([
      entries.count == 1
        ? "A rule of your policy fired, and asks that you hear of it at once."
        : "Rules of your policy fired, and ask that you hear of it at once."
    ])
    for entry in entries.prefix(Self.lines) { paragraphs.append(whole(entry, mark: "-")) }
    if entries.count > Self.lines { paragraphs.append(["And \(entries.count - Self.lines) more."]) }
    let source = plan.escalations.first { rule in
      if case .rule(rule.name, _)? = entries.first?.item.kind { true } else { false }
    }?.source
    paragraphs.append(signature(source ?? plan.source))
    let subject =
      entries.count == 1
      ? entries.first.map { "\($0.item.words): \(heading($0))" } ?? ""
      : "\(entries.count) rules fired: \(names(entries.compactMap(\.item.customer)))"
    return letter(subject, paragraphs)
  }

  /// Nobody has looked in time: to whoever stands in, and to the owner.
  ///
  /// - Parameters:
  ///   - entries: What was not looked at in time, the largest first; not empty.
  ///   - backup: Nil where the policy names nobody; then the owner is told.
  package func overdue(_ entries: [ReviewBoard.Entry], to backup: Party?) -> OwnerLetter {
    let owner = business.owner ?? business.sender
    let waited = entries.count == 1 ? "1 thing has waited" : "\(entries.count) things have waited"
    let limit =
      plan.review.map {
        ", longer than the policy allows (`overdue_after: \(PlanText.text($0.overdueAfter))`)"
      } ?? ""
    var paragraphs = [[greeting(backup ?? owner)]]
    if backup != nil {
      paragraphs.append([
        "You stand in for \(owner.name) at \(business.name). \(waited) for a decision\(limit), and nobody has looked. "
          + "\(owner.name) has this letter too."
      ])
    } else {
      paragraphs.append(["\(waited) for your decision\(limit), and nobody has looked."])
    }
    for (number, entry) in entries.prefix(Self.toldWhole).enumerated() {
      paragraphs.append(whole(entry, mark: "\(number + 1)."))
    }
    let others = entries.dropFirst(Self.toldWhole)
    if !others.isEmpty { paragraphs.append(list(others.map(line))) }
    paragraphs.append(waiting(entries))
    paragraphs.append(["To show an item is to have looked at it; `duly review list` shows all of them."])
    paragraphs.append(signature(plan.reviewSource))
    return letter("Nobody has looked: \(waited) too long at \(business.name)", paragraphs)
  }

  /// Whose reminders wait for somebody to look.
  private func waiting(_ entries: [ReviewBoard.Entry]) -> [String] {
    let overdue = entries.filter { $0.item.isOverdue && !$0.item.isSeen && $0.item.kind.isFlag }
    guard !overdue.isEmpty else { return [] }
    let customers = overdue.compactMap(\.item.customer)
    if plan.review?.consequence == .holdAll || customers.isEmpty {
      return ["Until somebody has looked, no reminder leaves to anybody."]
    }
    return ["Until somebody has looked, no reminder leaves to \(names(customers))."]
  }

  private func list(_ lines: [String]) -> [String] {
    if lines.count <= Self.lines { return lines }
    return Array(lines.prefix(Self.lines)) + ["- and \(lines.count - Self.lines) more"]
  }
}
