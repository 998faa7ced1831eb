/// Values by key, in the order in which they were written; keys are bool, int, uint or string.
///
///     let prices = try MapValue([(.string("oak"), .int(90)), (.string("pine"), .int(40))])
///     print(prices[.string("oak")] ?? .null)  // int(90)
///     print(prices.entries.count)  // 2
public struct MapValue: Sendable, Equatable {
  /// One key with its value.
  ///
  ///     let fields = MapValue(strings: [("region", "north")])
  ///     for entry in fields.entries {
  ///       print("\(entry.key) \(entry.value)")  // string("region") string("north")
  ///     }
  public struct Entry: Sendable, Equatable {
    /// A bool, int, uint or string.
    public let key: Value
    /// What is stored under the key; any value, also null.
    public let value: Value
  }

  /// The entries in the order in which they were given.
  public let entries: [Entry]
  /// Where each key stands; empty for the few entries that are searched one after the other.
  private let places: [Key: Int]

  /// Up to so many entries a search takes less time than hashing the key.
  private static let few = 8

  /// Makes a map.
  ///
  /// - Throws: `unsupportedKey` for a key that is no bool, int, uint or string, and `duplicateKey`; 1 and 1u
  ///   are one key. Source: the language definition, "Aggregate Values".
  public init(_ pairs: [(Value, Value)]) throws(EvaluationError) {
    var places: [Key: Int] = [:]
    var entries: [Entry] = []
    entries.reserveCapacity(pairs.count)
    for (key, value) in pairs {
      if case .double = key { throw .unsupportedKey }
      guard let place = Key(key) else { throw .unsupportedKey }
      guard places.updateValue(entries.count, forKey: place) == nil else { throw .duplicateKey }
      entries.append(Entry(key: key, value: value))
    }
    self.entries = entries
    self.places = entries.count > Self.few ? places : [:]
  }

  /// Makes a map of texts, as a row's further columns are; the last of two equal keys counts.
  public init(strings: [(String, String)]) {
    var places: [Key: Int] = [:]
    var entries: [Entry] = []
    for (key, value) in strings {
      let entry = Entry(key: .string(key), value: .string(value))
      if let place = places[.string(Key.Bytes(text: key))] {
        entries[place] = entry
      } else {
        places[.string(Key.Bytes(text: key))] = entries.count
        entries.append(entry)
      }
    }
    self.entries = entries
    self.places = entries.count > Self.few ? places : [:]
  }

  /// The value under a key; nil where the key is missing or cannot be one.
  ///
  /// 1, 1u and 1.0 find the same entry. Source: the language definition, "Equality and Ordering".
  ///
  /// - Complexity: O(1) in the entries.
  public subscript(_ key: Value) -> Value? {
    if case .string(let text) = key, places.isEmpty { return few(text) }
    guard let wanted = Key(key) else { return nil }
    guard places.isEmpty else { return places[wanted].map { entries[$0].value } }
    for entry in entries where Key(entry.key) == wanted { return entry.value }
    return nil
  }

  /// The value under a text, searched among few entries.
  private func few(_ text: String) -> Value? {
    for entry in entries {
      if case .string(let other) = entry.key, Text.isEqual(other, text) { return entry.value }
    }
    return nil
  }

  /// Whether both hold the same keys with the same values, in any order.
  public static func == (left: MapValue, right: MapValue) -> Bool {
    left.entries.count == right.entries.count
      && left.entries.allSatisfy { right[$0.key] == $0.value }
  }

  private enum Key: Hashable, Sendable {
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case string(Bytes)

    /// A text that is hashed and compared by its bytes, not by canonical equivalence.
    struct Bytes: Hashable, Sendable {
      let text: String

      static func == (left: Bytes, right: Bytes) -> Bool { Text.isEqual(left.text, right.text) }

      func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      }
    }

    init?(_ value: Value) {
      switch value {
      case .bool(let bool): self = .bool(bool)
      case .int(let int): self = .int(int)
      case .uint(let uint): self = Int64(exactly: uint).map(Key.int) ?? .uint(uint)
      case .double(let double):
        if let int = WholeNumber.int(double) {
          self = .int(int)
        } else if let uint = WholeNumber.uint(double) {
          self = .uint(uint)
        } else {
          return nil
        }
      case .string(let text): self = .string(Bytes(text: text))
      case .null, .bytes, .list, .map, .date, .dateSpan, .money, .timestamp, .duration, .type, .optional,
        .object:
        return nil
      }
    }
  }
}
