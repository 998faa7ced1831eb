/// The fields that one kind of mapping has.
///
/// The reader, the messages about fields and the schema for editors are all made from this one table.
struct Shape: Sendable {
  /// What it is, with its article: `a segment`.
  let phrase: String
  /// Without the article: `segment`.
  let noun: String
  /// Every field, the required ones first.
  let table: [Field]
  /// The names of all fields, the required ones first.
  let fields: [String]
  /// The names of those that have to be there.
  let required: [String]

  init(_ phrase: String, _ table: [Field]) {
    self.phrase = phrase
    self.table = table
    fields = table.map(\.name)
    required = table.filter(\.isRequired).map(\.name)
    noun = phrase.split(separator: " ").dropFirst().joined(separator: " ")
  }

  /// The shapes, other than this one, that have a field of this name.
  func others(with field: String) -> [Shape] {
    Shape.all.filter { $0.phrase != phrase && $0.fields.contains(field) }
  }

  /// All shapes of a policy: where a field that is out of place may belong.
  static let all =
    [
      policy, business, party, calendar, segment, tier, end, words, escalation, limits, charges, interest,
      review,
    ] + Response.Kind.allCases.map(response)
}
