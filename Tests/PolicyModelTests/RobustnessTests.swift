import PolicySyntax
import Testing

/// A policy that is being typed is broken most of the time: nothing may crash, and every finding has a place.
@Suite struct RobustnessTests {
  private func check(_ text: String) {
    let read = ReadPolicy(whole: text)
    if read.policy == nil { #expect(read.findings.contains { $0.severity == .error }) }
    for finding in read.findings {
      for span in [finding.span] + finding.labels.map(\.span) + (finding.help?.edits.map(\.span) ?? []) {
        #expect(span.start >= 0 && span.end >= span.start)
        #expect(Int(span.end) <= text.utf8.count, "\(finding.message)")
      }
    }
    #expect(read.findings.isEmpty || !read.report.isEmpty)
  }

  @Test func `every beginning of the example is read without a crash`() throws {
    let bytes = Array(try examplePolicy().utf8)
    // Seven has no factor in common with the indentation, so that all columns are cut at.
    for end in stride(from: 0, to: bytes.count, by: 7) {
      check(String(decoding: bytes[..<end], as: UTF8.self))
    }
  }

  @Test func `the example without any one line is read without a crash`() throws {
    let lines = try examplePolicy().split(separator: "\n", omittingEmptySubsequences: false)
    for gone in lines.indices {
      check((lines[..<gone] + lines[(gone + 1)...]).joined(separator: "\n"))
    }
  }

  @Test func `any value in place of any other is read without a crash`() throws {
    let lines = try examplePolicy().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let values = [
      "", "[]", "{}", "~", "-1", "yes", "!x", "99999999999999999999", "[[a]]", "{ a: { b: c } }", "|-",
    ]
    for (index, line) in lines.enumerated() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      var changed = lines
      changed[index] = "\(line[...colon]) \(values[index % values.count])"
      check(changed.joined(separator: "\n"))
    }
  }
}

/// Files that are made to cost time.
@Suite struct HostileSizeTests {
  @Test(.timeLimit(.minutes(1)))
  func `thousands of names, fields and tiers are refused without comparing each with each`() {
    let many = (0..<3_000).map { "n\($0)" }
    let segments = many.map { "  - { name: \($0), schedule: \($0)x, tone: \($0)y }" }.joined(separator: "\n")
    let fields = many.map { "  \($0): 1" }.joined(separator: "\n")
    let tiers = many.map { "    - { tier: \($0), send: 5 days after due }" }.joined(separator: "\n")
    let read = ReadPolicy(
      "segments:\n\(segments)\nlimits:\n\(fields)\nschedules:\n  standard:\n\(tiers)\n")
    #expect(read.policy == nil)
    #expect(read.findings.count < 3_000)
  }
}
