import TestSupport
import Testing

@testable import PolicyTesting

/// The largest pairing, against trying every one.
@Suite struct PairingTests {
  @Test(arguments: 0..<200)
  func `as many are paired as can be`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let (expected, actual) = (Int(random.next() % 5), Int(random.next() % 5))
    let fits = (0..<25).map { _ in random.next() % 3 == 0 }

    let pairs = Pairing.pairs(expected, actual) { fits[$0 * 5 + $1] }

    let found = pairs.compactMap(\.self)
    #expect(Set(found).count == found.count)
    for (left, right) in pairs.enumerated() { if let right { #expect(fits[left * 5 + right]) } }
    #expect(found.count == best(0, expected, Set(0..<actual), fits), "seed \(seed)")
  }

  private func best(_ left: Int, _ expected: Int, _ free: Set<Int>, _ fits: [Bool]) -> Int {
    if left == expected { return 0 }
    var most = best(left + 1, expected, free, fits)
    for right in free where fits[left * 5 + right] {
      most = max(most, 1 + best(left + 1, expected, free.subtracting([right]), fits))
    }
    return most
  }
}
