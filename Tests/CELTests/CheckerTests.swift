import CEL
import Testing

@Suite struct CheckerTests {
  @Test(arguments: [
    ("customer.balanse > 5", CEL.Issue.Kind.unknownName, "balanse"),
    ("balance > 5", .unknownName, "balance"),
    ("sizes(customer.tags) > 5", .unknownFunction, "sizes"),
    ("customer.name > 5", .typeMismatch, "customer.name > 5"),
    ("customer.balance > \"5000\"", .typeMismatch, "customer.balance > \"5000\""),
    ("customer.balance", .notBoolean, "customer.balance"),
    ("true && customer.invoices_paid", .notBoolean, "customer.invoices_paid"),
    ("customer.first_name == \"Ada\"", .nullableUnguarded, "customer.first_name"),
    ("customer.name.or(\"x\") == \"x\"", .typeMismatch, "customer.name.or(\"x\")"),
    ("customer.name == null", .typeMismatch, "customer.name == null"),
    ("customer == 1", .typeMismatch, "customer"),
    ("customer.invoices_paid = 3", .syntax, "="),
    ("true and false", .syntax, "and"),
    ("not true", .syntax, "not"),
    ("1 => 0", .syntax, "=>"),
    ("1 + ", .syntax, ""),
    ("(1 == 1", .syntax, ""),
    ("\"abc", .syntax, "\"abc"),
    ("customer.invoices_paid + 1.5 > 2.0", .typeMismatch, "customer.invoices_paid + 1.5"),
    ("\"a\" in \"abc\"", .typeMismatch, "\"abc\""),
  ])
  func `a mistake is told once and underlined where it stands`(
    text: String, kind: CEL.Issue.Kind, place: String
  ) throws {
    let found = issues(text)
    #expect(found.count == 1, "\(found.map(\.message))")
    let issue = try found.first.unwrapped
    #expect(issue.kind == kind)
    #expect(underlined(issue, in: text) == place)
  }

