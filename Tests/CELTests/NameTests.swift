import CEL
import Testing

/// What a name means: language definition, "Name resolution" and "Macros".
@Suite struct NameTests {
  private func value(
    _ text: String, _ facts: [String: Value], container: String = ""
  ) throws -> Value {
    let environment = Environment(
      container: container, variables: facts.keys.sorted().map { Declaration($0, .dyn) })
    let result = check(text: text, in: environment, expecting: nil)
    guard let expression = result.expression else { throw Refused(messages: result.issues.map(\.message)) }
    return try Program(expression).evaluate(TestFacts(facts, in: environment))
  }

  private let everywhere: [String: Value] = [
    "x": .int(0), "a.x": .int(1), "a.b.x": .int(2), "a.b.c.x": .int(3),
  ]

  @Test(
    arguments: [("", 0), ("a", 1), ("a.b", 2), ("a.b.c", 3), ("a.b.c.d", 3), ("z", 0)] as [(String, Int64)])
  func `a name is the one in the innermost name space that has it`(container: String, expected: Int64) throws
  {
    #expect(try value("x", everywhere, container: container) == .int(expected))
  }

  @Test(arguments: [("b.x", 2), ("b.c.x", 3), ("x", 1)] as [(String, Int64)])
  func `a name with points is looked for in the name space too`(text: String, expected: Int64) throws {
    #expect(try value(text, everywhere, container: "a") == .int(expected))
  }

  @Test func `a leading point leaves the name space`() throws {
    #expect(try value(".x", everywhere, container: "a.b") == .int(0))
    #expect(try value(".a.x", everywhere, container: "a.b") == .int(1))
  }

  @Test func `the longest name that is declared is the one that is meant`() throws {
    let facts: [String: Value] = [
      "a": .map(try MapValue([(.string("b"), .map(try MapValue([(.string("c"), .string("by keys"))])))])),
      "a.b": .map(try MapValue([(.string("c"), .string("by one key"))])),
      "a.b.c": .string("by name"),
    ]
    #expect(try value("a.b.c", facts) == .string("by name"))
    #expect(try value("a.b['c']", facts) == .string("by one key"))
    #expect(try value("a['b'].c", facts) == .string("by keys"))
  }

  @Test func `a macro's variable hides a fact, inside the macro only`() throws {
    let facts: [String: Value] = ["x": .int(7), "y": .int(1)]
    #expect(try value("[1, 2].exists(x, x == 2) && x == 7", facts) == .bool(true))
    #expect(try value("[[1, 2], [3]].all(x, x.exists(x, x > 0))", facts) == .bool(true))
    #expect(try value("[1].map(x, .x + x)", facts) == .list([.int(8)]))
    // The range is read before the variable is there.
    #expect(try value("[x].map(x, x + y)", facts) == .list([.int(8)]))
  }

  @Test func `two macros with one name count two things`() throws {
    #expect(
      try value("[1, 2].map(i, [i].map(i, i * 10)[0] + i)", [:]) == .list([.int(11), .int(22)]))
    #expect(try value("cel.bind(v, 3, cel.bind(v, v * 2, v + 1))", [:]) == .int(7))
  }

  @Test func `a type is a value by its name, and a fact of that name comes first`() throws {
    #expect(try value("type(1) == int && type(int) == type", [:]) == .bool(true))
    #expect(try value("int", ["int": .string("a fact")]) == .string("a fact"))
  }
}
