import CEL

/// The examples about values, word for word as they stand in the comments of the sources.
extension DocumentationExamples {
  static let values: [String: Example] = [
    "objectValue": objectValue, "value": value, "currencyCode": currencyCode, "moneyAmount": moneyAmount,
    "moneyRates": moneyRates, "civilDay": civilDay, "mapValue": mapValue, "mapEntry": mapEntry,
    "timestamp": timestamp, "decimal": decimal, "decimalQuotient": decimalQuotient,
  ]

  static func objectValue(print: Print) throws {
    final class Item: ObjectValue {
      let count: Int64
      init(_ count: Int64) { self.count = count }
      func field(_ index: Int) -> Value { .int(count) }
    }
    final class Basket: Facts {
      func fact(_ slot: Int) -> Value { .list([.object(Item(2)), .object(Item(5))]) }
    }
    let environment = Environment(
      objects: [ObjectType("item", fields: [Declaration("count", .int)])],
      variables: [Declaration("items", .list(.object("item")))])
    let text = "items.exists(item, item.count > 4)"
    if let expression = check(text: text, in: environment, expecting: .bool).expression {
      print(try Program(expression).evaluateBool(Basket()))  // true
    }
  }

  static func value(print: Print) throws {
    let tags = Value.list([.string("trade"), .string("vip")])
    print(tags.typeName)  // list
    print(Value.string("e\u{301}") == Value.string("\u{e9}"))  // false
  }

  static func currencyCode(print: Print) throws {
    print(CurrencyCode("GBP")?.description ?? "no currency")  // GBP
    print(CurrencyCode("gbp")?.description ?? "no currency")  // no currency
  }

  static func moneyAmount(print: Print) throws {
    if let pound = CurrencyCode("GBP"), let amount = Decimal("12.50") {
      print(MoneyAmount(amount: amount, currency: pound))  // 12.5 GBP
    }
  }

  static func moneyRates(print: Print) throws {
    if let pound = CurrencyCode("GBP"), let euro = CurrencyCode("EUR"), let worth = Decimal("0.85") {
      let rates = MoneyRates(base: pound, rates: [(euro, worth)])
      print(try rates.inBase(MoneyAmount(amount: Decimal(1_000), currency: euro)))  // 850
    }
  }

  static func civilDay(print: Print) throws {
    print(CivilDay.text(20_529))  // 2026-03-17
    print(CivilDay.weekday(20_529))  // 2
  }

  static func mapValue(print: Print) throws {
    let prices = try MapValue([(.string("oak"), .int(90)), (.string("pine"), .int(40))])
    print(prices[.string("oak")] ?? .null)  // int(90)
    print(prices.entries.count)  // 2
  }

  static func mapEntry(print: Print) throws {
    let fields = MapValue(strings: [("region", "north")])
    for entry in fields.entries {
      print("\(entry.key) \(entry.value)")  // string("region") string("north")
    }
  }

  static func timestamp(print: Print) throws {
    let opening = try Timestamp("2026-03-17T10:30:00+01:00")
    print(opening.text)  // 2026-03-17T09:30:00Z
    print(opening.seconds)  // 1773739800
  }

  static func decimal(print: Print) throws {
    if let tenth = Decimal("0.1"), let fifth = Decimal("0.20") {
      print(fifth)  // 0.2
      print(try tenth + fifth)  // 0.3
    }
  }

  static func decimalQuotient(print: Print) throws {
    print(try Decimal(2) / Decimal(3))  // 0.666666666666666667
  }
}
