/// Which scalars are the same without regard to case: k, K and the Kelvin sign, for example.
///
/// Source: the simple foldings (C and S) of Unicode's CaseFolding.txt, as RE2 takes them for `(?i)`.
enum CaseFolding {
  /// Scalars that have others of the same folding; a ring leads from each to the next of its kind.
  private struct Rings: Sendable {
    /// Sorted.
    var scalars: [UInt32] = []
    /// At the place of each scalar, the next of its ring.
    var followers: [UInt32] = []

    /// The place of the first scalar that is not below `scalar`.
    func place(of scalar: UInt32) -> Int {
      var low = 0
      var high = scalars.count
      while low < high {
        let middle = (low + high) / 2
        if scalars[middle] < scalar { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  private static let rings = readRings()

  /// The ranges, and every scalar that differs from one in them by its case only.
  static func folded(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    let rings = rings
    var folded = ranges
    for range in ranges {
      var place = rings.place(of: range.lowerBound)
      while place < rings.scalars.count, rings.scalars[place] <= range.upperBound {
        let scalar = rings.scalars[place]
        var follower = rings.followers[place]
        while follower != scalar {
          if !range.contains(follower) { folded.append(follower...follower) }
          follower = rings.followers[rings.place(of: follower)]
        }
        place += 1
      }
    }
    return folded
  }

  /// How many scalars of the ranges differ from another by case only: what it costs to fold them.
  static func cost(of ranges: [ClosedRange<UInt32>]) -> Int {
    let rings = rings
    return ranges.reduce(0) { $0 + rings.place(of: $1.upperBound + 1) - rings.place(of: $1.lowerBound) }
  }

  private static func readRings() -> Rings {
    var members: [UInt32: [UInt32]] = [:]
    var numbers = PackedNumbers(UnicodeFoldings.packed)
    var end: UInt32 = 0
    while let gap = numbers.next(), let further = numbers.next(), let stride = numbers.next(),
      let distance = numbers.next(), let isBelow = numbers.next()
    {
      let first = end + gap
      end = first + further * stride
      for step in 0...further {
        let scalar = first + step * stride
        members[isBelow == 1 ? scalar - distance : scalar + distance, default: []].append(scalar)
      }
    }
    var followers: [UInt32: UInt32] = [:]
    for (folding, scalars) in members {
      let ring = (scalars + [folding]).sorted()
      for place in ring.indices { followers[ring[place]] = ring[(place + 1) % ring.count] }
    }
    let sorted = followers.sorted { $0.key < $1.key }
    return Rings(scalars: sorted.map(\.key), followers: sorted.map(\.value))
  }
}
