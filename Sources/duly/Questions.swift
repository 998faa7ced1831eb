import Glibc

/// Asks on a terminal for what no option says, and collects what is wrong with what options say.
///
/// Each answer comes from its option, else from a question, else from its default; one that cannot be used is asked for
/// again, or where nobody can be asked, complained of with the rest.
struct Questions {
  let isAsking: Bool
  private var mistakes: [String] = []
  private var missing: [String] = []

  init(isAsking: Bool) { self.isAsking = isAsking }

  /// True where somebody sits at both ends: standard input and standard error are terminals.
  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// An answer that has no default; nil where it is missing or cannot be used.
  mutating func text<Value>(
    _ question: String, _ option: String?, _ name: String, read: (String) -> Answer<Value>
  ) throws -> Value? {
    if let option { return take(option, name, read) }
    guard isAsking else {
      missing.append(name)
      return nil
    }
    return try ask(question, nil, read)
  }

  /// An answer with a default, which is known to be usable.
  ///
  /// - Parameter question: Nil for what is only ever an option.
  mutating func choice<Value>(
    _ question: String?, _ option: String?, _ name: String, by standard: String,
    read: (String) -> Answer<Value>
  ) throws -> Value {
    if let option, let value = take(option, name, read) { return value }
    if option == nil, isAsking, let question { return try ask(question, standard, read) }
    switch read(standard) {
    case .usable(let value): return value
    case .unusable(let why): throw Failure("\(name) has to be said: \(why)")
    }
  }

  /// An answer that may be left out.
  mutating func optional<Value>(
    _ question: String, _ option: String?, _ name: String, read: (String) -> Answer<Value>
  ) throws -> Value? {
    if let option { return take(option, name, read) }
    guard isAsking else { return nil }
    return try ask(question, "") { text in
      if text.isEmpty { return .usable(nil) }
      switch read(text) {
      case .usable(let value): return .usable(value)
      case .unusable(let why): return .unusable(why)
      }
    }
  }

  /// Says all that is missing or wrong so far, at once.
  func complain() throws {
    var sentences = mistakes
    if !missing.isEmpty {
      sentences.append(
        "\(missing.joined(separator: ", ")) \(missing.count == 1 ? "is" : "are") needed where nobody can be asked"
      )
    }
    if !sentences.isEmpty { throw Failure(sentences.joined(separator: "; ") + "; nothing was written") }
  }

  private mutating func take<Value>(_ text: String, _ name: String, _ read: (String) -> Answer<Value>)
    -> Value?
  {
    switch read(text) {
    case .usable(let value): return value
    case .unusable(let why):
      mistakes.append("\(name): \(why)")
      return nil
    }
  }

  private func ask<Value>(
    _ question: String, _ standard: String?, _ read: (String) -> Answer<Value>
  ) throws -> Value {
    while true {
      let suggestion = standard.map { $0.isEmpty ? "" : " [\($0)]" } ?? ""
      Terminal.writeError("\(question)\(suggestion) ")
      guard let line = readLine() else {
        Terminal.writeError("\n")
        throw Failure("the answers ended; nothing was written")
      }
      let typed = line.trimmingBlanks
      switch read(typed.isEmpty ? standard ?? "" : typed) {
      case .usable(let value): return value
      case .unusable(let why): Terminal.writeError("  \(why)\n")
      }
    }
  }
}

/// What became of a text that was given as an answer.
enum Answer<Value> {
  case usable(Value)
  /// Why it cannot be used, and what can: without its full stop.
  case unusable(String)
}

extension String {
  /// Without blanks at both ends.
  var trimmingBlanks: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
