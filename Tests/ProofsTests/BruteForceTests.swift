import TestSupport
import Testing

/// The prover compared with trying every world, on small worlds.
@Suite struct BruteForceTests {
  @Test(arguments: RandomCases.seeds(500))
  func `two conditions over three facts come to what trying all worlds says`(_ seed: UInt64) {
    #expect(BruteForce(seed: seed).disagreement == nil)
  }

  @Test(arguments: RandomCases.seeds(40))
  func `long conditions over two facts do too`(_ seed: UInt64) {
    #expect(BruteForce(seed: seed, facts: 2, depth: 4).disagreement == nil)
  }
}
