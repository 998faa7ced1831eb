/// A deterministic automaton of a pattern, of which only those states are worked out that a text leads to.
///
/// A state is the set of steps at which the pattern may stand between two scalars. What an assertion says of
/// the scalar behind it is not known there, so it stays in the state until that scalar comes. The size of the
/// table is bounded: when it is full, it is begun anew.
/// Source: R. Cox, https://swtch.com/~rsc/regexp/regexp3.html, "Caching and bounded memory".
struct PatternAutomaton: Sendable {
  /// What a transition leads to, other than the row of a state.
  static let unknown: Int32 = -1
  static let matched: Int32 = -2
  static let failed: Int32 = -3

  /// Where the pattern may stand between two scalars.
  private struct State: Hashable, Sendable {
    /// Places of `read` and of those `check` that wait for the next scalar; sorted.
    let items: [Int32]
    /// What came before; `other` where nothing asks for it.
    let behind: PatternAlphabet.Kind
    /// Whether some of the items are `check`.
    let hasChecks: Bool
  }

  let program: PatternProgram
  let alphabet: PatternAlphabet
  /// For each state a row: for each symbol, and last for the end of the text, where the next row begins.
  private(set) var rows: [Int32] = []
  /// The row at the beginning of a text, or `matched` or `failed`.
  private(set) var start: Int32 = PatternAutomaton.failed
  private var states: [State] = []
  private var places: [State: Int32] = [:]
  private var itemCount = 0
  /// How often the table was begun anew.
  private var edition = 0
  /// The steps visited for the state that is being made, marked by the number of the round.
  private var marks: [UInt32]
  private var round: UInt32 = 0
  private var pending: [Int32] = []

  /// Works out as much as stays small; for most patterns that is everything.
  init(_ program: PatternProgram, _ alphabet: PatternAlphabet) {
    self.program = program
    self.alphabet = alphabet
    marks = [UInt32](repeating: 0, count: program.steps.count)
    var items: [Int32] = []
    var visits = 0
    beginRound()
    if follow(0, behind: .edge, before: nil, into: &items, &visits) {
      start = PatternAutomaton.matched
    } else if !items.isEmpty || !program.isAnchored {
      start = row(of: state(items, behind: .edge))
      workOut(&visits)
    }
  }

  /// The column of the end of the text.
  var end: Int { alphabet.count }

  private var width: Int { alphabet.count + 1 }

  private mutating func workOut(_ visits: inout Int) {
    var state = 0
    while state < states.count {
      for symbol in 0..<width {
        let isSmall = states.count < PatternLimits.readyStates && rows.count < PatternLimits.readyTransitions
        guard isSmall, visits < PatternLimits.readyVisits else { return }
        _ = transition(from: state * width, symbol, &visits)
      }
      state += 1
    }
  }

  /// Works out where a row leads by a symbol; adds the steps visited for it.
  ///
  /// The table may be begun anew, so rows known before are not to be used afterwards, the result aside.
  mutating func transition(from row: Int, _ symbol: Int, _ visits: inout Int) -> Int32 {
    let state = states[row / width]
    let edition = edition
    let target = target(of: state, symbol, &visits)
    if edition == self.edition { rows[row + symbol] = target }
    return target
  }

  private mutating func target(of state: State, _ symbol: Int, _ visits: inout Int) -> Int32 {
    let kind = symbol == end ? .edge : alphabet.kinds[symbol]
    var items = state.items
    // A new row costs as much as it is wide, though it is quickly filled.
    visits += items.count + width / 16 + 1
    if state.hasChecks {
      items = []
      beginRound()
      for item in state.items {
        if follow(Int(item), behind: state.behind, before: kind, into: &items, &visits) {
          return PatternAutomaton.matched
        }
      }
    }
    guard symbol != end else { return PatternAutomaton.failed }
    var next: [Int32] = []
    beginRound()
    for item in items {
      guard case .read(let set) = program.steps[Int(item)], alphabet.has(set, symbol) else { continue }
      if follow(Int(item) + 1, behind: kind, before: nil, into: &next, &visits) {
        return PatternAutomaton.matched
      }
    }
    if program.isAnchored {
      if next.isEmpty { return PatternAutomaton.failed }
    } else if follow(0, behind: kind, before: nil, into: &next, &visits) {
      return PatternAutomaton.matched
    }
    return self.row(of: self.state(next, behind: kind))
  }

  private mutating func beginRound() {
    round &+= 1
    guard round == 0 else { return }
    for place in marks.indices { marks[place] = 0 }
    round = 1
  }

  /// Collects the reads that a step leads to, and the checks that wait; true where it leads to the match.
  private mutating func follow(
    _ step: Int, behind: PatternAlphabet.Kind, before: PatternAlphabet.Kind?, into items: inout [Int32],
    _ visits: inout Int
  ) -> Bool {
    pending.append(Int32(step))
    while let place = pending.popLast() {
      guard marks[Int(place)] != round else { continue }
      marks[Int(place)] = round
      visits += 1
      switch program.steps[Int(place)] {
      case .read: items.append(place)
      case .fork(let distance):
        pending.append(place + distance)
        pending.append(place + 1)
      case .jump(let distance): pending.append(place + distance)
      case .check(let assertion):
        guard let holds = PatternAutomaton.holds(assertion, behind, before) else {
          items.append(place)
          continue
        }
        if holds { pending.append(place + 1) }
      case .match:
        pending.removeAll(keepingCapacity: true)
        return true
      }
    }
    return false
  }

  /// Whether an assertion holds between two scalars; nil where the second one has to be known.
  private static func holds(
    _ assertion: Pattern.Assertion, _ behind: PatternAlphabet.Kind, _ before: PatternAlphabet.Kind?
  ) -> Bool? {
    switch assertion {
    case .textStart: behind == .edge
    case .lineStart: behind == .edge || behind == .newline
    case .textEnd: before.map { $0 == .edge }
    case .lineEnd: before.map { $0 == .edge || $0 == .newline }
    case .wordBoundary: before.map { ($0 == .word) != (behind == .word) }
    case .noWordBoundary: before.map { ($0 == .word) == (behind == .word) }
    }
  }

  private func state(_ items: [Int32], behind: PatternAlphabet.Kind) -> State {
    let hasChecks = items.contains { item in
      if case .check = program.steps[Int(item)] { true } else { false }
    }
    return State(items: items.sorted(), behind: hasChecks ? behind : .other, hasChecks: hasChecks)
  }

  private mutating func row(of state: State) -> Int32 {
    if let place = places[state] { return place }
    let isFull =
      rows.count + width > PatternLimits.keptTransitions
      || itemCount + state.items.count > PatternLimits.keptItems
    if isFull {
      rows.removeAll(keepingCapacity: true)
      states.removeAll(keepingCapacity: true)
      places.removeAll(keepingCapacity: true)
      itemCount = 0
      edition += 1
    }
    let place = Int32(rows.count)
    rows.append(contentsOf: repeatElement(PatternAutomaton.unknown, count: width))
    states.append(state)
    places[state] = place
    itemCount += state.items.count
    return place
  }
}
