import CEL

/// What this implementation leaves out on purpose, with the reason: such cases count as skipped, never as passed.
struct LeftOut: Sendable {
  /// What is left out.
  let part: String
  /// Why.
  let reason: String
  private let holds: @Sendable (ConformanceCase) -> Bool

  /// The first entry of the table that a case falls under; nil where it has to pass.
  static func entry(for test: ConformanceCase) -> LeftOut? { table.first { $0.holds(test) } }

  private static let table: [LeftOut] = [
    LeftOut(
      part: "protocol buffer messages",
      reason: "a business's facts are plain values; no policy can be given a message"
    ) { $0.needsMessages },
    LeftOut(
      part: "making messages",
      reason: "`Name{field: value}` makes a protocol buffer message, and there are none here"
    ) { test in
      check(text: test.expression, in: Environment(), expecting: nil).issues
        .contains { $0.kind == .unsupported }
    },
    LeftOut(
      part: "enums of messages", reason: "they are declared in protocol buffer messages only"
    ) { $0.file == "enums" },
    LeftOut(
      part: "encoders",
      reason: "a condition has nothing to decode from base64; the suite's extension is for hosts that do"
    ) { $0.file == "encoders_ext" },
    LeftOut(
      part: "network", reason: "invoices and customers have no addresses of the internet protocol"
    ) { $0.file == "network_ext" },
    LeftOut(
      part: "block",
      reason:
        "`cel.block` is what an optimiser writes for common parts of an expression, not what a person writes"
    ) { $0.file == "block_ext" },
  ]
}
