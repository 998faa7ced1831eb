/// For which parts the owner has approved what is to be sent about them.
package enum Approvals: Sendable, Equatable {
  /// For all: a simulation takes approvals as given on the day on which they are asked for.
  case given
  /// For none.
  case notGiven
  /// For all parts but those at these places.
  case missing(Set<Int>)

  /// True if a tier that needs an approval has one for that part.
  package func areGiven(for place: Int) -> Bool {
    switch self {
    case .given: true
    case .notGiven: false
    case .missing(let places): !places.contains(place)
    }
  }
}
