import CEL
import Testing

/// The deduced type of every part of an expression: language definition, "Gradual type checking".
@Suite struct TypeDeductionTests {
  private func types(_ text: String) throws -> [String] {
    let environment = Environment(
      variables: [
        Declaration("numbers", .list(.int)), Declaration("any", .dyn),
        Declaration("counts", .map(.string, .int)), Declaration("name", .nullable(.string)),
      ])
    let result = check(text: text, in: environment, expecting: nil)
    guard let expression = result.expression else { throw Refused(messages: result.issues.map(\.message)) }
    func walk(_ node: Expression) -> [String] {
      ["\(expression.type(of: node.id))"] + node.children.flatMap(walk)
    }
    return walk(expression.root)
  }

  @Test(arguments: [
    ("1 + 2", ["int", "int", "int"]),
    ("[1, 2]", ["list(int)", "int", "int"]),
    ("[1, 'a']", ["list(dyn)", "int", "string"]),
    ("{'a': 1u}", ["map(string, uint)", "string", "uint"]),
    ("numbers[0] == 1", ["bool", "int", "list(int)", "int", "int"]),
    ("true ? numbers : []", ["list(int)", "bool", "list(int)", "list(int)"]),
    ("counts[?'a']", ["optional(int)", "map(string, int)", "string"]),
    ("counts[?'a'].orValue(0)", ["int", "optional(int)", "map(string, int)", "string", "int"]),
    ("any.x", ["dyn", "dyn"]),
    ("dyn(1)", ["dyn", "int"]),
    ("[[], [1]]", ["list(list(int))", "list(int)", "list(int)", "int"]),
  ])
  func `every part has its type`(text: String, expected: [String]) throws {
    #expect(try types(text) == expected)
  }

  @Test(arguments: [
    ("numbers.map(n, string(n))", "list(string)"),
    ("numbers.map(n, n > 1, [n])", "list(list(int))"),
    ("numbers.filter(n, n > 1)", "list(int)"),
    ("counts.transformMap(k, v, k + string(v))", "map(string, string)"),
    ("counts.transformList(k, v, v)", "list(int)"),
    ("optional.of(numbers).optMap(l, l[0])", "optional(int)"),
    ("numbers.sortBy(n, -n)", "list(int)"),
    ("cel.bind(x, counts, x['a'])", "int"),
    ("[1, 2].first()", "optional(int)"),
  ])
  func `a macro has the type that its parts give`(text: String, expected: String) throws {
    #expect(try types(text).first == expected)
  }

  @Test(arguments: ["[1] + ['a']", "counts[1]", "numbers == ['a']", "1 + 1u", "numbers.exists(n, n == 'a')"])
  func `types that cannot meet are refused`(text: String) {
    #expect(throws: Refused.self) { try types(text) }
  }

  @Test func `without a check, what does not fit shows when it runs`() throws {
    let environment = Environment(variables: [Declaration("x", .int)])
    func run(_ text: String, _ facts: [String: Value] = [:]) throws -> Value {
      let expression = try resolve(text: text, in: environment).expression.unwrapped
      #expect(!expression.isChecked)
      return try Program(expression).evaluate(TestFacts(facts, in: environment))
    }
    #expect(try run("[1, 'a', true].size() == 3") == .bool(true))
    #expect(try run("1 == 'a'") == .bool(false))
    #expect(try run("1 + 'a' == 2 || true") == .bool(true))
    #expect(throws: EvaluationError.typeMismatch) { try run("!1") }
    #expect(throws: EvaluationError.self) { try run("nobody + 1") }
    #expect(throws: EvaluationError.self) { try run("nothing(1)") }
    #expect(try run("x + 1", ["x": .int(2)]) == .int(3))
  }
}
