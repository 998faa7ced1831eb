import Foundation
import PolicyComparison
import TestSupport
import Testing

/// Whether two policies are proved to mean the same, and what is said where they are not.
@Suite struct PolicyEquivalenceTests {
  private static let schedules = """
    schedules:
      gentle: [{ tier: first, send: 9 days after due }]
      standard: [{ tier: first, send: 5 days after due }]
    tones:
      warm: { default: { subject: A, body: "{{ invoice_table }}" } }
      plain: { default: { subject: B, body: "{{ invoice_table }}" } }
    """

  /// A policy with segments as `name: condition: schedule: tone`, and the default.
  private static func policy(
    _ segments: [(name: String, when: String, schedule: String, tone: String)], more: String = ""
  ) -> String {
    let lines = segments.map {
      "  - { name: \($0.name), when: '\($0.when)', schedule: \($0.schedule), tone: \($0.tone) }"
    }
    return
      "segments:\n\(lines.joined(separator: "\n"))\n  - { name: rest, schedule: standard, tone: plain }\n"
      + schedules + "\n" + more
  }

  private static let firms = ("firms", "customer.kind == \"business\"", "gentle", "warm")
  private static let people = ("people", "customer.kind == \"consumer\"", "standard", "warm")
  private static let vips = ("vips", "customer.tagged(\"vip\")", "gentle", "warm")
  private static let slow = ("slow", "customer.average_days_late.or(0.0) > 20.0", "standard", "plain")

  private struct NotTheSame: Error {}

  private func proof(_ old: String, _ new: String) throws -> Sameness.Proof {
    guard case .same(let proof) = try sameness(old, new) else {
      Issue.record("not the same: \(try sameness(old, new))")
      throw NotTheSame()
    }
    return proof
  }

  private func difference(_ old: String, _ new: String) throws -> String? {
    guard case .other(let words) = try sameness(old, new) else {
      Issue.record("said to be the same")
      return nil
    }
    return words
  }

  @Test func `segments that no customer shares may change places`() throws {
    let proof = try proof(Self.policy([Self.firms, Self.people]), Self.policy([Self.people, Self.firms]))
    #expect(proof.isNeeded && !proof.leavesOutUnrated && proof.renamed.isEmpty)
  }

  @Test func `segments that treat alike may change places although customers share them`() throws {
    let other = ("old", "customer.invoices_paid > 9", "gentle", "warm")
    #expect(try proof(Self.policy([Self.vips, other]), Self.policy([other, Self.vips])).isNeeded)
  }

  @Test func `where the order matters, somebody is shown who hears something else`() throws {
    let words = try difference(Self.policy([Self.vips, Self.slow]), Self.policy([Self.slow, Self.vips]))
    #expect(words?.hasPrefix("{customer: {tags: [\"vip\"]") == true, "\(words ?? "-")")
    #expect(words?.contains("is in `vips` (schedule `gentle`, tone `warm`) until now, ") == true)
    #expect(words?.hasSuffix("and is in `slow` (schedule `standard`, tone `plain`) then.") == true)
  }

  @Test func `one segment in place of two that treat alike, and one that takes nobody`() throws {
    let both = ("both", "customer.kind == \"business\" || customer.kind == \"public\"", "gentle", "warm")
    let offices = ("offices", "customer.kind == \"public\"", "gentle", "warm")
    #expect(try proof(Self.policy([Self.firms, offices]), Self.policy([both])).isNeeded)
    let nobody = ("nobody", "customer.kind == \"business\" && customer.tagged(\"vip\")", "standard", "plain")
    #expect(try proof(Self.policy([Self.firms]), Self.policy([Self.firms, nobody])).isNeeded)
  }

