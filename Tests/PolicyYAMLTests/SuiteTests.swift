import PolicySyntax
import PolicyYAML
import Testing

@Suite struct SuiteTests {
  /// What became of a case.
  enum Outcome: Hashable {
    case treeRight
    case treeWrong
    /// Refused, as the suite wants it.
    case refusedRightly
    /// Accepted by libyaml and us, though it is no YAML.
    case acceptedWrongly
    /// Refused by a rule of ours that is stricter than YAML.
    case refused(String)
  }

  private func outcome(_ test: SuiteCase) -> Outcome {
    let (tree, diagnostics) = PolicyYAMLReader.read(test.yaml, file: FileID(number: 0))
    let error = diagnostics.first { $0.severity == .error }
    guard let expected = test.events else { return error == nil ? .acceptedWrongly : .refusedRightly }
    if let error { return .refused(error.message == "the file is empty" ? "empty" : error.rule.name) }
    guard let tree else { return .treeWrong }
    return SuiteEvents.ofTree(tree, test.yaml) == SuiteEvents.withoutAnchors(expected)
      ? .treeRight : .treeWrong
  }

  @Test(.enabled(if: SuiteCase.folder != nil, "the YAML test suite is not here: shared/data/yaml-test-suite"))
  func `where libyaml is right our tree is right, or a rule of ours refuses the text`() throws {
    let folder = try #require(SuiteCase.folder)
    var counts: [Outcome: Int] = [:]
    for test in try SuiteCase.all(in: folder) where SuiteEvents.ofLibrary(test.yaml) == test.events {
      let outcome = outcome(test)
      counts[outcome, default: 0] += 1
      #expect(outcome != .treeWrong, "\(test.name)")
      #expect(outcome != .acceptedWrongly, "\(test.name)")
    }

    #expect(
      counts == [
        .treeRight: 179, .refusedRightly: 78, .refused("forbidden-yaml"): 69, .refused("empty"): 3,
        .refused("unsafe-characters"): 1,
      ])
  }

  /// libyaml's own mistakes: it is a YAML 1.1 parser, and some texts it takes are no YAML at all.
  @Test(.enabled(if: SuiteCase.folder != nil, "the YAML test suite is not here: shared/data/yaml-test-suite"))
  func `where libyaml is wrong we are no worse, and mostly refuse`() throws {
    let folder = try #require(SuiteCase.folder)
    var counts: [Outcome: Int] = [:]
    for test in try SuiteCase.all(in: folder) where SuiteEvents.ofLibrary(test.yaml) != test.events {
      counts[outcome(test), default: 0] += 1
    }

    #expect(
      counts == [
        .refused("unreadable-yaml"): 33, .refused("forbidden-yaml"): 21, .acceptedWrongly: 10,
        .refusedRightly: 6, .treeWrong: 5,
      ])
  }
}
