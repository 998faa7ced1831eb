import CEL

/// What conditions can read of the messages of earlier days: `history.NAME`. Source: policy language,
/// section 3.
package enum HistoryFact: Int, CaseIterable, Sendable {
  case sent, unanswered
  case daysSinceLast
  /// In scope where `invoice` is.
  case tier

  package var name: String {
    switch self {
    case .sent: "sent"
    case .unanswered: "unanswered"
    case .daysSinceLast: "days_since_last"
    case .tier: "tier"
    }
  }

  package var type: CELType {
    switch self {
    case .sent, .unanswered: .int
    case .daysSinceLast: .nullable(.int)
    case .tier: .nullable(.string)
    }
  }
}
