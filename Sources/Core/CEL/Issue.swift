/// One mistake in an expression, told to the person who wrote it.
///
///     let environment = Environment(variables: [Declaration("count", .int)])
///     let result = check(text: "count > '5'", in: environment, expecting: .bool)
///     for issue in result.issues {
///       print(issue.message)  // int and string cannot be compared
///       print(issue.help ?? "")  // write the number without quotes: `5`
///     }
///
/// A stage reports all it finds; ranges are UTF-8 offsets in the expression's text.
public struct Issue: Error, Hashable, Sendable {
  /// What sort of mistake it is.
  ///
  ///     let result = check(text: "1 + true", in: Environment(), expecting: nil)
  ///     print(result.issues.map(\.kind.rawValue))  // ["typeMismatch"]
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The text is not an expression.
    case syntax
    /// A name or a field that nothing declares.
    case unknownName
    /// A function that does not exist, in that form.
    case unknownFunction
    /// Types that do not go together.
    case typeMismatch
    /// A place that needs true or false has another type.
    case notBoolean
    /// A value that may be missing is used without a fallback or a test.
    case nullableUnguarded
    /// A part of the language that needs protocol buffers, which are left out.
    case unsupported
    /// A text written out for a pattern, an instant or a length of time that is none.
    case invalidLiteral
    /// The expression is longer, deeper or costlier than the language allows.
    case limit
  }

  /// A change of the text that is sure to be what was meant.
  ///
  ///     let environment = Environment(variables: [Declaration("count", .int)])
  ///     let text = "cuont > 5"
  ///     let issues = check(text: text, in: environment, expecting: .bool).issues
  ///     if let replacement = issues.first?.replacement {
  ///       var bytes = Array(text.utf8)
  ///       bytes.replaceSubrange(replacement.range, with: replacement.text.utf8)
  ///       print(String(decoding: bytes, as: UTF8.self))  // count > 5
  ///     }
  public struct Replacement: Hashable, Sendable {
    /// The UTF-8 offsets of the bytes that are replaced; empty where something is put in.
    public let range: Range<Int>
    /// What stands there instead, ready to be written into the expression.
    public let text: String

    /// Makes a change of the text at a range.
    public init(range: Range<Int>, text: String) {
      self.range = range
      self.text = text
    }
  }

  /// A second place worth underlining, with a few words about it.
  ///
  ///     let issues = check(text: "1 > 'a'", in: Environment(), expecting: .bool).issues
  ///     print(issues.flatMap(\.labels).map(\.text))  // ["this is an int", "this is a string"]
  public struct Label: Hashable, Sendable {
    /// The UTF-8 offsets of the place in the expression's text.
    public let range: Range<Int>
    /// The words about it, such as "this is money"; no full stop.
    public let text: String

    /// Makes a label of a place.
    public init(range: Range<Int>, text: String) {
      self.range = range
      self.text = text
    }
  }

  /// The UTF-8 offsets of what is wrong, in the expression's text.
  public let range: Range<Int>
  /// What sort of mistake it is.
  public let kind: Kind
  /// One lower-case sentence without a full stop; the writer's words stand in backticks.
  public let message: String
  /// Advice how to mend it, in the style of `message`; nil where there is none.
  public var help: String?
  /// A change that mends it, where that is sure.
  public var replacement: Replacement?
  /// At most five words that could have stood here.
  public var expected: [String]
  /// Further places, such as the two sides of a comparison.
  public var labels: [Label]

  /// Makes an issue; advice and further places may be left out.
  public init(
    range: Range<Int>, kind: Kind, message: String, help: String? = nil,
    replacement: Replacement? = nil, expected: [String] = [], labels: [Label] = []
  ) {
    self.range = range
    self.kind = kind
    self.message = message
    self.help = help
    self.replacement = replacement
    self.expected = Array(expected.prefix(5))
    self.labels = labels
  }
}
