import PolicySyntax
import Receivables

extension PolicyReader {
  /// What each kind of event does: as written, else as the language has it. `none` takes a kind away.
  mutating func responses(nearest: Span) -> [Response] {
    var written: [Response.Kind: Response?] = [:]
    for entry in entries("responses") {
      guard let kind = Response.Kind(rawValue: entry.name) else {
        report(UnknownField.response(entry, Response.Kind.allCases.map(\.rawValue)))
        continue
      }
      if entry.value.scalar?.text == "none" {
        // What is a `reply` where nothing is written needs a response that does nothing to be switched off.
        written[kind] = .some(kind.isReplyUnlessWritten ? Response(kind: kind, span: entry.span) : nil)
        report(NoStop.diagnostic(kind, nil, entry))
      } else if let fields = fields(entry.value, .response(kind), title: "the response `\(entry.name)`") {
        let response = response(kind, fields, entry.span)
        written[kind] = .some(response)
        // A pause or hold that could not be read is a finding of its own.
        if fields["pause"] == nil, fields["hold"] == nil { report(NoStop.diagnostic(kind, response, entry)) }
      }
    }
    let span = sections["responses"]?.first?.key.span ?? nearest
    let defaults = Response.defaults(at: span)
    return Response.Kind.allCases.compactMap { kind in
      if let stated = written[kind] { return stated }
      return defaults.first { $0.kind == kind }
    }
  }

  private mutating func response(_ kind: Response.Kind, _ fields: Fields, _ span: Span) -> Response {
    let pause = fields["pause"].flatMap { self.pause($0, kind, fields) }
    let flag = fields["flag"].flatMap { boolean($0, "`flag`") } ?? false
    let atMost = fields["at_most"].flatMap { integer($0, "`at_most`", in: 0...1000) }
    let longest = fields["longest"].flatMap { daySpan($0, "`longest`") }
    let scope = fields["scope"].flatMap { word($0, "`scope`", Response.Hold.self) }
    let thanks = fields["thank"].flatMap { boolean($0, "`thank`") } ?? false
    return Response(
      kind: kind, pause: pause, hold: fields["hold"].flatMap { word($0, "`hold`", Response.Hold.self) },
      isFlagged: flag,
      atMost: atMost?.value,
      longest: longest?.value, meansCustomer: scope == .customer, thanks: thanks, span: span)
  }

  /// `5 business days`; for a promise also `… after promised`; for an absence `until return`.
  private mutating func pause(_ node: Node, _ kind: Response.Kind, _ fields: Fields) -> Response.Pause? {
    guard let text = node.scalar?.text else { return daySpan(node, "`pause`").map { .lasting($0.value) } }
    let words = text.split(separator: " ")
    if words == ["until", "return"] {
      guard kind == .outOfOffice else {
        report(NotANumber.pause(node, "only `out_of_office` has a return to wait for"))
        return nil
      }
      guard let otherwise = fields["otherwise"] else {
        report(MissingField.otherwise(node, in: fields))
        return nil
      }
      return daySpan(otherwise, "`otherwise`").map { .untilReturn(otherwise: $0.value) }
    }
    if words.suffix(2) == ["after", "promised"] {
      guard kind == .promise else {
        report(NotANumber.pause(node, "only `promise` has a promised day to count from"))
        return nil
      }
      switch Timing.parseSpan(words.dropLast(2).joined(separator: " ")) {
      case .success(let span): return .afterPromised(span)
      case .failure(let problem):
        report(NotANumber.span(node, "`pause`", problem))
        return nil
      }
    }
    return daySpan(node, "`pause`").map { .lasting($0.value) }
  }
}
