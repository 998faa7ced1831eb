/// Finds the name that was probably meant.
///
///     print(Suggestion.near("blaance", among: ["balance", "overdue"]))  // ["balance"]
public enum Suggestion {
  /// The candidates that are likely meant by `word`, the likeliest first; at most five.
  ///
  /// A candidate is likely where at most a third of the word's letters, and at most three, have to be put in,
  /// left out, replaced or swapped with their neighbour. Capitals do not matter; the first 64 bytes decide.
  public static func near(_ word: String, among candidates: [String]) -> [String] {
    let wanted = Array(word.lowercased().utf8.prefix(64))
    let bound = max(1, min(3, wanted.count / 3))
    var found: [(name: String, distance: Int)] = []
    for candidate in candidates {
      let distance = distance(wanted, Array(candidate.lowercased().utf8.prefix(64)))
      if distance <= bound { found.append((candidate, distance)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(5).map(\.name)
  }

  /// How many letters have to be put in, left out, replaced or swapped with their neighbour.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var before = [Int](repeating: 0, count: right.count + 1)
    var above = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var best = min(above[column] + 1, current[column - 1] + 1, above[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, before[column - 2] + 1)
        }
        current.append(best)
      }
      before = above
      above = current
    }
    return above[right.count]
  }
}
