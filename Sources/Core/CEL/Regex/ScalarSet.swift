/// A set of Unicode scalars, as ranges that are sorted and neither touch nor overlap.
///
/// Two sets with the same members are equal, so that a set can be found again in a dictionary.
struct ScalarSet: Hashable, Sendable {
  /// The greatest scalar of Unicode.
  static let greatest: UInt32 = 0x10FFFF

  /// The members, lowest range first.
  let ranges: [ClosedRange<UInt32>]

  /// Makes the union of ranges in any order.
  init(_ ranges: [ClosedRange<UInt32>]) {
    guard ranges.count > 1 else {
      self.ranges = ranges
      return
    }
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// Every scalar that is not in this set.
  var negated: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= ScalarSet.greatest { gaps.append(next...ScalarSet.greatest) }
    return ScalarSet(gaps)
  }

  /// Whether a scalar is a member.
  func contains(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= scalar
  }
}
