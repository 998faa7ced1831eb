import Foundation
import TestSupport
import Testing

@testable import CEL

@Suite struct DoubleTextTests {
  private static let shortest: [(Double, String)] = [
    (0, "0"), (-0.0, "-0"), (1, "1"), (-1.5, "-1.5"), (0.1, "0.1"), (123.456, "123.456"),
    (-4.5e-3, "-0.0045"), (100_000, "100000"), (999_999, "999999"), (1_000_000, "1e+06"),
    (1_234_567, "1.234567e+06"), (0.0001, "0.0001"), (0.00001, "1e-05"), (-1.5e-7, "-1.5e-07"),
    (1e16, "1e+16"), (1e100, "1e+100"), (0.1 + 0.2, "0.30000000000000004"),
    (.leastNonzeroMagnitude, "5e-324"),
    (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (.nan, "NaN"), (.infinity, "+Inf"),
    (-.infinity, "-Inf"),
  ]

  @Test(arguments: shortest)
  func `a double is written with its shortest digits`(double: Double, text: String) {
    #expect(DoubleText.shortest(double) == text)
  }

  private static let plain: [(Double, String)] = [
    (0, "0"), (-0.0, "-0"), (64.2, "64.2"), (1_000_000, "1000000"), (1e21, "1000000000000000000000"),
    (1.5e-7, "0.00000015"), (-2.5e10, "-25000000000"), (9_007_199_254_740_992, "9007199254740992"),
  ]

  @Test(arguments: plain)
  func `a plain text has no exponent`(double: Double, text: String) {
    #expect(DoubleText.plain(double) == text)
  }

  private static let fixed: [(Double, Int, String)] = [
    (1.2345, 3, "1.234"), (2.5, 0, "2"), (3.5, 0, "4"), (0.5, 0, "0"), (1.5, 0, "2"), (-0.5, 0, "-0"),
    (0.500_000_1, 0, "1"), (9.5, 0, "10"), (99.995, 2, "100.00"), (0.05, 1, "0.1"), (0.25, 1, "0.2"),
    (0.35, 1, "0.3"), (0.004, 2, "0.00"), (0.006, 2, "0.01"), (0.000_1, 2, "0.00"), (-1.2, 5, "-1.20000"),
    (0, 2, "0.00"), (1e21, 1, "1000000000000000000000.0"), (1e-7, 9, "0.000000100"),
    (0.1, 20, "0.10000000000000000555"), (.infinity, 2, "+Inf"), (.nan, 2, "NaN"),
  ]

  @Test(arguments: fixed)
  func `a fixed text is rounded half to even on the exact value`(double: Double, places: Int, text: String) {
    #expect(DoubleText.fixed(double, places: places) == text)
  }

  private static let scientific: [(Double, Int, String)] = [
    (0, 2, "0.00e+00"), (-0.0, 0, "-0e+00"), (1052.032911275, 6, "1.052033e+03"), (2.5, 0, "2e+00"),
    (3.5, 0, "4e+00"), (9.5, 0, "1e+01"), (9.996, 2, "1.00e+01"), (-1.25, 1, "-1.2e+00"),
    (-1.5e-9, 1, "-1.5e-09"),
    (1e100, 1, "1.0e+100"), (.leastNonzeroMagnitude, 3, "4.941e-324"), (.nan, 1, "NaN"),
    (-.infinity, 1, "-Inf"),
  ]

  @Test(arguments: scientific)
  func `a scientific text has one digit before the point and two in the exponent`(
    double: Double, places: Int, text: String
  ) {
    #expect(DoubleText.scientific(double, places: places) == text)
  }

  @Test func `the smallest double has all of its 1074 places`() {
    let text = DoubleText.fixed(.leastNonzeroMagnitude, places: 1074)
    #expect(text.utf8.count == 1076)
    #expect(text.hasSuffix("5625") && text.hasPrefix("0.000"))
    #expect(Double(text) == .leastNonzeroMagnitude)
    #expect(DoubleText.fixed(.leastNonzeroMagnitude, places: 1076) == text + "00")
  }

  @Test(arguments: RandomCases.seeds(50))
  func `random doubles have the texts of the platform and read back as they were`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let double = Self.double(&random)
      let places = random.number(0...(random.chance(10) ? 400 : 20))
      let made: Comment = "seed \(seed): \(double) with \(places) places"
      let fixed = String(format: "%.\(places)f", double)
      #expect(DoubleText.fixed(double, places: places) == fixed, made)
      let scientific = String(format: "%.\(places)e", double)
      #expect(DoubleText.scientific(double, places: places) == scientific, made)
      #expect(Double(DoubleText.shortest(double)) == double, made)
      #expect(Double(DoubleText.plain(double)) == double, made)
    }
  }

  /// A finite double: of random bits, with few places, halfway between two texts, or a power of two.
  private static func double(_ random: inout SplitMix64) -> Double {
    switch random.number(0...3) {
    case 0:
      let double = Double(bitPattern: random.next())
      return double.isFinite ? double : 0.5
    case 1: return Double(random.number(-1_000_000...1_000_000)) / random.pick([10, 100, 1000])
    case 2: return Double(random.number(-100_000...100_000)) / random.pick([2, 4, 8, 1024])
    default: return Double(sign: .minus, exponent: random.number(-1074...1023), significand: 1)
    }
  }
}
