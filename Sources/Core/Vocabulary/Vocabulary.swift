import CEL

/// The names in scope in conditions and letters, and what each slot of an expression stands for.
///
/// One order of declaration serves all scopes, so that a slot means the same fact wherever it is in scope.
package enum Vocabulary {
  /// What a slot stands for.
  package enum Fact: Sendable, Hashable {
    case today
    case customer(CustomerFact)
    case history(HistoryFact)
    case invoice(InvoiceFact)
    case letter(LetterFact)
  }

  /// The functions that format values in letters.
  package enum LetterFunction: Int, CaseIterable, Sendable {
    /// `money(x)`: an amount with its currency, in the letter's language.
    case money
    /// `date(d)` and `date(d, "long")`.
    case date, dateInStyle
    /// `plural(n, "day", "days")`, and with a word for few, `plural(n, "dzień", "dni", "dni")`.
    case plural, pluralInThree
    /// `number(x)` and `number(x, 1)`.
    case number, numberInDecimals
    /// `percent(x)` of a rate in percent.
    case percent
  }

  /// For `segments`: today, the customer and the history, no invoice.
  package static let segmentConditions = Environment(
    objects: [customer, object("history", HistoryFact.allCases.filter { $0 != .tier }, \.name, \.type)],
    variables: [Declaration("today", .date), scope("customer"), scope("history")])

  /// For `escalations`: all facts of section 3.
  package static let escalationConditions = Environment(
    objects: [
      customer, object("history", HistoryFact.allCases, \.name, \.type),
      object("invoice", InvoiceFact.inConditions, \.name, \.type),
    ],
    variables: [Declaration("today", .date), scope("customer"), scope("history"), scope("invoice")])

  /// For templates: section 6.
  package static let letters = Environment(
    objects: [
      customer, object("history", HistoryFact.allCases, \.name, \.type),
      object("invoice", InvoiceFact.allCases, \.name, \.type), letterScope("sender"), letterScope("owner"),
      letterScope("business"), letterScope("recipient"),
    ],
    variables: [
      Declaration("today", .date), scope("customer"), scope("history"), scope("invoice"), scope("sender"),
      scope("owner"), scope("business"), scope("recipient"),
    ] + LetterFact.allCases.filter { $0.path.scope == nil }.map { Declaration($0.path.field, $0.type) },
    functions: [
      function(.money, "money", [.money], .string), function(.date, "date", [.date], .string),
      function(.dateInStyle, "date", [.date, .string], .string),
      function(.plural, "plural", [.int, .string, .string], .string),
      function(.pluralInThree, "plural", [.int, .string, .string, .string], .string),
      function(.number, "number", [.int], .string), function(.number, "number", [.double], .string),
      function(.numberInDecimals, "number", [.int, .int], .string),
      function(.numberInDecimals, "number", [.double, .int], .string),
      function(.percent, "percent", [.int], .string), function(.percent, "percent", [.double], .string),
    ])

  /// What each slot of `segmentConditions` stands for.
  package static let segmentFacts = facts(of: segmentConditions)
  /// What each slot of `escalationConditions` stands for.
  package static let escalationFacts = facts(of: escalationConditions)
  /// What each slot of `letters` stands for.
  package static let letterFacts = facts(of: letters)

  private static let customer = object("customer", CustomerFact.allCases, \.name, \.type)

  private static func scope(_ name: String) -> Declaration { Declaration(name, .object(name)) }

  private static func object<Fact>(
    _ name: String, _ facts: [Fact], _ field: (Fact) -> String, _ type: (Fact) -> CELType
  ) -> ObjectType {
    ObjectType(name, fields: facts.map { Declaration(field($0), type($0)) })
  }

  private static func letterScope(_ name: String) -> ObjectType {
    object(name, LetterFact.allCases.filter { $0.path.scope == name }, \.path.field, \.type)
  }

  private static func function(
    _ function: LetterFunction, _ name: String, _ parameters: [CELType], _ result: CELType
  ) -> HostFunction {
    HostFunction(name: name, parameters: parameters, result: result, id: function.rawValue)
  }

  private static func facts(of environment: Environment) -> [Fact] {
    var known: [String: Fact] = ["today": .today]
    for fact in CustomerFact.allCases { known["customer.\(fact.name)"] = .customer(fact) }
    for fact in HistoryFact.allCases { known["history.\(fact.name)"] = .history(fact) }
    for fact in InvoiceFact.allCases { known["invoice.\(fact.name)"] = .invoice(fact) }
    for fact in LetterFact.allCases {
      known[fact.path.scope.map { "\($0).\(fact.path.field)" } ?? fact.path.field] = .letter(fact)
    }
    return environment.slots.map { slot in
      guard let fact = known[slot.name] else { preconditionFailure("every slot stands for a fact") }
      return fact
    }
  }
}
