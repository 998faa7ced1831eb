/// One mistake in an expression, told to the person who wrote it.
///
/// A stage reports all it finds; ranges are UTF-8 offsets in the expression's text.
public struct Issue: Error, Hashable, Sendable {
  /// What sort of mistake it is.
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
  public struct Replacement: Hashable, Sendable {
    /// The bytes that are replaced.
    public let range: Range<Int>
    /// What stands there instead.
    public let text: String

    /// Makes a change of the text at a range.
    public init(range: Range<Int>, text: String) {
      self.range = range
      self.text = text
    }
  }

  /// A second place worth underlining, with a few words about it.
  public struct Label: Hashable, Sendable {
    /// The place.
    public let range: Range<Int>
    /// The words, such as "this is money".
    public let text: String

    /// Makes a label of a place.
    public init(range: Range<Int>, text: String) {
      self.range = range
      self.text = text
    }
  }

  /// Where the mistake is.
  public let range: Range<Int>
  /// What sort of mistake it is.
  public let kind: Kind
  /// One lower-case sentence without a full stop; the writer's words stand in backticks.
  public let message: String
  /// Advice, if there is any.
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
