import Receivables

/// Which customers can be reached at a common address, directly or over others.
struct SharedAddresses {
  /// For each place, the places of its group; missing for a customer that shares with nobody.
  private var groups: [Int: [Int]] = [:]

  /// - Complexity: O(people), one look-up each.
  init(_ accounts: [Account]) {
    var owner: [String: Int] = [:]
    owner.reserveCapacity(accounts.count)
    var parent: [Int: Int] = [:]
    func root(_ place: Int) -> Int {
      var place = place
      while let up = parent[place] { place = up }
      return place
    }
    for (place, account) in accounts.enumerated() {
      // Nothing is ever sent to an address that cannot be used (`n/a`, many times): it joins nobody.
      for person in account.customer.people where person.hasUsableAddress {
        let first = SharedAddresses.value(of: &owner[person.email, default: place])
        if first == place { continue }
        let (one, other) = (root(first), root(place))
        if one != other { parent[max(one, other)] = min(one, other) }
      }
    }
    var members: [Int: [Int]] = [:]
    for place in Set(parent.keys).union(parent.values) { members[root(place), default: []].append(place) }
    for list in members.values {
      let sorted = list.sorted()
      for place in sorted { groups[place] = sorted }
    }
  }

  /// What stands there; where nothing did, the default does from now on: one look-up for both.
  private static func value(of place: inout Int) -> Int { place }

  /// The group of a place, itself included, in order.
  func members(with place: Int) -> [Int] { groups[place] ?? [place] }
}
