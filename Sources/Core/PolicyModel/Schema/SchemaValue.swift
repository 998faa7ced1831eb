import PolicySyntax

/// What may stand in a field, in the words of JSON Schema.
struct SchemaValue {
  private let value: FieldValue

  init(_ value: FieldValue) { self.value = value }

  /// A regular expression for the whole of a text.
  static func whole(_ form: FieldForm) -> String { "^(\(form.rawValue))$" }

  /// The members of the schema's object.
  func members(_ json: inout JSONWriter) {
    switch value {
    case .text: PolicySchema.strings(&json, "type", ["string", "number", "boolean"])
    case .condition: PolicySchema.strings(&json, "type", ["string", "boolean"])
    case .name:
      json.member("type", "string")
      json.member("minLength", 1)
    case .boolean: json.member("type", "boolean")
    case .whole(let range):
      json.member("type", "integer")
      json.member("minimum", range.lowerBound)
      json.member("maximum", range.upperBound)
    case .decimal:
      json.member("type", "number")
      json.member("minimum", 0)
    case .form(let form):
      json.member("type", "string")
      json.member("pattern", SchemaValue.whole(form))
    case .one(let words): PolicySchema.strings(&json, "enum", words)
    case .version: json.member("enum") { $0.array { $0.integer(1) } }
    case .list(let item): list(&json, item, isEmpty: true)
    case .oneOrMany(let item):
      json.member("anyOf") { json in
        json.array { json in
          json.object { SchemaValue(item).members(&$0) }
          json.object { list(&$0, item, isEmpty: false) }
        }
      }
    case .any(let values):
      json.member("anyOf") {
        $0.array(of: values) { json, value in json.object { SchemaValue(value).members(&$0) } }
      }
    case .map(let item): map(&json, nil, item)
    case .keyed(let form, let item): map(&json, form, item)
    case .shape(let shape): json.member("$ref", PolicySchema.place(of: shape))
    case .tierOrEnd: tierOrEnd(&json)
    case .words: json.member("$ref", "#/definitions/words")
    case .allowances: json.member("$ref", "#/definitions/allowances")
    }
  }

  private func list(_ json: inout JSONWriter, _ item: FieldValue, isEmpty: Bool) {
    json.member("type", "array")
    if !isEmpty { json.member("minItems", 1) }
    json.member("items") { $0.object { SchemaValue(item).members(&$0) } }
  }

  private func map(_ json: inout JSONWriter, _ keys: FieldForm?, _ item: FieldValue) {
    json.member("type", "object")
    if let keys {
      json.member("propertyNames") { $0.object { $0.member("pattern", SchemaValue.whole(keys)) } }
    }
    json.member("additionalProperties") { $0.object { SchemaValue(item).members(&$0) } }
  }

  /// An `end` is known by its field; whatever else stands in a schedule is meant as a tier.
  private func tierOrEnd(_ json: inout JSONWriter) {
    json.member("if") { json in
      json.object { PolicySchema.strings(&$0, "required", ["end"]) }
    }
    json.member("then") { json in
      json.object { json in
        json.member("type", "object")
        json.member("properties") { json in
          json.object { json in
            json.member("end") { json in
              json.object { json in
                json.member(
                  "description", "How the ladder ends, where its last tier needs no look by the owner.")
                json.member("$ref", PolicySchema.place(of: .end))
              }
            }
          }
        }
        json.member("additionalProperties", false)
      }
    }
    json.member("else") { $0.object { $0.member("$ref", PolicySchema.place(of: .tier)) } }
  }
}
