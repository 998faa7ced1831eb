/// A regular expression in RE2's syntax, ready to be matched; nothing about it changes afterwards.
///
/// A match takes time in proportion to the text, at worst to the text times the pattern, and never goes back
/// in the text. What it works out about the pattern beyond what was ready is its own, so that any number of
/// matches may run at once.
final class RegularExpression: Sendable {
  /// The bytes of text between two charges.
  private static let stretch = 4096

  private let automaton: PatternAutomaton

  /// Reads a pattern and works out its automaton as far as that stays small.
  init(_ pattern: String) throws(RegularExpressionError) {
    let parsed = try PatternParser.parse(pattern)
    automaton = PatternAutomaton(try PatternProgram(parsed), try PatternAlphabet(parsed))
  }

  /// Whether the pattern matches some part of `text`.
  ///
  /// `spend` is told the cost as it arises: one for 16 bytes of text, and one for four steps of the pattern
  /// that are visited. What it throws ends the match.
  func matches(
    _ text: String, spend: (Int) throws(EvaluationError) -> Void
  ) throws(EvaluationError) -> Bool {
    let bytes = text.utf8.span
    var run = Run(row: automaton.start)
    if let answer = run.answer { return answer }
    while run.offset < bytes.count {
      try run.pay(bytes.count, spend)
      if let symbol = run.advance(in: bytes, by: automaton) {
        return try workOut(symbol, run, bytes, spend)
      }
      if let answer = run.answer { return answer }
    }
    let last = automaton.rows[Int(run.row) + automaton.end]
    if last == PatternAutomaton.unknown { return try workOut(automaton.end, run, bytes, spend) }
    return last == PatternAutomaton.matched
  }

  /// Goes on with a copy of the automaton, from the first symbol for which there is no transition yet.
  private func workOut(
    _ first: Int, _ run: Run, _ bytes: Span<UInt8>, _ spend: (Int) throws(EvaluationError) -> Void
  ) throws(EvaluationError) -> Bool {
    var automaton = automaton
    var run = run
    var symbol = first
    // What the copy costs.
    var visits = automaton.program.steps.count / 16
    while true {
      run.row = automaton.transition(from: Int(run.row), symbol, &visits)
      try spend(visits / 4 + 1)
      visits = 0
      if let answer = run.answer { return answer }
      symbol = automaton.end
      while run.offset < bytes.count {
        try run.pay(bytes.count, spend)
        if let unknown = run.advance(in: bytes, by: automaton) {
          symbol = unknown
          break
        }
        if let answer = run.answer { return answer }
      }
      if symbol == automaton.end {
        let last = automaton.rows[Int(run.row) + symbol]
        if last != PatternAutomaton.unknown { return last == PatternAutomaton.matched }
      }
    }
  }
}

extension RegularExpression {
  /// How far a match has come.
  private struct Run {
    /// The row of the state, or what has been found.
    var row: Int32
    /// How many bytes of the text are read.
    var offset = 0
    /// Up to which byte the reading is paid for.
    private var paidTo = 0

    init(row: Int32) { self.row = row }

    /// The answer, where the rest of the text cannot change it.
    var answer: Bool? { row >= 0 ? nil : row == PatternAutomaton.matched }

    /// Pays for the next stretch of the text, unless that is done.
    mutating func pay(
      _ length: Int, _ spend: (Int) throws(EvaluationError) -> Void
    ) throws(EvaluationError) {
      guard offset >= paidTo else { return }
      paidTo = min(offset + RegularExpression.stretch, length)
      try spend((paidTo - offset) / 16 + 1)
    }

    /// Goes on to the end of what is paid, or a little beyond, or until `row` says the answer.
    ///
    /// It also ends where the table does not say what a symbol leads to, and gives that symbol.
    @inline(__always)
    mutating func advance(in bytes: Span<UInt8>, by automaton: PatternAutomaton) -> Int? {
      let rows = automaton.rows
      let ascii = automaton.alphabet.ascii
      var offset = offset
      var row = row
      defer {
        self.offset = offset
        self.row = row
      }
      while offset < paidTo {
        let byte = bytes[offset]
        let symbol: Int
        if byte < 0x80 {
          symbol = Int(ascii[Int(byte)])
          offset += 1
        } else {
          let (scalar, next) = Scalars.decode(bytes, at: offset)
          symbol = automaton.alphabet.symbol(scalar)
          offset = next
        }
        let next = rows[Int(row) + symbol]
        if next < 0 {
          if next == PatternAutomaton.unknown { return symbol }
          row = next
          return nil
        }
        row = next
      }
      return nil
    }
  }
}
