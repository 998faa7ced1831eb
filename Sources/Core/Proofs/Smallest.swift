import CEL

/// Chooses, of all values that meet statements, the smallest in the stated order.
struct Smallest {
  private let prover: Prover
  private var formulas: [Formula]
  private var domains: [Domain]
  /// The variables that the statements speak of, in the order in which they are chosen.
  private let chosen: [Int]

  /// - Parameter domains: Of a search that has found the statements to be possible.
  init(_ prover: Prover, _ formulas: [Formula], _ domains: [Domain]) {
    self.prover = prover
    self.formulas = formulas
    self.domains = domains
    var used: Set<Int> = []
    for formula in formulas { formula.collectVariables(into: &used) }
    let meanings = prover.variables.meanings
    for variable in used {
      guard case .sum(let terms) = meanings[variable] else { continue }
      used.formUnion(terms.map(\.variable))
      used.remove(variable)
    }
    chosen = used.sorted { (meanings[$0].rank, $0) < (meanings[$1].rank, $1) }
  }

  /// A value for each variable.
  mutating func values() -> [Whole] {
    for variable in chosen { choose(variable) }
    return prover.variables.domains.indices.map { place in
      let domain = domains[place]
      return domain.isFixed ? domain.low : domain.nearest(to: plainest(place))
    }
  }

  private mutating func choose(_ variable: Int) {
    let wanted = plainest(variable)
    for candidate in candidates(variable, wanted) {
      let fixed = Formula.atom(.equal(variable, candidate))
      guard case .found(let found) = prover.search(formulas + [fixed]) else { continue }
      formulas.append(fixed)
      domains = found
      return
    }
  }

  /// The values at which an answer can change, and those found, the plainest first.
  private func candidates(_ variable: Int, _ wanted: Whole) -> [Whole] {
    var all: Set<Whole> = [wanted, domains[variable].nearest(to: wanted)]
    all.formUnion(edges(of: variable))
    for (sum, meaning) in prover.variables.meanings.enumerated() {
      guard case .sum(let terms) = meaning, let own = terms.first(where: { $0.variable == variable }) else {
        continue
      }
      // With the others as they are, the values at which an answer about the sum can change.
      var rest: Whole = 0
      for term in terms where term.variable != variable {
        let domain = domains[term.variable]
        rest += term.factor * (domain.isFixed ? domain.low : domain.nearest(to: plainest(term.variable)))
      }
      for edge in edges(of: sum) { all.insert(Linear.floorDivision(edge - rest, own.factor)) }
    }
    let domain = prover.variables.domains[variable]
    let isWhole = prover.wholeness(variable)
    return all.flatMap { isWhole($0) }.filter(domain.contains).sorted { left, right in
      let (first, second) = (abs(left - wanted), abs(right - wanted))
      let (isFirst, isSecond) = (prover.isPlain(variable, left), prover.isPlain(variable, right))
      if isFirst != isSecond { return isFirst }
      return first == second ? left > right : first < second
    }.uniqued
  }

  /// The numbers with which a variable is compared, and those beside them.
  private func edges(of variable: Int) -> Set<Whole> {
    var found: Set<Whole> = []
    for formula in formulas + prover.relations.map(\.formula) { collect(variable, formula, into: &found) }
    return found
  }

  private func collect(_ variable: Int, _ formula: Formula, into all: inout Set<Whole>) {
    switch formula {
    case .yes, .no: return
    case .all(let parts), .any(let parts):
      for part in parts { collect(variable, part, into: &all) }
    case .atom(let atom):
      guard atom.variable == variable else { return }
      all.formUnion([atom.number - 1, atom.number, atom.number + 1])
    }
  }

  /// The value that a variable has where nothing is asked of it.
  private func plainest(_ variable: Int) -> Whole {
    guard case .fact(let slot) = prover.variables.meanings[variable] else { return 0 }
    return FactWorld.plainValue(slot, prover.order)
  }
}

extension Meaning {
  /// The order in which values are chosen: of a fact first whether it is there.
  fileprivate var rank: Int {
    switch self {
    case .isThere(let slot): 4 * slot
    case .fact(let slot): 4 * slot + 1
    case .contains(let slot, _), .hasKey(let slot, _): 4 * slot + 2
    case .size(let slot), .key(let slot, _): 4 * slot + 3
    case .sum, .unread, .works, .isNumber: 1_000_000
    }
  }
}

extension [Whole] {
  /// Each value once, where it stands first.
  fileprivate var uniqued: [Whole] {
    var seen: Set<Whole> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Prover {
  /// Further values to try beside one: for a double the whole numbers around it, for money whole coins.
  func wholeness(_ variable: Int) -> (Whole) -> [Whole] {
    guard case .fact(let slot) = variables.meanings[variable] else { return { [$0] } }
    switch FactWorld.slots[slot].type.unwrapped {
    case .double:
      return { place in
        let double = DoubleOrder.double(at: place)
        let near = [
          double.rounded(.down), double.rounded(.up), double.rounded(.down) - 1, double.rounded(.up) + 1,
        ]
        return [place] + near.filter(\.isFinite).map { DoubleOrder.place(of: $0) }
      }
    case .money where coin > 1:
      let coin = coin
      return { value in
        let down = Linear.floorDivision(value, coin) * coin
        return [value, down, down + coin]
      }
    default: return { [$0] }
    }
  }

  /// Whether a value is a whole number of a double, or whole coins of money.
  func isPlain(_ variable: Int, _ value: Whole) -> Bool {
    guard case .fact(let slot) = variables.meanings[variable] else { return true }
    switch FactWorld.slots[slot].type.unwrapped {
    case .double:
      let double = DoubleOrder.double(at: value)
      return double == double.rounded()
    case .money: return value % coin == 0
    default: return true
    }
  }

  /// The smallest coin of the base currency, in the unit in which money is counted.
  private var coin: Whole {
    (world.minorDigits..<world.moneyScale).reduce(1) { result, _ in result * 10 }
  }
}

extension FactWorld {
  // A Monday; days of witnesses lie around it.
  private static let plainDay: Whole = 20_514  // 2026-03-02

  /// The value of a fact of which nothing is asked, before the relations between facts.
  static func plainValue(_ slot: Int, _ order: TextOrder) -> Whole {
    switch facts[slot] {
    case .customer(.kind): order.place(of: "business") ?? 0
    case .invoice(.collection): order.place(of: "transfer") ?? 0
    case .today, .invoice(.due), .invoice(.issued), .customer(.since): plainDay
    default: 0
    }
  }
}
