import PolicySyntax

/// Why a part of an iCalendar file cannot be understood.
struct ICalendarProblem: Error {
  /// One sentence in the manner of a diagnostic's message.
  let message: String
  /// What to do about it, as a statement.
  let help: String
  /// The line that is wrong; nil where the event as a whole is.
  var span: Span?

  init(_ message: String, at span: Span? = nil, help: String) {
    self.message = message
    self.span = span
    self.help = help
  }
}
