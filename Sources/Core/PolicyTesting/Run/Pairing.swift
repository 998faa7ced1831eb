/// Pairs what is expected with what came, so that as many as can be are paired.
///
/// An expectation may fit several messages, and which it takes must not cost another its only one: a largest
/// matching of the two sides, by augmenting paths.
enum Pairing {
  /// - Returns: For each expectation the place of what it is paired with; nil where nothing is left for it.
  /// - Complexity: O(expected² × actual) calls of `fits`; a test has a few of each.
  static func pairs(_ expected: Int, _ actual: Int, fits: (Int, Int) -> Bool) -> [Int?] {
    var owner = [Int?](repeating: nil, count: actual)
    func place(_ left: Int, _ tried: inout [Bool]) -> Bool {
      for right in 0..<actual where !tried[right] && fits(left, right) {
        tried[right] = true
        guard let current = owner[right], !place(current, &tried) else {
          owner[right] = left
          return true
        }
      }
      return false
    }
    for left in 0..<expected {
      var tried = [Bool](repeating: false, count: actual)
      _ = place(left, &tried)
    }
    var pairs = [Int?](repeating: nil, count: expected)
    for (right, left) in owner.enumerated() {
      if let left { pairs[left] = right }
    }
    return pairs
  }
}
