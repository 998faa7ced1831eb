import PolicySyntax

/// The tones that one customer hears one after the other: along a schedule, and where they are moved to another one.
struct ToneSteps {
  /// Two tiers that can follow each other, with the tones in which they then speak.
  struct Step {
    let before: Tier
    let after: Tier
    let toneBefore: String
    let toneAfter: String
    /// From soft to hard, by the order of `tones`.
    let hardnessBefore: Int
    let hardnessAfter: Int
    let segment: Segment
    /// What moves the customer between the two; nil within one schedule.
    let move: Move?
  }

  /// What moves a customer to another schedule or tone.
  enum Move {
    case escalation(Escalation, Span)
    case segment(Segment)
  }

  private let hardness: [String: Int]
  private let schedules: [String: ScheduleDefinition]
  private let policy: Policy

  init(_ policy: Policy) {
    self.policy = policy
    hardness = Dictionary(policy.tones.enumerated().map { ($0.element.name.value, $0.offset) }) { first, _ in
      first
    }
    schedules = Dictionary(policy.schedules.map { ($0.name.value, $0) }) { first, _ in first }
  }

  /// All steps after the due day, those within a schedule first.
  ///
  /// - Parameter canFlip: Whether a customer can be in one segment on one day and in the other on the next, with
  ///   nothing but days and payments between them.
  func all(canFlip: (Segment, Segment) -> Bool) -> [Step] {
    var steps: [Step] = []
    for segment in policy.segments {
      let own = tiers(of: segment.schedule.value)
      steps += zip(own, own.dropFirst()).compactMap { step($0, $1, segment, segment, nil) }
      for escalation in policy.escalations {
        for action in escalation.actions {
          guard case .schedule(let name) = action.value, name != segment.schedule.value else { continue }
          let moved = tiers(of: name)
          // On the schedule that they are moved to, the segment's tone stays.
          steps += zip(moved, moved.dropFirst()).compactMap { step($0, $1, segment, segment, nil) }
          steps += crossing(own, moved, segment, segment, .escalation(escalation, action.span))
        }
      }
    }
    for from in policy.segments {
      for to in policy.segments where from.name.value != to.name.value && canFlip(from, to) {
        let (before, after) = (tiers(of: from.schedule.value), tiers(of: to.schedule.value))
        steps += crossing(before, after, from, to, .segment(to))
      }
    }
    return steps
  }

  private func tiers(of schedule: String) -> [Tier] {
    (schedules[schedule]?.tiers ?? []).filter { !$0.isBeforeDue }
  }

  /// From each tier to the first one on the other schedule with a level above its own.
  private func crossing(
    _ before: [Tier], _ after: [Tier], _ from: Segment, _ to: Segment, _ move: Move
  ) -> [Step] {
    before.compactMap { tier in
      after.first { $0.level > tier.level }.flatMap { step(tier, $0, from, to, move) }
    }
  }

  private func step(_ before: Tier, _ after: Tier, _ from: Segment, _ to: Segment, _ move: Move?) -> Step? {
    let (first, second) = (before.tone ?? from.tone, after.tone ?? to.tone)
    guard let hardnessBefore = hardness[first.value], let hardnessAfter = hardness[second.value] else {
      return nil
    }
    return Step(
      before: before, after: after, toneBefore: first.value, toneAfter: second.value,
      hardnessBefore: hardnessBefore, hardnessAfter: hardnessAfter, segment: to, move: move)
  }
}
