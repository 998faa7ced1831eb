import Foundation

/// A random source that gives the same numbers for the same seed, on every machine.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number of a range.
  package mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True in so many of a hundred cases.
  package mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// One of the choices; an empty list has none, and asking for one is a mistake of the test.
  package mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[number(0...choices.count - 1)]
  }
}

/// Runs a test over many random cases, each from a seed of its own that is named when the case fails.
///
/// `DULY_PROPERTY_CASES` gives the number of cases in place of what each test asks for, and
/// `DULY_PROPERTY_SEED` the seed of the first.
package enum RandomCases {
  private static func setting(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  /// The seeds of the cases.
  package static func seeds(_ count: Int) -> [UInt64] {
    let first = setting("DULY_PROPERTY_SEED") ?? 20_260_301
    return (0..<(setting("DULY_PROPERTY_CASES") ?? UInt64(count))).map { first + $0 }
  }
}
