/// One field of a mapping: its name, what may stand in it, and what an editor says of it.
struct Field: Sendable {
  let name: String
  let isRequired: Bool
  let value: FieldValue
  /// What it is for, in a sentence or two, with what holds where it is left out.
  let about: String
  /// What an owner might write.
  let examples: [Example]

  /// A value as it stands in an example.
  enum Example: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
  {
    case text(String)
    case whole(Int)
    case boolean(Bool)
    /// A list or a mapping, written as YAML in one line.
    case yaml(String)

    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .whole(number) }
    init(booleanLiteral isTrue: Bool) { self = .boolean(isTrue) }
  }

  /// A field that has to be there.
  static func required(_ name: String, _ value: FieldValue, _ about: String, _ examples: Example...) -> Field
  {
    Field(name: name, isRequired: true, value: value, about: about, examples: examples)
  }

  /// A field that may be left out.
  static func optional(_ name: String, _ value: FieldValue, _ about: String, _ examples: Example...) -> Field
  {
    Field(name: name, isRequired: false, value: value, about: about, examples: examples)
  }
}

/// What may stand in a field, as far as the form of a file can say.
indirect enum FieldValue: Sendable {
  /// Any scalar; numbers are taken as they are written.
  case text
  /// Text that other places refer to; no number.
  case name
  case condition
  case boolean
  case whole(ClosedRange<Int>)
  /// A decimal number, zero or above.
  case decimal
  /// Text of a form: a regular expression for the whole of it.
  case form(FieldForm)
  case one(of: [String])
  case list(FieldValue)
  case oneOrMany(FieldValue)
  /// A mapping from names that the owner chooses.
  case map(FieldValue)
  /// A mapping from names of a form.
  case keyed(FieldForm, FieldValue)
  case shape(Shape)
  case any(of: [FieldValue])
  /// An item of a schedule: a tier, or at its end an `end`.
  case tierOrEnd
  /// The words for a tier: `subject` and `body`, and the same under codes of languages.
  case words
  /// Rules that are allowed.
  case allowances
  case version
}

/// The forms that texts of a policy have.
enum FieldForm: String, Sendable {
  case policyName = "[a-z0-9-]+"
  case timezone = "UTC|[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)+"
  case currency = "[A-Z]{3}"
  case language = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
  case address = #"[^@\s]+@[^@\s]+\.[^@\s]+"#
  case days = #"\s*[0-9]+\s+((business\s+)?days?|weeks?|months?)\s*"#
  case timing =
    #"\s*(on|[0-9]+\s+((business\s+)?days?|weeks?|months?)\s+(before|after))\s+(due|issued|end\s+of\s+month|previous)\s*"#
  case pause =
    #"\s*(until\s+return|[0-9]+\s+((business\s+)?days?|weeks?|months?)(\s+after\s+promised)?)\s*"#
  case cap = #"\s*[0-9]+\s+per\s+([0-9]+\s+)?(days?|weeks?)\s*"#
  case age = #"\s*[0-9]+\s+(minutes?|hours?|days?)\s*"#
  case annualRate = #"\s*[0-9]+(\.[0-9]+)?\s*%(\s*over\s+\S+)?\s*"#
  case weekly =
    #"\s*(mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\s+[0-9]{1,2}:[0-9]{2}\s*"#
  case day = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
}
