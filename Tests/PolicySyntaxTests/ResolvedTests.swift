import PolicySyntax
import Testing

@Suite struct ResolvedTests {
  private func plain(_ text: String) -> Scalar {
    let span = Span(file: FileID(number: 0), start: 0, end: text.utf8.count)
    return Scalar(text: text, style: .plain, span: span, origin: .straight(0))
  }

  @Test(
    arguments: [
      ("", Resolved.null), ("~", .null), ("null", .null), ("nUll", .string),
      ("true", .bool(true)), ("FALSE", .bool(false)), ("yes", .string), ("no", .string), ("NO", .string),
      ("off", .string), ("on", .string), ("12:30", .string), ("1_000", .string), ("0o17", .int(15)),
      ("0x1F", .int(31)), ("0b1", .string), ("00501", .int(501)), ("-7", .int(-7)), ("+7", .int(7)),
      ("-", .string),
      ("0o8", .string), ("0x", .string), ("1.5", .float("1.5")), (".5", .float(".5")), ("1.", .float("1.")),
      ("1e3", .float("1e3")), ("1e", .string), (".", .string), ("-.inf", .float("-.inf")),
      (".NaN", .float(".NaN")),
      ("-.nan", .string), ("9223372036854775807", .int(.max)),
      ("9223372036854775808", .float("9223372036854775808")),
      ("2026-01-01", .string), ("1.2.3", .string), ("--1", .string),
    ] as [(String, Resolved)])
  func `a plain scalar resolves by the core schema of YAML 1.2`(_ text: String, _ expected: Resolved) {
    #expect(plain(text).resolved == expected)
  }

  @Test(
    arguments: [
      ("no", "false"), ("NO", "false"), ("on", "true"), ("y", "true"), ("00501", "the number 321"),
      ("089", "text"),
      ("12:30", "the number 750"), ("9:30", "the number 570"), ("1_000", "the number 1000"), ("0o17", "text"),
      ("1e3", "text"), ("2026-01-01", "a date"), ("<<", "a merge of another mapping"),
      ("0b11", "the number 3"),
      ("nope", nil), ("12", nil), ("1.5", nil), ("0", nil), ("true", nil), ("a_b", nil), ("12:99", nil),
      ("3 days", nil),
    ] as [(String, String?)])
  func `what YAML 1.1 reads differently is told`(_ text: String, _ expected: String?) {
    #expect(plain(text).readingIn11 == expected)
    #expect(plain(text).readsDifferentlyIn11 == (expected != nil))
  }

  @Test func `a quoted scalar is text in both versions`() {
    let span = Span(file: FileID(number: 0), start: 0, end: 4)
    let quoted = Scalar(text: "no", style: .singleQuoted, span: span, origin: .straight(1))

    #expect(quoted.resolved == .string)
    #expect(!quoted.readsDifferentlyIn11)
  }
}
