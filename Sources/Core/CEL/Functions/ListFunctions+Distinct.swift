extension ListFunctions {
  /// The elements without those that equal an earlier one, by the `==` of the language; NaN equals nothing.
  ///
  /// Values of an equality class are compared with each other only, so that a list of texts or numbers takes
  /// time in proportion to its length, and only lists, maps and mixed money may take its square.
  static func distinct(
    _ elements: [Value], _ rates: MoneyRates, _ budget: inout Budget
  ) throws(EvaluationError) -> [Value] {
    try budget.spend(elements.count)
    let amounts = Amounts(in: elements)
    var kept: [Value] = []
    // The place in `kept` of the latest value of each class, and for each of `kept` that of the one before.
    var latest: [EqualityClass: Int] = [:]
    var earlier: [Int?] = []
    for element in elements {
      guard let key = try EqualityClass(of: element, amounts, &budget) else {
        kept.append(element)
        earlier.append(nil)
        continue
      }
      let newest = latest[key]
      var place = newest
      while let other = place, try !Equality.isEqual(kept[other], element, rates, &budget) {
        place = earlier[other]
      }
      guard place == nil else { continue }
      latest[key] = kept.count
      earlier.append(newest)
      kept.append(element)
    }
    return kept
  }

  /// A text that is hashed and compared by its bytes, not by canonical equivalence.
  private struct TextKey: Hashable {
    let text: String

    static func == (left: TextKey, right: TextKey) -> Bool { Text.isEqual(left.text, right.text) }

    func hash(into hasher: inout Hasher) {
      let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
      guard isHashed == nil else { return }
      Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  /// How the amounts of money in a list can be told apart.
  private enum Amounts {
    /// There are none, so that numbers stand for themselves.
    case none
    /// All are of one currency and there are no numbers, so that the amount tells.
    case ofOneCurrency
    /// Only a comparison can tell, for rates may make any two of them equal.
    case mixed

    init(in elements: [Value]) {
      var currency: CurrencyCode?
      var hasNumbers = false
      var isMixed = false
      for element in elements {
        switch element {
        case .money(let money):
          isMixed = isMixed || money.currency != currency ?? money.currency
          currency = money.currency
        case .int, .uint, .double: hasNumbers = true
        case .null, .bool, .string, .bytes, .list, .map, .date, .dateSpan, .timestamp, .duration, .type,
          .optional, .object:
          break
        }
      }
      self = currency == nil ? .none : (isMixed || hasNumbers ? .mixed : .ofOneCurrency)
    }
  }

  /// What equal values have in common; values that differ in it are never equal.
  private enum EqualityClass: Hashable {
    case null
    case bool(Bool)
    /// An int and a double are equal where the int, rounded to a double, is: so all go by their double.
    case number(Double)
    case amount(Decimal)
    case quantity
    case text(TextKey)
    case bytes([UInt8])
    case list(count: Int)
    case map(count: Int)
    case date(Int32)
    case dateSpan(Int)
    case timestamp(Timestamp)
    case duration(Int64)
    case type(TextKey)
    case optional(hasValue: Bool)
    case object(ObjectIdentifier)

    /// Nil for NaN, which is in no class; pays for the text and bytes that it reads.
    init?(of value: Value, _ amounts: Amounts, _ budget: inout Budget) throws(EvaluationError) {
      switch value {
      case .null: self = .null
      case .bool(let bool): self = .bool(bool)
      case .int(let int): self = amounts == .mixed ? .quantity : .number(Double(int))
      case .uint(let uint): self = amounts == .mixed ? .quantity : .number(Double(uint))
      case .double(let double):
        if double.isNaN { return nil }
        self = amounts == .mixed ? .quantity : .number(double)
      case .money(let money): self = amounts == .mixed ? .quantity : .amount(money.amount)
      case .string(let text):
        try budget.spend(text.utf8.count / 16)
        self = .text(TextKey(text: text))
      case .bytes(let bytes):
        try budget.spend(bytes.count / 16)
        self = .bytes(bytes)
      case .list(let elements): self = .list(count: elements.count)
      case .map(let map): self = .map(count: map.entries.count)
      case .date(let day): self = .date(day)
      case .dateSpan(let days): self = .dateSpan(days)
      case .timestamp(let instant): self = .timestamp(instant)
      case .duration(let nanoseconds): self = .duration(nanoseconds)
      case .type(let name): self = .type(TextKey(text: name))
      case .optional(let wrapped): self = .optional(hasValue: wrapped != nil)
      case .object(let object): self = .object(ObjectIdentifier(object))
      }
    }
  }
}
