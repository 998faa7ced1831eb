/// The bounds that keep a hostile regular expression from costing time, memory or stack.
enum PatternLimits {
  /// The longest pattern, in UTF-8 bytes.
  static let bytes = 32 * 1024
  /// The deepest nesting of groups; as in Go's `regexp`.
  static let depth = 1_000
  /// The highest count of a repetition, and the highest product of nested ones; as in RE2.
  static let repetitions = 1_000
  /// The steps that a pattern may come to, once its repetitions are written out.
  static let steps = 50_000
  /// The ranges of scalars that may be worked on for the classes of a pattern.
  static let ranges = 400_000
  /// The words of the table of which class holds which symbol.
  static let membershipWords = 1 << 20
  /// The states and transitions that are worked out when a pattern is compiled, and the steps visited for it.
  static let readyStates = 256
  static let readyTransitions = 1 << 13
  static let readyVisits = 20_000
  /// The transitions, and the steps in all states, that a match keeps before it begins its table anew.
  static let keptTransitions = 1 << 18
  static let keptItems = 1 << 18
}
