import PolicySyntax

/// The JSON Schema of policies and of the files that they include, from which editors complete and explain.
///
/// It is made from the tables of fields that the reader uses, so it knows each field that the reader knows. A schema can
/// only speak of form: names that lead nowhere, conditions and whatever is proved are left to `duly validate`.
/// Source: JSON Schema, draft 07, which editors understand best.
package enum PolicySchema {
  /// The schema as text, indented; ends with a line end.
  package static func render() -> String {
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("$schema", "http://json-schema.org/draft-07/schema#")
      json.member("title", "Duly policy")
      json.member(
        "description",
        "A dunning policy, or a file that one includes. `duly validate` checks what a schema cannot.")
      // A file with any of these is a policy of its own, else a part of one.
      json.member("if") { json in
        json.object { json in
          json.member("anyOf") { json in
            json.array(of: ["duly", "policy", "business"]) { json, name in
              json.object { $0.member("required") { $0.array { $0.string(name) } } }
            }
          }
        }
      }
      json.member("then") { reference(&$0, to: .policy) }
      json.member("else") { reference(&$0, to: .fragment) }
      json.member("definitions") { json in
        json.object { json in
          for shape in shapes {
            json.key(name(of: shape))
            write(shape, &json)
          }
          json.member("words") { words(&$0) }
          json.member("allowances") { allowances(&$0) }
        }
      }
    }
    json.endLine()
    return json.text
  }

  /// The kinds of mappings, in the order in which a reader meets them.
  static let shapes: [Shape] =
    [Shape.policy, .fragment, .business, .party, .calendar, .segment, .allowance, .tier, .end]
    + [.escalation, .action, .responses] + Response.Kind.allCases.map(Shape.response)
    + [.limits, .charges, .interest, .review]

  private static func name(of shape: Shape) -> String {
    shape.noun.split { $0 == " " || $0 == "`" }.joined(separator: "-")
  }

  /// Where the definition of a shape stands in the schema.
  static func place(of shape: Shape) -> String { "#/definitions/\(name(of: shape))" }

  private static func reference(_ json: inout JSONWriter, to shape: Shape) {
    json.object { $0.member("$ref", place(of: shape)) }
  }

  private static func write(_ shape: Shape, _ json: inout JSONWriter) {
    let isWhole = [Shape.policy.phrase, Shape.fragment.phrase].contains(shape.phrase)
    json.object { json in
      json.member("type", "object")
      json.member("properties") { json in
        json.object { json in
          for field in shape.table {
            json.key(field.name)
            write(field, isSection: isWhole, &json)
          }
        }
      }
      if !shape.required.isEmpty { strings(&json, "required", shape.required) }
      json.member("additionalProperties", false)
    }
  }

  /// A field: what it is for, what it may be, and what an owner might write.
  private static func write(_ field: Field, isSection: Bool, _ json: inout JSONWriter) {
    json.object { json in
      json.member("description", field.about)
      let value = SchemaValue(field.value)
      // A section whose lines are all commented out is not there.
      if isSection, !field.isRequired {
        json.member("anyOf") { json in
          json.array { json in
            json.object { $0.member("type", "null") }
            json.object { value.members(&$0) }
          }
        }
      } else {
        value.members(&json)
      }
      // What is written as YAML stands on the page alone.
      let plain = field.examples.filter { if case .yaml = $0 { false } else { true } }
      guard !plain.isEmpty else { return }
      json.member("examples") { json in
        json.array(of: plain) { json, example in
          switch example {
          case .text(let text): json.string(text)
          case .whole(let number): json.integer(number)
          case .boolean(let isTrue): json.boolean(isTrue)
          case .yaml: break
          }
        }
      }
    }
  }

  /// The words for a tier: in the language of the business, and under codes in others.
  private static func words(_ json: inout JSONWriter) {
    json.object { json in
      json.member("type", "object")
      json.member("properties") { properties(&$0, of: .words) }
      json.member("patternProperties") { json in
        json.object { json in
          json.key(SchemaValue.whole(FieldForm.language))
          json.object { json in
            json.member("description", "The words in another language.")
            json.member("type", "object")
            json.member("properties") { properties(&$0, of: .words) }
            strings(&json, "required", Shape.words.required)
            json.member("additionalProperties", false)
          }
        }
      }
      json.member("additionalProperties", false)
      json.member("minProperties", 1)
      json.member("dependencies") { json in
        json.object { json in
          for name in Shape.words.fields {
            json.key(name)
            json.array(of: Shape.words.required.filter { $0 != name }) { $0.string($1) }
          }
        }
      }
    }
  }

  private static func properties(_ json: inout JSONWriter, of shape: Shape) {
    json.object { json in
      for field in shape.table {
        json.key(field.name)
        write(field, isSection: false, &json)
      }
    }
  }

  /// A name of a rule, a list of them, or names with their reasons.
  private static func allowances(_ json: inout JSONWriter) {
    let rules = RuleCatalogue.all.filter { $0.severity != .error }
    json.object { json in
      json.member("anyOf") { json in
        json.array { json in
          json.object { json in
            json.member("type", "object")
            json.member("properties") { json in
              json.object { json in
                for rule in rules {
                  json.key(rule.name)
                  json.object { $0.member("description", rule.title) }
                }
              }
            }
            json.member("additionalProperties") { json in
              json.object { json in
                json.member("anyOf") { json in
                  json.array { json in
                    json.object { strings(&$0, "type", ["string", "number", "boolean", "null"]) }
                    reference(&json, to: .allowance)
                  }
                }
              }
            }
          }
          json.object { $0.member("type", "string") }
          json.object { json in
            json.member("type", "array")
            json.member("items") { $0.object { $0.member("type", "string") } }
          }
        }
      }
    }
  }

  /// A member with a list of texts.
  static func strings(_ json: inout JSONWriter, _ name: StaticString, _ texts: [String]) {
    json.member(name) { $0.array(of: texts) { $0.string($1) } }
  }
}
