import PolicyModel
import Receivables
import Schedule

extension OwnerLetterWriter {
  /// What leaves on the next days, with a command for each that keeps it from leaving.
  ///
  /// - Parameter upcoming: In order of day and customer; not empty.
  func forewarning(_ upcoming: [Upcoming]) -> OwnerLetter {
    let owner = business.owner ?? business.sender
    var days: [Day] = []
    for message in upcoming where days.last != message.day { days.append(message.day) }
    var paragraphs = [[greeting(owner)]]
    paragraphs.append([
      upcoming.count == 1
        ? "1 reminder leaves next, unless you hold it or the books change:"
        : "\(upcoming.count) reminders leave next, but for those that you hold and where the books change:"
    ])
    var told = 0
    for day in days {
      paragraphs.append(["\(language.text(of: day, .long)), from \(clock(plan.window.from))"])
      for message in upcoming where message.day == day && told < Self.lines {
        paragraphs.append(lines(message))
        told += 1
      }
    }
    if upcoming.count > told {
      paragraphs.append([
        "And \(upcoming.count - told) more: `duly simulate --days 7` shows all of them, with their words."
      ])
    }
    paragraphs.append(["A hold lasts until you release it: `duly review release CUSTOMER`."])
    paragraphs.append(signature(plan.reviewSource))
    let when = days.first.map { language.text(of: $0, .long) } ?? ""
    return letter(
      "\(upcoming.count == 1 ? "1 reminder leaves" : "\(upcoming.count) reminders leave") on \(when)\(days.count > 1 ? " and after" : "")",
      paragraphs)
  }

  private func lines(_ message: Upcoming) -> [String] {
    let parts = message.parts.map { "\($0)" }.joined(separator: ", ")
    let numbers = Set(message.parts.map(\.number))
    let invoice = numbers.count == 1 ? numbers.first.map { " --invoice \($0)" } ?? "" : ""
    return [
      "- \(message.customer.name): `\(message.tier)`, \(message.tone), \(language.text(of: message.total)), \(parts), to \(message.to)",
      "  to hold it: duly review hold \(message.customer.id)\(invoice)",
    ]
  }

  /// `09:30`.
  private func clock(_ minute: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }
}
