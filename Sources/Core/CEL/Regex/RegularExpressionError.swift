/// Why a text is not a regular expression, told to the person who wrote it.
struct RegularExpressionError: Error, Hashable, Sendable {
  /// Where the mistake is, as UTF-8 offsets in the pattern.
  let range: Range<Int>
  /// One lower-case sentence without a full stop; the writer's words stand in backticks.
  let message: String
  /// Advice, if there is any.
  let help: String?

  init(_ range: Range<Int>, _ message: String, help: String? = nil) {
    self.range = range
    self.message = message
    self.help = help
  }

  /// A part of other dialects that only a search with unbounded effort can match.
  static func unbounded(_ range: Range<Int>, _ what: String, help: String? = nil) -> RegularExpressionError {
    RegularExpressionError(
      range, "\(what) cannot be matched in linear time, so it is not part of the language", help: help)
  }
}
