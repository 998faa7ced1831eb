/// Texts as places in an order: those that conditions name, and the stretches between them.
///
/// The n-th named text has the place 2n + 1; an even place is any text between its neighbours. Two texts of one
/// stretch are alike to every comparison with a named text. The order is that of code points.
struct TextOrder: Sendable {
  let texts: [String]
  private let places: [String: Int]

  init(_ texts: some Sequence<String>) {
    self.texts = Set(texts.map(Key.init)).map(\.text).sorted(by: TextOrder.precedes)
    var places: [String: Int] = [:]
    for (number, text) in self.texts.enumerated() where places[text] == nil { places[text] = number }
    self.places = places
  }

  /// Texts told apart by their bytes: Swift takes canonically equivalent ones for equal.
  private struct Key: Hashable {
    let text: String

    static func == (left: Key, right: Key) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
      for byte in text.utf8 { hasher.combine(byte) }
    }
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The place of a named text; nil for any other.
  func place(of text: String) -> Whole? {
    if let number = places[text], texts[number].utf8.elementsEqual(text.utf8) { return Whole(2 * number + 1) }
    // Another spelling of a canonically equivalent text may have taken the entry.
    return texts.firstIndex { $0.utf8.elementsEqual(text.utf8) }.map { Whole(2 * $0 + 1) }
  }

  /// All places at which there is a text.
  var domain: Domain {
    var domain = Domain(0...Whole(2 * texts.count))
    for (number, text) in texts.enumerated() where isEmpty(before: number, text) {
      _ = domain.exclude(Whole(2 * number))
    }
    return domain
  }

  /// Only the named texts that are among those given.
  func domain(of allowed: [String]) -> Domain {
    let places = allowed.compactMap { place(of: $0) }.sorted()
    guard let first = places.first, let last = places.last else { return domain }
    var domain = Domain(first...last)
    for place in first...last where !places.contains(place) { _ = domain.exclude(place) }
    return domain
  }

  /// Whether no text lies between a named text and the one before it.
  private func isEmpty(before number: Int, _ text: String) -> Bool {
    guard number > 0 else { return text.isEmpty }
    // The next text after one is that with a zero byte added.
    return (texts[number - 1] + "\0").utf8.elementsEqual(text.utf8)
  }

  /// A text at a place, plain where one is at hand.
  func text(at place: Whole) -> String {
    let number = Int(place / 2)
    if place % 2 == 1 { return texts[number] }
    let below = number > 0 ? texts[number - 1] : nil
    let above = number < texts.count ? texts[number] : nil
    let candidates = Self.plain + (below.map { low in Self.plain.map { low + $0 } + [low + "\0"] } ?? [""])
    return candidates.first { candidate in
      (below.map { TextOrder.precedes($0, candidate) } ?? true)
        && (above.map { TextOrder.precedes(candidate, $0) } ?? true)
    } ?? ""
  }

  private static let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".map(String.init)
}