  @Test func `a condition that breaks where the other one has a value is another`() throws {
    let guarded = (
      "north", "\"region\" in customer.fields && customer.fields[\"region\"] == \"north\"", "gentle", "warm"
    )
    let bare = ("north", "customer.fields[\"region\"] == \"north\"", "gentle", "warm")
    let words = try difference(Self.policy([guarded]), Self.policy([bare]))
    #expect(
      words?.hasSuffix("and is silent, for a condition cannot be worked out then.") == true, "\(words ?? "-")"
    )
  }

  @Test func `names on which nothing hangs may change, and are told`() throws {
    let old = Self.policy([Self.vips])
    let segment = try proof(old, old.replacing("name: vips", with: "name: friends"))
    #expect(segment.renamed == ["the segment `vips` is called `friends`"] && !segment.isNeeded)
    let tone = try proof(old, old.replacing("warm", with: "kind"))
    #expect(tone.renamed == ["the tone `warm` is called `kind`"])
    let schedule = try difference(old, old.replacing("gentle", with: "slow"))
    #expect(schedule?.hasPrefix("Only names differ: the schedule `gentle` is called `slow`.") == true)
    // Tiers are what the journal remembers, and roles what the books call people.
    #expect(try difference(old, old.replacing("tier: first, send: 9", with: "tier: word, send: 9")) == nil)
  }

  private static let partials = """
    partials:
      closing: "{{> greeting}}, {{ sender.name }}"
      greeting: Regards
    """

  @Test func `a partial may change its name, and what it says may not`() throws {
    let used = Self.policy([Self.vips], more: Self.partials).replacing(
      "body: \"{{ invoice_table }}\"", with: "body: \"{{ invoice_table }} {{> closing }}\"")
    #expect(used.contains("{{> closing }}"))
    let renamed = used.replacing("closing", with: "farewell").replacing("greeting", with: "wish")
    let told = try proof(used, renamed)
    #expect(
      told.renamed == [
        "the partial `closing` is called `farewell`", "the partial `greeting` is called `wish`",
      ])
    // One that is deep inside another is said by all that include it.
    #expect(try difference(used, used.replacing("Regards", with: "Bye")) == nil)
    // What is put in stands there as it is: a template that says the same itself is not known to be the same.
    let inlined = used.replacing("{{> greeting}}", with: "Regards")
    #expect(try difference(used, inlined) == nil)
    // One that no template includes says nothing.
    let unused = used.replacing("partials:", with: "partials:\n  old: once")
    #expect(try proof(used, unused).renamed == [])
  }

  @Test func `conditions about money are the same but for amounts without a rate`() throws {
    let large = ("large", "customer.overdue >= 1000", "gentle", "warm")
    let other = ("large", "!(customer.overdue < 1000)", "gentle", "warm")
    let proof = try proof(Self.policy([large]), Self.policy([other]))
    #expect(proof.isNeeded && proof.leavesOutUnrated)
    let more = ("large", "customer.overdue > 1000", "gentle", "warm")
    let words = try difference(Self.policy([large]), Self.policy([more]))
    #expect(words?.contains("overdue: 1000 GBP") == true, "\(words ?? "-")")
  }

  private static let rules = """
    escalations:
      - { name: silent, when: history.unanswered >= 2, do: [flag] }
      - { name: late, when: invoice.days_overdue > 30, do: [flag, { schedule: gentle }] }
      - { name: later, when: invoice.days_overdue > 60, do: [{ schedule: standard }] }
    """

  @Test func `rules may change places but for those that give a schedule`() throws {
    let old = Self.policy([Self.vips], more: Self.rules)
    let lines = Self.rules.split(separator: "\n").map(String.init)
    func reordered(_ places: [Int]) -> String {
      Self.policy([Self.vips], more: ([lines[0]] + places.map { lines[$0] }).joined(separator: "\n"))
    }
    #expect(try !proof(old, reordered([2, 1, 3])).isNeeded)
    #expect(try proof(old, reordered([2, 3, 1])).renamed.isEmpty)
    #expect(try difference(old, reordered([1, 3, 2])) == nil)
  }

  @Test func `a rule that fires for others says for whom`() throws {
    let old = Self.policy([Self.vips], more: Self.rules)
    #expect(
      try proof(old, old.replacing("history.unanswered >= 2", with: "1 < history.unanswered")).isNeeded)
    let words = try difference(old, old.replacing("history.unanswered >= 2", with: "history.unanswered > 2"))
    #expect(
      words?.hasPrefix("`silent` holds until now and does not hold then, for {") == true
        && words?.contains("unanswered: 2") == true, "\(words ?? "-")")
  }
}

extension String {
  /// The text with one part exchanged wherever it stands.
  fileprivate func replacing(_ part: String, with other: String) -> String {
    replacingOccurrences(of: part, with: other)
  }
}
