import CEL

/// Decides what conditions can come to, for all customers and invoices that could exist.
///
/// Conditions have three outcomes, and a condition that cannot be worked out neither holds nor fails. Each is made
/// into two statements about whole-number variables: when it holds, and when it fails. What is not understood is a
/// variable that can be anything; so "never" is sound whatever a condition is made of, and a witness is believed
/// only when the interpreter has worked out the conditions with it. Complete, within the bound on work, for what is built
/// from comparisons with constants, differences of days, membership, null tests, fallbacks and the logical operators.
package struct Prover: Sendable {
  /// The conditions as they were given.
  package let conditions: [CheckedExpression]
  let world: FactWorld
  let order: TextOrder
  let variables: Variables
  let relations: [Relation]
  private let wholes: [Truth]
  private let parts: [[Int: Truth]]

  /// Reads conditions of one policy, those of segments and of escalations; questions are about their places here.
  ///
  /// - Complexity: O(nodes), for conditions as people write them.
  package init(_ conditions: [CheckedExpression], in world: FactWorld) {
    self.conditions = conditions
    self.world = world
    order = TextOrder(FactWorld.names + world.tiers + conditions.flatMap(\.root.texts))
    var wholes: [Truth] = []
    var parts: [[Int: Truth]] = []
    var variables = Variables()
    if let first = conditions.first {
      var translator = Translator(world, order, first)
      for condition in conditions {
        let (whole, inner) = translator.translate(condition)
        wholes.append(whole)
        parts.append(inner)
      }
      translator.countDaysOverdue()
      variables = translator.variables
      relations = Relations(world: world, order: order).all(&variables).map { [variables] in
        Relation($0, variables)
      }
    } else {
      relations = []
    }
    self.wholes = wholes
    self.parts = parts
    self.variables = variables
  }

  /// Whether no facts meet all demands; nil where that was not found out. Cheaper than `answer`.
  package func isImpossible(_ demands: [Demand]) -> Bool? {
    var work = Search.workLimit
    return isImpossible(demands, spending: &work)
  }

  /// The same, for many questions that share a bound on work.
  ///
  /// - Parameter work: Counted down; at zero every answer is nil.
  package func isImpossible(_ demands: [Demand], spending work: inout Int) -> Bool? {
    isImpossible(demands.map(formula), spending: &work)
  }

  func isImpossible(_ formulas: [Formula], spending work: inout Int) -> Bool? {
    guard work > 0 else { return nil }
    let limit = min(work, Search.workLimit)
    var search = Search(work: limit)
    let outcome = run(&search, formulas)
    // A question that is answered at once costs something too.
    work -= limit - search.work + 20
    switch outcome {
    case .none: return true
    case .found: return false
    case .undecided: return nil
    }
  }

  /// Whether facts meet all demands, with the smallest that do.
  ///
  /// Parts are not replayed by themselves, so at least one demand should be about a whole condition where the
  /// witness matters. Smallest: fact by fact, in the order in which the language lists them, the plainest value with
  /// which the rest can still be met: what is missing before what is there, no before yes, zero before what is further
  /// from it, whole numbers before others.
  /// - Parameter trustingUnread: Takes parts that are not understood for ones that always have a value: what breaks a
  ///   condition is then a key that is missing or a division by zero.
  package func answer(_ demands: [Demand], trustingUnread: Bool = false) -> Answer {
    var formulas = demands.map(formula)
    if trustingUnread { formulas += unreadWorks }
    switch search(formulas) {
    case .none: return .never
    case .undecided: return .unknown(part: nil)
    case .found(let domains):
      var smallest = Smallest(self, formulas, domains)
      let values = smallest.values()
      let witness = Witness(self, values, reading: demands.map(\.condition))
      if demands.allSatisfy({ $0.node != nil || witness.comes(to: $0.outcome, self, $0.condition) }) {
        return .possible(witness)
      }
      return .unknown(part: unreadPart(of: formulas))
    }
  }

  /// The statement that a demand is met.
  func formula(_ demand: Demand) -> Formula {
    let truth = demand.node.flatMap { parts[demand.condition][$0] } ?? wholes[demand.condition]
    switch demand.outcome {
    case .holds: return truth.holds
    case .fails: return truth.fails
    case .breaks: return truth.breaks
    }
  }

  /// Whether a part stands where the prover has looked at it by itself: not inside a macro, nor in a condition that
  /// is too long.
  package func knows(_ part: Expression, of condition: Int) -> Bool { parts[condition][part.id] != nil }

  /// All texts that a fact can be; nil where it can be any.
  package func closedTexts(of slot: Int) -> [String]? { world.closedTexts(of: slot) }

  /// Whether a fact of a closed set of texts has one among them; nil for a fact that can be any text.
  package func hasText(_ text: String, among slot: Int) -> Bool? {
    guard let variable = variables.place(of: .fact(slot)), let texts = world.closedTexts(of: slot) else {
      return nil
    }
    return order.place(of: text).map(variables.domains[variable].contains) ?? texts.contains(text)
  }

  /// Looks for values that make statements and all relations hold.
  func search(_ formulas: [Formula]) -> Search.Outcome {
    var search = Search(work: Search.workLimit)
    return run(&search, formulas)
  }

  private func run(_ search: inout Search, _ formulas: [Formula]) -> Search.Outcome {
    var constraints = Constraints(variables.domains)
    for formula in formulas where !constraints.assume(formula) { return .none }
    var used: Set<Int> = []
    for formula in formulas { formula.collectVariables(into: &used) }
    // A relation matters only where something that it speaks of is spoken of.
    var left = relations
    var isChanged = true
    while isChanged {
      isChanged = false
      for variable in used {
        for case .sum(let terms) in [variables.meanings[variable]] {
          for term in terms where used.insert(term.variable).inserted { isChanged = true }
        }
      }
      let touched = left.filter { !$0.variables.isDisjoint(with: used) }
      left.removeAll { !$0.variables.isDisjoint(with: used) }
      for relation in touched {
        guard constraints.assume(relation.formula) else { return .none }
        used.formUnion(relation.variables)
        isChanged = true
      }
    }
    for variable in used.sorted() {
      for sum in variables.definition(of: variable) ?? [] { constraints.add(sum) }
    }
    return search.run(constraints)
  }

  /// That each part that is not understood has a value.
  private var unreadWorks: [Formula] {
    variables.meanings.enumerated().compactMap { place, meaning in
      if case .works = meaning { .atom(.equal(place, 1)) } else { nil }
    }
  }

  private func unreadPart(of formulas: [Formula]) -> String? {
    var found: Set<Int> = []
    for formula in formulas { formula.collectVariables(into: &found) }
    return found.sorted().lazy.compactMap { variables.meanings[$0].unread }.first
  }
}

extension Expression {
  /// The texts that are written out in it.
  fileprivate var texts: [String] {
    if case .string(let text)? = literal { return [text] }
    return children.flatMap(\.texts)
  }
}

/// A statement that holds in every world, with the variables that it speaks of.
struct Relation: Sendable {
  let formula: Formula
  let variables: Set<Int>

  init(_ formula: Formula, _ known: Variables) {
    self.formula = formula
    var variables: Set<Int> = []
    formula.collectVariables(into: &variables)
    for variable in variables {
      if case .sum(let terms) = known.meanings[variable] { variables.formUnion(terms.map(\.variable)) }
    }
    self.variables = variables
  }
}
