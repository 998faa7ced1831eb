import PolicyModel
import PolicySyntax
import Testing

/// The examples on the page of each rule are run, so that no page shows what is not so.
@Suite struct RuleExampleTests {
  private static let rules = RuleCatalogue.all.filter { !Rule.reading.contains($0) }

  @Test(arguments: rules)
  func `the example of a rule triggers it, and nothing else that is wrong`(_ rule: Rule) {
    let read = ReadPolicy(rule.triggering, books: rule.booksOfExamples)
    let expected = rule.severity == .note ? [] : [rule.name]
    #expect(read.rules.contains(rule.name), "\(read.report)")
    #expect(Array(Set(read.mistakes)) == expected, "\(read.report)")
  }

  @Test(arguments: rules)
  func `the mended example is clean`(_ rule: Rule) {
    let read = ReadPolicy(rule.passing, books: rule.booksOfExamples)
    #expect(read.rules.isEmpty, "\(read.report)")
    #expect(read.policy != nil)
  }

  @Test func `names and ids are unique, and the rules are in order of their ids`() {
    let all = RuleCatalogue.all
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(Set(all.map(\.id)).count == all.count)
    #expect(all.map(\.id) == all.map(\.id).sorted())
  }

  @Test func `names are kebab-case and pages say how to mend`() {
    for rule in RuleCatalogue.all {
      #expect(rule.name.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 })
      #expect(rule.page.count > 100, "\(rule.name)")
    }
  }

  @Test func `messages are one sentence, lower case or a quote, without a full stop`() {
    for rule in Self.rules {
      for finding in ReadPolicy(rule.triggering, books: rule.booksOfExamples).findings {
        #expect(finding.message.last != ".", "\(finding.message)")
        #expect(finding.message.first.map { !$0.isUppercase || finding.message.hasPrefix("YAML") } ?? false)
        #expect(finding.help?.text.last != ".")
      }
    }
  }
}
