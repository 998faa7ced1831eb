import PolicySyntax
import Testing

@testable import PolicyModel

/// The examples that editors and `docs/fields.md` show are read as they are shown.
@Suite struct FieldExampleTests {
  /// Rules that fire where a value has not the form that its field wants.
  private static let formRules: Set<String> = [
    "condition-syntax", "eaten-condition", "missing-field", "not-a-boolean", "not-a-condition",
    "not-a-number",
    "template-mistake", "types-do-not-fit", "unknown-fact", "unknown-field", "unknown-word",
    "unreadable-yaml",
    "wrong-kind",
  ]

  /// A part of a policy with one field of one kind of mapping written as in an example; nil for kinds that are looked at with
  /// others.
  private static func part(_ shape: Shape, _ field: Field, _ value: String) -> String? {
    let given = "\(field.name): \(value)"
    /// A mapping in one line, its other required fields filled in.
    func mapping(_ others: [String: String] = [:]) -> String {
      let rest = others.filter { $0.key != field.name }.sorted { $0.key < $1.key }.map {
        "\($0.key): \($0.value)"
      }
      return "{ " + (rest + [given]).joined(separator: ", ") + " }"
    }
    let person = ["name": "A", "email": "a@a.example"]
    let business = [
      "name": "A", "timezone": "UTC", "currency": "GBP", "sender": "{ name: A, email: a@a.example }",
      "owner": "{ name: A, email: a@a.example }",
    ]
    switch shape.phrase {
    case Shape.policy.phrase, Shape.fragment.phrase: return "\(given)\n"
    case Shape.business.phrase: return "business: \(mapping(business))\n"
    case Shape.party.phrase:
      return
        "business: { name: A, timezone: UTC, currency: GBP, sender: \(mapping(person)), owner: \(mapping(person)) }\n"
    case Shape.calendar.phrase: return "calendar: \(mapping())\n"
    case Shape.segment.phrase:
      let first = mapping(["name": "a", "schedule": "standard", "tone": "friendly"])
      let block = first.dropFirst(2).dropLast(2)
      return field.name == "when"
        ? "segments:\n  - name: a\n    schedule: standard\n    tone: friendly\n    \(given)\n"
          + "  - { name: b, schedule: gentle, tone: friendly }\n"
        : "segments:\n  - { \(block) }\n"
    case Shape.allowance.phrase:
      return
        "segments: [{ name: a, schedule: standard, tone: friendly, allow: { softer-tone: \(mapping(["reason": "a"])) } }]\n"
    case Shape.tier.phrase:
      return "schedules: { one: [\(mapping(["tier": "a", "send": "5 days after due"]))] }\n"
    case Shape.end.phrase: return "schedules: { one: [{ tier: a, send: on due }, { end: \(mapping()) }] }\n"
    case Shape.words.phrase:
      return
        "tones: { friendly: { default: \(mapping(["subject": "a", "body": "\"{{ money(total_due) }}\""])) } }\n"
    case Shape.escalation.phrase:
      return field.name == "when"
        ? "escalations:\n  - name: a\n    do: flag\n    \(given)\n"
        : "escalations: [\(mapping(["name": "a", "when": "customer.overdue > 5", "do": "flag"]))]\n"
    case Shape.action.phrase:
      // `flag: false` is no action, and the reader says so; nobody is shown it as one.
      return value == "false"
        ? nil : "escalations: [{ name: a, when: customer.overdue > 5, do: [flag, \(mapping())] }]\n"
    case Shape.limits.phrase: return "limits: \(mapping())\n"
    case Shape.charges.phrase: return "charges: \(mapping())\n"
    case Shape.interest.phrase: return "charges: { interest: \(mapping(["annual_rate": "8 %"])) }\n"
    case Shape.review.phrase: return "review: \(mapping(["every": "monday 08:30"]))\n"
    default:
      guard let kind = Response.Kind.allCases.first(where: { Shape.response($0).phrase == shape.phrase })
      else {
        return nil
      }
      return
        "responses: { \(kind.rawValue): \(mapping(value == "until return" ? ["otherwise": "5 days"] : [:])) }\n"
    }
  }

  @Test func `every example has the form of its field, and none is forgotten`() {
    var looked = 0
    for shape in PolicySchema.shapes + [.words] {
      for field in shape.table {
        for value in FieldPage.examples(of: field) {
          guard let part = Self.part(shape, field, value) else { continue }
          let read = ReadPolicy(part)
          #expect(Set(read.rules).isDisjoint(with: Self.formRules), "\(part)\(read.report)")
          looked += 1
        }
      }
    }
    #expect(looked > 120)
  }

  @Test func `every field has an example, or is a mapping whose fields have theirs`() {
    let page = FieldPage.render().split(separator: "\n").filter {
      $0.hasPrefix("| `") || $0.hasPrefix("| **`")
    }
    #expect(page.count > 120)
    for row in page { #expect(!row.hasSuffix("|  |"), "\(row)") }
  }

  @Test func `the examples of files beside a policy are read as they are shown`() {
    func lines(_ shape: Shape, but left: Set<String> = []) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: shape.table.filter { !left.contains($0.name) }.compactMap { field in
          FieldPage.examples(of: field).last.map { (field.name, "\(field.name): \($0)") }
        })
    }
    let calendar = lines(.calendarFile)
    #expect(calendar.count == Shape.calendarFile.table.count)
    let closed = ReadPolicy(
      "calendar: { holidays: ./ours.yaml }",
      calendars: ["./ours.yaml": calendar.values.sorted().joined(separator: "\n") + "\n"])
    #expect(Set(closed.rules).isDisjoint(with: Self.formRules), "\(closed.report)")
    #expect(closed.policy?.calendar.calendar.free.count == 4, "\(closed.report)")
    let sums = lines(.chargesFile, but: ["rates"])
    #expect(sums.count == Shape.chargesFile.table.count - 1)
    let charged = ReadPolicy(
      "charges: { compensation: ./sums.yaml }",
      files: ["./sums.yaml": sums.values.sorted().joined(separator: "\n") + "\n"])
    #expect(Set(charged.rules).isDisjoint(with: Self.formRules), "\(charged.report)")
    let rates = lines(.chargesFile, but: ["compensation", "currency"])
    let over = ReadPolicy(
      "charges: { interest: { annual_rate: 8 % over ./rates.yaml } }",
      files: ["./rates.yaml": rates.values.sorted().joined(separator: "\n") + "\n"])
    #expect(Set(over.rules).isDisjoint(with: Self.formRules), "\(over.report)")
  }
}
