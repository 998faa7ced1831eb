import PolicyModel
import Schedule
import Simulation

/// Which parts of a policy the tests have reached: what no test reaches can be broken without a test noticing.
package struct PolicyTestCoverage: Sendable {
  /// A kind of part, in the order in which they are shown.
  package enum Kind: String, Sendable, CaseIterable {
    case segment, tier, template, escalation, response
  }

  /// One part of the policy.
  package struct Part: Sendable {
    package let kind: Kind
    /// `standard/second` for a tier, `warm: first, second` for a template.
    package let name: String
    package let source: Source
    package fileprivate(set) var isReached = false
  }

  /// In order of kind, then of the policy.
  package private(set) var parts: [Part] = []
  private let plan: Plan
  private var places: [Key: Int] = [:]

  private struct Key: Hashable {
    let kind: Kind
    let first: Int
    var second = 0
  }

  package init(_ plan: Plan) {
    self.plan = plan
    for (place, segment) in plan.segments.enumerated() {
      add(Key(kind: .segment, first: place), segment.name, segment.source)
    }
    for (place, schedule) in plan.schedules.enumerated() {
      for step in schedule.steps {
        let name = "\(schedule.name)/\(plan.tiers[step.tier].name)"
        add(Key(kind: .tier, first: place, second: step.position), name, step.source)
      }
    }
    for place in plan.letters.templates.indices {
      guard let name = templateName(place) else { continue }
      add(Key(kind: .template, first: place), name, plan.letters.sources[place])
    }
    for (place, rule) in plan.escalations.enumerated() {
      add(Key(kind: .escalation, first: place), rule.name, rule.source)
    }
    for kind in Response.Kind.allCases {
      guard let response = plan.responses[kind.index], response.rule.actsInSimulations else { continue }
      add(Key(kind: .response, first: kind.index), kind.rawValue, response.source)
    }
  }

  private mutating func add(_ key: Key, _ name: String, _ source: Source) {
    places[key] = parts.count
    parts.append(Part(kind: key.kind, name: name, source: source))
  }

  /// The tone and the tiers for which a template speaks; nil for one that is never chosen.
  private func templateName(_ place: Int) -> String? {
    for (tone, name) in plan.tones.enumerated() {
      for language in plan.letters.languages {
        let tiers = plan.tiers.indices.filter {
          plan.letters.template(tone: tone, tier: $0, language: language) == place
        }
        if tiers.isEmpty { continue }
        let names = tiers.map { plan.tiers[$0].name }.joined(separator: ", ")
        return "\(name): \(names)"
          + (plan.letters.languages.count > 1 ? " (\(plan.letters.written[place]))" : "")
      }
    }
    return nil
  }

  /// Takes in what a test reached, whether it passed or not.
  package mutating func take(_ result: PolicyTestResult) {
    for preview in result.previews {
      for planned in preview.messages { take(planned.message) }
      for flag in preview.flags {
        switch flag.origin {
        case .escalation(let rule): reach(Key(kind: .escalation, first: rule))
        case .response(let kind): reach(Key(kind: .response, first: kind.index))
        case .own: break
        }
      }
      for silence in preview.silences {
        switch silence.reason {
        case .paused(let kind), .heldByResponse(let kind): reach(Key(kind: .response, first: kind.index))
        case .disputed: reach(Key(kind: .response, first: Response.Kind.dispute.index))
        default: break
        }
      }
    }
  }

  private mutating func take(_ message: Message) {
    reach(Key(kind: .segment, first: message.segment))
    if message.isThanks { reach(Key(kind: .response, first: Response.Kind.paid.index)) }
    for part in message.parts where !message.isThanks {
      reach(Key(kind: .tier, first: message.schedule, second: part.step.position))
    }
    if let template = plan.letters.template(
      tone: message.tone, tier: message.step.tier, language: message.language)
    {
      reach(Key(kind: .template, first: template))
    }
  }

  private mutating func reach(_ key: Key) {
    if let place = places[key] { parts[place].isReached = true }
  }

  /// How many parts of a kind there are, and how many of them were reached.
  package func count(_ kind: Kind) -> (reached: Int, all: Int) {
    let own = parts.filter { $0.kind == kind }
    return (own.count { $0.isReached }, own.count)
  }
}

extension Response {
  /// False for one that does nothing that a simulation shows.
  fileprivate var actsInSimulations: Bool { pause != nil || hold != nil || isFlagged || thanks }
}