  @Test func `all mistakes of an expression are found at once`() {
    let text = "customer.balanse = 5 and customer.first_name == 3 or nobody"
    #expect(
      issues(text).map { underlined($0, in: text) } == [
        "balanse", "=", "and", "customer.first_name", "customer.first_name == 3", "or", "nobody",
      ])
  }

  @Test func `a number in quotes beside money is mended`() throws {
    let issue = try issues("customer.balance > \"5000\"").first.unwrapped
    #expect(issue.help == "write the number without quotes: `5000`")
    #expect(issue.replacement == CEL.Issue.Replacement(range: 19..<25, text: "5000"))
    #expect(issue.labels.map(\.text) == ["this is money", "this is a string"])
  }

  @Test(arguments: [
    ("customer.balanse > 5", "a field with a similar name exists: `balance`"),
    ("a = 5", "write `==`"), ("true AND true", "write `&&`"), ("5 => 4", "write `>=`"),
    (
      "customer.first_name == \"x\"",
      "give a fallback: `customer.first_name.or(\"…\")`, or test it with `has(customer.first_name)`"
    ),
    ("today + 3 > today", "a number of days is written `days(3)`"),
    ("today.weekday == 1", "it is a function: `today.weekday()`"),
  ])
  func `advice names the way out`(text: String, help: String) {
    #expect(issues(text).contains { $0.help == help }, "\(issues(text))")
  }

  @Test(arguments: [
    "has(customer.first_name) && customer.first_name == \"Ada\"",
    "customer.first_name != null && customer.first_name == \"Ada\"",
    "customer.first_name == null || customer.first_name == \"Ada\"",
    "!has(customer.first_name) || customer.first_name == \"Ada\"",
    "has(customer.first_name) ? customer.first_name == \"Ada\" : false",
    "!(has(customer.first_name) && has(customer.since)) || customer.since < today",
    "customer.first_name.or(\"\") == \"Ada\"",
    "customer.average_days_late.or(0.0) > 20", "customer.average_days_late.or(0) > 20.5",
    "flag.or(false)", "has(flag) && flag", "words(customer.first_name) > 0",
    "invoices.exists(inv, has(inv.payment_url) && size(inv.payment_url) > 3)",
    "customer.fields.region.or(\"none\") == \"north\"",
  ])
  func `a test or a fallback makes a nullable value usable`(text: String) {
    #expect(issues(text).isEmpty, "\(issues(text).map(\.message))")
  }

  @Test(arguments: [
    "has(customer.first_name) || customer.first_name == \"Ada\"",
    "!has(customer.first_name) && customer.first_name == \"Ada\"",
    "has(customer.since) && customer.first_name == \"Ada\"",
    "has(customer.first_name) ? true : customer.first_name == \"Ada\"",
    "customer.first_name == \"Ada\" && has(customer.first_name)", "flag", "!flag",
    "(has(customer.first_name) && true) && true || customer.first_name == \"Ada\"",
    "invoices.all(inv, size(inv.payment_url) > 3)", "shout(customer.first_name) == \"ADA\"",
  ])
  func `a test that does not reach the use does not count`(text: String) {
    #expect(issues(text).map(\.kind) == [.nullableUnguarded])
  }

  @Test func `a nullable result is taken only where it is asked for`() {
    #expect(issues("customer.first_name", expecting: nil).isEmpty)
    #expect(issues("customer.first_name", expecting: .nullable(.string)).isEmpty)
    #expect(issues("customer.first_name", expecting: .dyn).map(\.kind) == [.nullableUnguarded])
  }

  @Test func `names become slots in order of declaration`() throws {
    #expect(customerEnvironment.slot("today") == 0)
    #expect(customerEnvironment.slot("customer.name") == 1)
    #expect(customerEnvironment.slot("customer") == nil)
    let (inner, slot) = customerEnvironment.with(variable: "inv", type: .object("invoice"))
    let checked = try check(text: "inv.balance > 5", in: inner, expecting: .bool).expression.unwrapped
    #expect(checked.slots == [slot])
  }

  @Test func `hostile text gives one issue and no crash`() {
    let nested = String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000)
    let chain = Array(repeating: "1", count: 30_000).joined(separator: "+")
    let long = "\"" + String(repeating: "x", count: 1_000_000) + "\""
    for text in [
      nested, chain, long, String(repeating: "[", count: 60_000),
      String(repeating: "!", count: 60_000) + "true",
      Array(repeating: "1", count: 100_000).joined(separator: "+"),
    ] {
      #expect(issues(text, expecting: nil).map(\.kind) == [.limit])
    }
  }

  @Test func `an expression of nearly the greatest depth runs`() throws {
    let minus = String(repeating: "-(", count: 240) + "1" + String(repeating: ")", count: 240)
    #expect(try evaluate(minus) == .int(1))
    let lists = String(repeating: "[", count: 240) + String(repeating: "]", count: 240)
    #expect(try evaluate("size(\(lists)) == 1") == .bool(true))
  }

  @Test func `two thousand alternatives in a row are allowed`() throws {
    let text = Array(repeating: "customer.invoices_paid == 3", count: 2000).joined(separator: " || ")
    #expect(try evaluate(text, ["customer.invoices_paid": .int(4)]) == .bool(false))
  }

  @Test func `random bytes are refused without a crash`() {
    var generator = SystemRandomNumberGenerator()
    let seed = generator.next()
    print("CheckerTests seed \(seed)")
    var state = seed
    let pieces = [
      "customer", ".", "(", ")", "[", "]", "has", "or", "\"", "'", "\\", "1", "0x", "e", "?", ":", "&&", "-",
      "!", "in", "é", "\n", "{", "}", ",", "=", "today", ".all(x,", " ",
    ]
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let length = text.utf8.count
      for issue in issues(text, expecting: nil) {
        #expect(issue.range.upperBound <= length, "seed \(seed): \(text)")
      }
    }
  }
}
