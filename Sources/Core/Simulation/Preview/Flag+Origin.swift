import PolicyModel
import Schedule

extension Flag.Origin {
  /// Its place among all that can raise a flag: kinds of answers, Duly's own, then the rules of the plan.
  var place: Int {
    switch self {
    case .response(let kind): kind.index
    case .own(let own): Response.Kind.allCases.count + (OwnFlag.allCases.firstIndex(of: own) ?? 0)
    case .escalation(let rule): Response.Kind.allCases.count + OwnFlag.allCases.count + rule
    }
  }

  /// How many places there are.
  static func placeCount(_ plan: Plan) -> Int {
    Response.Kind.allCases.count + OwnFlag.allCases.count + plan.escalations.count
  }

  /// The names of all places, as the contract writes them.
  static func names(_ plan: Plan) -> [String] {
    Response.Kind.allCases.map(\.rawValue) + OwnFlag.allCases.map(\.rawValue) + plan.escalations.map(\.name)
  }

  /// The name of what raised a flag, as the contract writes it.
  package func name(in plan: Plan) -> String {
    switch self {
    case .response(let kind): kind.rawValue
    case .own(let own): own.rawValue
    case .escalation(let rule): plan.escalations[rule].name
    }
  }
}
