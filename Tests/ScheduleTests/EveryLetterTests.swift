import Foundation
import PolicyModel
import Receivables
import TestSupport
import Testing

@testable import Schedule

/// What validation promises of words: whatever a customer can reach has words, in each language and for each channel, and they
/// make a letter, whether the books know much of the customer or next to nothing.
@Suite struct EveryLetterTests {
  private static let policies: [URL] = ["policies", "Tests/Corpus/ok"].flatMap { folder in
    let url = BuiltCommand.root.appendingPathComponent(folder)
    let all = try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
    return (all ?? []).filter { $0.pathExtension == "yaml" && !$0.lastPathComponent.hasSuffix(".test.yaml") }
  }.sorted { $0.path < $1.path }

  /// A customer of whom the books have an address and no more, and one of whom they have all.
  private static let accounts = [
    account("C1", [invoice("A1", "1200", due: "2026-03-02"), invoice("B7", "80", due: "2026-03-06")]),
    account(
      "C2", contact: "Ada Brook", language: "de", country: "GB", tags: ["vip"], revenue12m: "90000",
      [invoice("A1", "1200", due: "2026-03-02"), invoice("B7", "80", due: "2026-03-06")]),
  ]

  /// The steps that customers of a segment can come to: those of its schedule, and of each to which a rule moves them.
  private static func steps(_ segment: PlannedSegment, _ plan: Plan) -> [(schedule: Int, step: PlannedStep)] {
    var schedules = [segment.schedule]
    for case .schedule(let place) in plan.escalations.flatMap(\.actions) where !schedules.contains(place) {
      schedules.append(place)
    }
    return schedules.flatMap { place in plan.schedules[place].steps.map { (place, $0) } }
  }

  @Test func `there are policies to look at`() { #expect(Self.policies.count >= 14) }

  @Test(arguments: policies)
  func `every segment, tier, language and channel makes a letter`(_ file: URL) throws {
    let plan = try wholePlan(try String(contentsOf: file, encoding: .utf8))
    let languages = plan.letters.languages + ["xx", "de-AT", "pl"]
    var letters = 0
    for (place, segment) in plan.segments.enumerated() {
      for (schedule, step) in Self.steps(segment, plan) {
        let tone = step.tone ?? segment.tone
        for language in languages {
          #expect(plan.letters.template(tone: tone, tier: step.tier, language: language) != nil)
          for account in Self.accounts {
            for alone in [true, false] {
              let message = message(
                step, tone, language, account, segment: place, schedule: schedule, isAlone: alone)
              let writer = LetterWriter(plan, account, State(partCount: 2), message)
              let letter = try writer.letter().get()
              let name = "\(file.lastPathComponent) \(segment.name) \(plan.tiers[step.tier].name) \(language)"
              #expect(!letter.subject.isEmpty && !letter.text.isEmpty, "\(name)")
              #expect(!(letter.subject + letter.text).contains("{{"), "\(name)")
              // What goes by mail has a second form; a letter on paper is made of the text.
              if step.channelText.contains("email") { #expect(try !writer.html().get().isEmpty, "\(name)") }
              letters += 1
            }
          }
        }
      }
    }
    #expect(letters > 0)
  }

  private func message(
    _ step: PlannedStep, _ tone: Int, _ language: String, _ account: Account, segment: Int, schedule: Int,
    isAlone: Bool
  ) -> Message {
    let day: Day = "2026-03-12"
    let deadline = step.respondWithin == nil ? nil : day + 7
    func part(_ place: Int) -> Message.Part {
      Message.Part(place: place, step: step, deadline: deadline, charges: nil)
    }
    return Message(
      day: day, segment: segment, schedule: schedule, step: step, tone: tone, language: language,
      to: account.customer.people[0], cc: [], parts: isAlone ? [part(0)] : [part(0), part(1)],
      alsoListed: isAlone ? [1] : [], total: money("1280"), needsApproval: false)
  }
}
