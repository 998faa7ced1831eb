// What the expression language costs: parse, check, compile, evaluate, each in nanoseconds and in blocks of memory.
//
//   swift run -c release --package-path Benchmarks CELBenchmark [CALLS]
//
// Times are medians of seven runs in one process on one core; the machine's noise is in them, so compare figures of
// one run only. Allocations are counted, not sampled, and repeat exactly.
import AllocationCounter
import CEL

private let calls = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 200_000
private let runs = 7

private let environment = Environment(
  objects: [
    ObjectType(
      "customer",
      fields: [
        Declaration("name", .string), Declaration("first_name", .nullable(.string)),
        Declaration("tags", .list(.string)), Declaration("revenue_12m", .money),
        Declaration("invoices_paid", .int), Declaration("average_days_late", .nullable(.double)),
        Declaration("fields", .map(.string, .string)),
      ])
  ],
  variables: [Declaration("today", .date), Declaration("customer", .object("customer"))])

/// One customer, its facts by slot.
private final class CustomerFacts: Facts {
  let values: [Value]

  init(revenue: Int64, currency: CurrencyCode) {
    values = [
      .date(20_000), .string("Ada Lovelace"), .null, .list([.string("trade"), .string("london")]),
      .money(MoneyAmount(amount: Decimal(revenue), currency: currency)), .int(12), .double(3.5),
      .map(MapValue(strings: [("region", "north")])),
    ]
  }

  func fact(_ slot: Int) -> Value { values[slot] }
}

/// A customer whose facts are read when they are asked for, as Duly's are.
private final class FreshFacts: Facts {
  let revenue: Int64
  let currency: CurrencyCode
  let tags: [Value]

  init(revenue: Int64, currency: CurrencyCode, tags: [Value]) {
    self.revenue = revenue
    self.currency = currency
    self.tags = tags
  }

  func fact(_ slot: Int) -> Value {
    switch slot {
    case 3: .list(tags)
    case 4: .money(MoneyAmount(amount: Decimal(revenue), currency: currency))
    default: .null
    }
  }
}

/// Runs the work `calls` times and prints what one call costs.
private func measure(_ title: String, calls: Int = calls, _ work: () throws -> Bool) rethrows {
  let clock = ContinuousClock()
  var nanoseconds: [Double] = []
  var allocations = 0.0
  var held = 0
  for run in 0...runs {
    let before = allocation_count()
    let began = clock.now
    for _ in 0..<calls { held += try work() ? 1 : 2 }
    let (seconds, attoseconds) = (clock.now - began).components
    allocations = Double(allocation_count() - before) / Double(calls)
    if run > 0 { nanoseconds.append((Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / Double(calls)) }
  }
  precondition(held > 0, "work that gives nothing measures nothing")
  let median = nanoseconds.sorted()[runs / 2]
  func column(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
  func rounded(_ number: Double, _ factor: Double) -> String {
    "\(Double(Int(number * factor + 0.5)) / factor)"
  }
  print(
    title + String(repeating: " ", count: max(1, 52 - title.count)) + column(rounded(median, 10), 10)
      + column(rounded(1000 / median, 100), 10) + column(rounded(allocations, 100), 10))
}

guard let pound = CurrencyCode("GBP"), let euro = CurrencyCode("EUR") else { fatalError("no currency") }
private let rates = MoneyRates(base: pound, rates: [(euro, Decimal(1))])
private let hot = #"customer.tagged("vip") || customer.revenue_12m >= 50000"#
private let conditions = [
  hot, "customer.invoices_paid > 3 && customer.average_days_late.or(0.0) > 20.0",
  #"customer.name.matches("^A.*e$")"#, #"customer.tags.exists(t, t.startsWith("lon"))"#,
  #"customer.fields.region.or("none") == "north""#,
  "customer.tags.map(t, t.size()).filter(n, n > 5).size() == 1",
  #"customer.?first_name.orValue("there") == "there""#,
  "cel.bind(n, customer.invoices_paid, n > 3 && n < 50)",
]

print("one call of" + String(repeating: " ", count: 41) + "        ns   million/s  allocations")
let half = max(1, calls / 40)
measure("parse (resolve names only)", calls: half) { resolve(text: hot, in: environment).expression != nil }
measure("parse and check", calls: half) {
  check(text: hot, in: environment, expecting: .bool).expression != nil
}
guard let checked = check(text: hot, in: environment, expecting: .bool).expression else {
  fatalError("refused")
}
measure("compile", calls: half) { Program(checked, rates: rates).slots.count > 0 }
measure("parse, check and compile", calls: half) {
  guard let checked = check(text: hot, in: environment, expecting: .bool).expression else { return false }
  return Program(checked, rates: rates).slots.count > 0
}

private let program = Program(checked, rates: rates)
private let bound = CustomerFacts(revenue: 60_000, currency: pound)
let tags: [Value] = [.string("trade"), .string("london")]
try measure("evaluate, facts bound", calls: calls * 10) { try program.evaluateBool(bound) }
try measure("evaluate, fresh facts each time", calls: calls * 5) {
  try program.evaluateBool(FreshFacts(revenue: 60_000, currency: pound, tags: tags))
}
for text in conditions {
  guard let checked = check(text: text, in: environment, expecting: .bool).expression else {
    fatalError("refused: \(check(text: text, in: environment, expecting: .bool).issues)")
  }
  let program = Program(checked, rates: rates)
  try measure(String(text.prefix(50)), calls: calls) { try program.evaluateBool(bound) }
}
