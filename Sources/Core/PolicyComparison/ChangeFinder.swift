import CEL
import PolicySyntax
import Receivables
import Schedule
import Simulation

/// Compares what two policies send one customer.
struct ChangeFinder: Sendable {
  private let old: Plan
  private let new: Plan
  /// Places in a common order of tones: those of the new policy, and for one that it no longer has, its old neighbours'.
  private let hardness: [String: Int]

  init(_ old: Plan, _ new: Plan) {
    self.old = old
    self.new = new
    var order = new.tones
    for (place, tone) in old.tones.enumerated() where !order.contains(tone) {
      // Directly behind the tone that it followed.
      let before = old.tones[..<place].last { order.contains($0) }
      let index = before.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      order.insert(tone, at: index)
    }
    hardness = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
  }

  /// The change for a customer; nil where both policies do the same.
  func change(
    _ before: CustomerPreview, _ after: CustomerPreview, _ account: Account, on day: Day,
    standings: [CustomerChange.Standing]
  ) -> CustomerChange? {
    let lines = before.parts.indices.flatMap { place in
      pairs("\(before.parts[place])", touches(before, place, old), touches(after, place, new))
    }
    let flags = flagLines(before, after)
    var kinds = Set(lines.flatMap(\.kinds))
    if before.messages.isEmpty != after.messages.isEmpty {
      kinds.subtract([.more, .fewer])
      kinds.insert(before.messages.isEmpty ? .firstTime : .notAtAll)
    }
    kinds.formUnion(flags.map { $0.isNew ? .flagged : .notFlagged })
    if kinds.isEmpty { return nil }
    let balances = balances(account, on: day)
    return CustomerChange(
      customer: account.customer, balances: balances, weight: weight(balances), kinds: kinds.sorted(),
      lines: lines.filter { !$0.kinds.isEmpty }, flags: flags, standings: standings)
  }

  private func touches(_ preview: CustomerPreview, _ place: Int, _ plan: Plan) -> [CustomerChange.Touch] {
    preview.messages.compactMap { planned in
      guard let part = planned.message.parts.first(where: { $0.place == place }) else { return nil }
      return CustomerChange.Touch(
        day: planned.message.day, tier: plan.tiers[part.step.tier].name,
        tone: plan.tones[planned.message.tone], level: part.step.level,
        address: planned.message.to.email, source: part.step.source)
    }
  }

  /// Tiers of one name stand for each other; the others in their order, for a tier may only have been renamed.
  private func pairs(
    _ invoice: String, _ old: [CustomerChange.Touch], _ new: [CustomerChange.Touch]
  ) -> [CustomerChange.Line] {
    var pairs: [(old: CustomerChange.Touch?, new: CustomerChange.Touch?)] = []
    var left = new
    var alone: [CustomerChange.Touch] = []
    for touch in old {
      if let place = left.firstIndex(where: { $0.tier == touch.tier }) {
        pairs.append((touch, left.remove(at: place)))
      } else {
        alone.append(touch)
      }
    }
    for place in 0..<max(alone.count, left.count) {
      pairs.append(
        (place < alone.count ? alone[place] : nil, place < left.count ? left[place] : nil))
    }
    func day(_ pair: (old: CustomerChange.Touch?, new: CustomerChange.Touch?)) -> Day {
      min(pair.old?.day ?? Day(number: .max), pair.new?.day ?? Day(number: .max))
    }
    return pairs.sorted { day($0) < day($1) }.map {
      CustomerChange.Line(invoice: invoice, old: $0.old, new: $0.new, kinds: kinds($0.old, $0.new))
    }
  }

  private func kinds(
    _ old: CustomerChange.Touch?, _ new: CustomerChange.Touch?
  ) -> [CustomerChange.Kind] {
    guard let old else { return [.more] }
    guard let new else { return [.fewer] }
    var kinds: [CustomerChange.Kind] = []
    if new.day != old.day { kinds.append(new.day < old.day ? .earlier : .later) }
    // A harder tone, or in the same tone a higher level.
    let before = (hardness[old.tone] ?? 0, old.tier == new.tier ? 0 : old.level)
    let after = (hardness[new.tone] ?? 0, old.tier == new.tier ? 0 : new.level)
    if before != after { kinds.append(before < after ? .harsher : .softer) }
    if old.address != new.address { kinds.append(.otherPerson) }
    return kinds
  }

  private func flagLines(_ before: CustomerPreview, _ after: CustomerPreview) -> [CustomerChange.FlagLine] {
    func lines(_ preview: CustomerPreview, _ plan: Plan, isNew: Bool) -> [CustomerChange.FlagLine] {
      preview.flags.map { flag in
        let name =
          switch flag.origin {
          case .escalation(let rule): plan.escalations[rule].name
          case .response(let kind): kind.rawValue
          case .own(let own): own.rawValue
          }
        return CustomerChange.FlagLine(
          day: flag.day, name: name, invoice: flag.invoice, isNew: isNew, source: flag.source)
      }
    }
    var left = lines(after, new, isNew: true)
    var found: [CustomerChange.FlagLine] = []
    for line in lines(before, old, isNew: false) {
      // A day sooner or later is no other flag.
      if let place = left.firstIndex(where: { $0.name == line.name && $0.invoice == line.invoice }) {
        left.remove(at: place)
      } else {
        found.append(line)
      }
    }
    return (found + left).enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  private func balances(_ account: Account, on day: Day) -> [Money] {
    var sums: [Money] = []
    for place in account.receivables.indices where account.isOpen(place, on: day) {
      let balance = account.receivables[place].balance
      if let known = sums.firstIndex(where: { $0.currency == balance.currency }) {
        sums[known].minorUnits += balance.minorUnits
      } else {
        sums.append(balance)
      }
    }
    return sums
  }

  private func weight(_ balances: [Money]) -> Decimal {
    var sum = Decimal(0)
    for balance in balances {
      do throws(EvaluationError) {
        sum = try sum + new.rates.inBase(MoneyAmount(balance))
      } catch {
        // Without a rate it cannot be weighed; the order of a report may do without it.
        continue
      }
    }
    return sum
  }
}
