import PolicySyntax

/// DN505: a tier that can be reached in a tone that has no words for it.
enum NoTemplate {
  static let rule = Rule(
    id: "DN505", name: "no-template", severity: .warning, title: "language or tier without a template",
    page: """
      Every tier that a customer can reach needs words in the tone that holds for that customer: those under the name
      of the tier, or those under `default`. Where there are none, nothing could be sent on the day it is due; that is
      an error.

      Where some words are written in a further language and those for this tier are not, the customer would get a
      letter in their own language today and in yours next week; that is a warning.

      To mend it, write the words, or a `default` in that tone. A word of thanks (`paid: { thank: true }`) has words of its own,
      under `thanks` in a tone: those of the softest tone that has them are taken, and a `default` never is.
      """,
    triggering: """
      tones:
        friendly:
          first:
            subject: "Your account"
            body: "{{ money(total_due) }} is open."
      """,
    passing: """
      tones:
        friendly:
          first:
            subject: "Your account"
            body: "{{ money(total_due) }} is open."
          default:
            subject: "Your account"
            body: "{{ money(total_due) }} is still open."
      """)

  /// One way on which a tier and a tone meet.
  struct Meeting {
    let tier: Tier
    let tone: Located<String>
    let segment: Segment
  }

  static func diagnostics(_ policy: Policy) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var seen: Set<[String]> = []
    var languages: [String] = []
    for language in policy.tones.flatMap(\.templates).compactMap(\.language?.value)
    where !languages.contains(language) {
      languages.append(language)
    }
    let tones = Dictionary(policy.tones.map { ($0.name.value, $0) }) { first, _ in first }
    for meeting in meetings(policy) {
      guard seen.insert([meeting.tone.value, meeting.tier.name.value]).inserted,
        let tone = tones[meeting.tone.value]
      else { continue }
      let own = tone.templates.filter { $0.tier?.value == meeting.tier.name.value }
      let fallback = tone.templates.filter { $0.tier == nil }
      if !(own + fallback).contains(where: { $0.language == nil }) {
        findings.append(missing(meeting, tone))
        continue
      }
      // The words of a tier in the language of the business come before the fallback in another one.
      let taken = own.contains { $0.language == nil } ? own : own + fallback
      let lacking = languages.filter { code in !taken.contains { $0.language?.value == code } }
      if !lacking.isEmpty { findings.append(untranslated(meeting, tone, lacking)) }
    }
    return findings + thanks(policy)
  }

  /// A word of thanks that no tone has words for, or that a tier of the same name would be mistaken for.
  private static func thanks(_ policy: Policy) -> [Diagnostic] {
    guard let response = policy.responses.first(where: { $0.kind == .paid && $0.thanks }) else { return [] }
    let name = Policy.thanksName
    if let tier = policy.schedules.flatMap(\.tiers).first(where: { $0.name.value == name }) {
      return [
        Diagnostic(
          rule, severity: .error,
          message: "the words of `\(name)` would be those of a tier and of the thank-you",
          at: tier.name.span, labels: [Label(span: response.span, text: "this sends the thank-you")],
          help: Help("call the tier by another name"))
      ]
    }
    if policy.toneOfThanks != nil { return [] }
    return [
      Diagnostic(
        rule, severity: .error, message: "no tone has words for the thank-you", at: response.span,
        help: Help("add `\(name)` with `subject` and `body` to a tone, beside the words for its tiers"))
    ]
  }

  /// All tiers of the schedules that a segment can be on: its own, and those to which an escalation moves it;
  /// each schedule and tone once.
  static func meetings(_ policy: Policy) -> [Meeting] {
    let schedules = Dictionary(policy.schedules.map { ($0.name.value, $0) }) { first, _ in first }
    var moves: [String] = []
    for case .schedule(let name) in policy.escalations.flatMap(\.actions).map(\.value)
    where !moves.contains(name) {
      moves.append(name)
    }
    var seen: Set<[String]> = []
    var meetings: [Meeting] = []
    for segment in policy.segments {
      for name in [segment.schedule.value] + moves where seen.insert([name, segment.tone.value]).inserted {
        for tier in schedules[name]?.tiers ?? [] {
          meetings.append(Meeting(tier: tier, tone: tier.tone ?? segment.tone, segment: segment))
        }
      }
    }
    return meetings
  }

  private static func missing(_ meeting: Meeting, _ tone: Tone) -> Diagnostic {
    Diagnostic(
      rule, severity: .error,
      message:
        "the tone `\(tone.name.value)` has no words for the tier `\(meeting.tier.name.value)`, and no `default`",
      at: tone.name.span, labels: labels(meeting),
      help: Help("add `\(meeting.tier.name.value)` or `default` to the tone `\(tone.name.value)`"))
  }

  private static func untranslated(_ meeting: Meeting, _ tone: Tone, _ languages: [String]) -> Diagnostic {
    Diagnostic(
      rule,
      message: "the tone `\(tone.name.value)` has no words in \(Nearest.list(languages)) for the tier "
        + "`\(meeting.tier.name.value)`",
      at: tone.name.span, labels: labels(meeting),
      help: Help("add them, or the letter is written in the language of the business"))
  }

  private static func labels(_ meeting: Meeting) -> [Label] {
    var labels = [Label(span: meeting.tier.name.span, text: "this tier can be reached")]
    if meeting.tier.tone == nil {
      labels.append(
        Label(
          span: meeting.segment.tone.span,
          text: "the segment `\(meeting.segment.name.value)` speaks in this tone"))
    }
    return labels
  }
}
