import PolicySyntax

/// Reads YAML into a tree with places, and reports what cannot be read or is not allowed.
package enum PolicyYAMLReader {
  /// Reads one file.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is on disk, a byte order mark included; spans count from its first byte.
  ///   - file: The number that the spans carry.
  /// - Returns: The tree, and the findings in order of the file. The tree is nil where the file is unreadable, over a
  ///   limit, empty, or has an alias without its anchor; each of these is an error among the findings. Where a key is
  ///   refused (a duplicate, `<<`, no text) the tree is without its entry.
  /// - Complexity: O(bytes), and never more than the limits allow: nothing is expanded.
  package static func read(
    _ bytes: [UInt8], file: FileID, limits: YAMLLimits = YAMLLimits()
  ) -> (tree: Node?, diagnostics: [Diagnostic]) {
    let base = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.count <= limits.fileBytes else { return (nil, [tooLarge(file, limits)]) }
    if let encoding = foreignEncoding(bytes) { return (nil, [notUTF8(encoding, file)]) }
    let scan = TextScan(bytes, from: base, limits: limits)
    if let range = scan.invalidByte { return (nil, [invalid(bytes, range, file)]) }
    if let range = scan.longLine { return (nil, [longLine(range, file, limits)]) }
    let source = YAMLSource(bytes, file: file, base: base, isASCII: scan.isASCII)
    var diagnostics = scan.unsafe.map { character in
      Diagnostic.unsafeCharacter(
        character, source.span(character.range.lowerBound, character.range.upperBound))
    }
    guard !scan.unsafe.contains(where: \.isUnreadable) else { return (nil, diagnostics) }

    var builder = TreeBuilder(source, limits: limits)
    let parser = YAMLParser(bytes[base...])
    var tree: Node?
    do {
      while !builder.isStopped { builder.take(try parser.next()) }
      if builder.frames.isEmpty, !builder.hasHole { tree = builder.root }
      if let error = unfinished(builder, source) { builder.diagnostics.append(error) }
      reportTabs(scan.indentationTabs, &builder)
      if tree != nil { reportUnusedAnchors(&builder) }
    } catch {
      // What follows from a line end that only libyaml saw is not a mistake of its own.
      let failure = FailureExplanation(source, error).diagnostic
      let isSecond = builder.diagnostics.contains {
        $0.rule == .forbiddenYAML && $0.span.start <= failure.span.start && failure.span.start <= $0.span.end
      }
      if !scan.unsafe.contains(where: \.isLineEnd), !isSecond { builder.diagnostics.append(failure) }
    }
    diagnostics += builder.diagnostics
    return (tree, diagnostics.sorted { ($0.span.start, $0.rule.id) < ($1.span.start, $1.rule.id) })
  }

  /// An empty file; other reasons for a missing tree have been reported.
  private static func unfinished(_ builder: TreeBuilder, _ source: YAMLSource) -> Diagnostic? {
    guard builder.root == nil, builder.diagnostics.isEmpty else { return nil }
    return Diagnostic(
      .unreadableYAML, message: "the file is empty", at: source.span(source.base, source.base),
      help: Help("write the keys, or leave the file out"))
  }

  private static func reportTabs(_ tabs: [Int], _ builder: inout TreeBuilder) {
    var lineEnd = -1
    var reported = 0
    for tab in tabs where tab > lineEnd && reported < 20 {
      let source = builder.source
      lineEnd = source.lineEnd(after: tab)
      let isOpaque = builder.isOpaque(tab)
      let text = source.text(tab, source.textEnd(after: tab)).drop { $0 == " " || $0 == "\t" }
      guard !isOpaque, !text.isEmpty, text.first != "#" else { continue }
      var end = tab
      while end < lineEnd, source.bytes[end] == 0x09 { end += 1 }
      builder.diagnostics.append(.indentationTab(source.span(tab, end)))
      reported += 1
    }
  }

  private static func reportUnusedAnchors(_ builder: inout TreeBuilder) {
    for anchor in builder.anchors where !anchor.isUsed && builder.diagnostics.count < TreeBuilder.mostFindings
    {
      var end = Int(anchor.span.end)
      let bytes = builder.source.bytes
      while end < bytes.count, bytes[end] == 0x20 { end += 1 }
      let deletion = builder.source.span(Int(anchor.span.start), end)
      builder.diagnostics.append(.unusedAnchor(anchor.name, anchor.span, deletion: deletion))
    }
  }

  private static func tooLarge(_ file: FileID, _ limits: YAMLLimits) -> Diagnostic {
    Diagnostic(
      .yamlLimit, message: "the file has more than \(limits.fileBytes >> 20) MiB",
      at: Span(file: file, start: 0, end: 0), help: Help("split the file with `include:`"))
  }

  private static func longLine(_ range: Range<Int>, _ file: FileID, _ limits: YAMLLimits) -> Diagnostic {
    Diagnostic(
      .yamlLimit, message: "a line has more than \(limits.lineBytes >> 10) KiB",
      at: Span(file: file, start: range.lowerBound, end: range.lowerBound + 1), help: Help("break the line"))
  }

  /// UTF-16 and UTF-32, told by their byte order marks: as UTF-8 they would be a riddle of control characters.
  private static func foreignEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    return nil
  }

  private static func notUTF8(_ encoding: String, _ file: FileID) -> Diagnostic {
    Diagnostic(
      .unreadableYAML, message: "the file is \(encoding), and only UTF-8 is read",
      at: Span(file: file, start: 0, end: 0), help: Help("save the file as UTF-8"))
  }

  private static func invalid(_ bytes: [UInt8], _ range: Range<Int>, _ file: FileID) -> Diagnostic {
    let value = String(bytes[range.lowerBound], radix: 16, uppercase: true)
    return Diagnostic(
      .unreadableYAML, message: "the byte 0x\(value) is no part of a UTF-8 character",
      at: Span(file: file, start: range.lowerBound, end: range.upperBound),
      help: Help("save the file as UTF-8"))
  }
}
