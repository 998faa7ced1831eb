import PolicySyntax
import Testing

@Suite struct NearestTests {
  private static let keys = ["name", "when", "schedule", "tone", "approval", "min_gap"]

  @Test(
    arguments: [
      ("wen", "when"), ("whne", "when"), ("Schedule", "schedule"), ("shedule", "schedule"),
      ("min-gap", "min_gap"),
      ("filter", "when"), ("if", "when"), ("review", "approval"), ("zebra", nil), ("x", nil), ("", nil),
      ("nam", "name"),
    ] as [(String, String?)])
  func `the word that was probably meant is offered`(_ word: String, _ expected: String?) {
    #expect(Nearest.name(to: word, among: Self.keys) == expected)
  }

  @Test func `no candidates give no offer`() {
    #expect(Nearest.name(to: "when", among: []) == nil)
  }

  @Test func `a swap of neighbours is one slip`() {
    #expect(Nearest.distance(from: "ab", to: "ba") == 1)
    #expect(Nearest.distance(from: "kitten", to: "sitting") == 3)
    #expect(Nearest.distance(from: "", to: "abc") == 3)
  }

  @Test func `a long list is cut to five and a count`() {
    #expect(Nearest.list(["a", "b"]) == "`a`, `b`")
    #expect(Nearest.list(["a", "b", "c", "d", "e", "f", "g"]) == "`a`, `b`, `c`, `d`, `e` and 2 more")
  }
}
