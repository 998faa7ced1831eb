import PolicySyntax

extension JSONValue {
  /// The value with the members of every object in the order of their names' bytes, without blanks: equal values are equal
  /// bytes.
  package var canonicalText: String {
    var json = JSONWriter(capacity: 256)
    write(to: &json)
    return json.text
  }

  private func write(to json: inout JSONWriter) {
    switch self {
    case .null: json.null()
    case .boolean(let flag): json.boolean(flag)
    case .integer(let number): json.integer(Int(number))
    case .string(let text): json.string(text)
    case .array(let items): json.array(of: items) { $1.write(to: &$0) }
    case .object(let members):
      let sorted = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      json.object { json in
        for member in sorted {
          json.key(member.name)
          member.value.write(to: &json)
        }
      }
    }
  }
}
