/// The smallest part of an expression's text that has a meaning.
struct Token {
  enum Kind: Hashable {
    case identifier(String)
    /// A field's name between backticks.
    case quotedIdentifier(String)
    /// A whole number without its sign.
    case integer(UInt64)
    case unsigned(UInt64)
    case double(Double, exact: Decimal?)
    case string(String)
    case bytes([UInt8])
    case symbol(String)
    case end
  }

  let kind: Kind
  let range: Range<Int>

  /// Words that can be neither a name nor a field.
  static let keywords: Set<String> = ["false", "in", "null", "true"]

  /// Words kept free for the languages around; they can be fields, but not names of their own.
  static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
    "namespace", "return", "var", "void", "while",
  ]

  /// All symbols of up to three bytes; those of the last row are slips of the pen that the parser explains.
  static let symbols: Set<String> = [
    "&&", "||", "==", "!=", "<=", ">=", "(", ")", "[", "]", "{", "}", ".", ",", ":", "?", "+", "-", "*", "/",
    "%", "!", "<", ">",
    "<>", "=>", "=<", "===", "!==", "=", "&", "|",
  ]
}
