/// Finds the name that was most likely meant.
enum NearestName {
  /// The candidate within a third of the name's length in edits, the nearest first, else nil.
  static func of(_ name: String, among candidates: [String]) -> String? {
    let wanted = Array(name.unicodeScalars.prefix(64))
    let limit = max(1, wanted.count / 3)
    let ranked = candidates.map { ($0, distance(wanted, Array($0.unicodeScalars.prefix(64)))) }
    return ranked.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (line, scalar) in left.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, other) in right.enumerated() {
        let replaced = diagonal + (scalar == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
