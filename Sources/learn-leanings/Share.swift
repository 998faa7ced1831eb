import Replies

/// The shares that log-odds and scores stand for.
enum Share {
  static func of(odds: Double) -> Double {
    let small = Exponential.of(-abs(odds))
    return odds > 0 ? 1 / (1 + small) : small / (1 + small)
  }

  /// Those of several scores; they add up to 1.
  static func of(scores: [Double]) -> [Double] {
    let most = scores.max() ?? 0
    let powers = scores.map { Exponential.of($0 - most) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
