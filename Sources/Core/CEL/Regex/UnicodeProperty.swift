/// What `\p{…}` can name: general categories by one or two letters, scripts, and `Any`.
///
/// Source: the tables of RE2's syntax. As there, `C` does not hold scalars that are not assigned.
enum UnicodeProperty {
  /// The scalars that have a property; nil where there is none of this name, which must be spelt exactly.
  static func ranges(named name: String) -> [ClosedRange<UInt32>]? {
    // To a dictionary, canonically equivalent texts are one, such as those with a Kelvin sign for K.
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    if name == "Any" { return [0...ScalarSet.greatest] }
    if let packed = UnicodeCategories.packed[name] ?? UnicodeScripts.packed[name] {
      return PackedNumbers.ranges(packed)
    }
    guard name.utf8.count == 1 else { return nil }
    let categories = UnicodeCategories.packed.keys.filter { $0.hasPrefix(name) }.sorted()
    guard !categories.isEmpty else { return nil }
    let ranges = categories.flatMap { UnicodeCategories.packed[$0].map(PackedNumbers.ranges) ?? [] }
    return ScalarSet(ranges).ranges
  }

  /// The name that was probably meant by one that is not known: another spelling, or a category's long name.
  static func nameMeant(by name: String) -> String? {
    let longNames = [
      "letter": "L", "uppercaseletter": "Lu", "lowercaseletter": "Ll", "titlecaseletter": "Lt", "mark": "M",
      "number": "N", "decimalnumber": "Nd", "digit": "Nd", "punctuation": "P", "symbol": "S",
      "currencysymbol": "Sc", "mathsymbol": "Sm", "separator": "Z", "spaceseparator": "Zs", "space": "Zs",
      "other": "C", "control": "Cc", "format": "Cf", "alphabetic": "L", "alpha": "L", "upper": "Lu",
      "uppercase": "Lu", "lower": "Ll", "lowercase": "Ll", "punct": "P",
    ]
    let plain = name.lowercased().filter { $0 != "_" && $0 != " " && $0 != "-" }
    if let category = longNames[plain] { return category }
    let names = Array(UnicodeCategories.packed.keys) + Array(UnicodeScripts.packed.keys) + ["Any"]
    let letters = ["C", "L", "M", "N", "P", "S", "Z"]
    if let respelt = (letters + names.sorted()).first(where: { $0.lowercased() == name.lowercased() }) {
      return respelt
    }
    return Suggestion.near(name, among: names.sorted()).first
  }
}
