/// The rules about lines: which lines a template has and the letter has not, and the reverse.
///
/// A line of nothing but blocks' tags and comments takes no line in the letter. `invoice_table` stands on
/// lines of its own, whatever stands beside it in the template.
enum TemplateLines {
  /// The pieces with the text of such lines taken out, and with the line breaks around tables put in.
  static func arranged(_ pieces: [TemplatePiece]) -> [TemplatePiece] {
    var result: [TemplatePiece] = []
    var line: [TemplatePiece] = []
    for piece in pieces {
      line.append(piece)
      if piece.endsLine {
        append(line, to: &result)
        line.removeAll(keepingCapacity: true)
      }
    }
    append(line, to: &result)
    return result
  }

  private static func append(_ line: [TemplatePiece], to result: inout [TemplatePiece]) {
    let hasSilent = line.contains(where: \.isSilent)
    if hasSilent, line.allSatisfy({ $0.isSilent || $0.isBlank }) {
      result += line.filter(\.isSilent)
    } else if line.contains(where: { $0.kind == .table }) {
      appendTables(line, to: &result)
    } else {
      result += line
    }
  }

  private static func appendTables(_ line: [TemplatePiece], to result: inout [TemplatePiece]) {
    var isAtStart = true
    for (place, piece) in line.enumerated() {
      if piece.kind == .table {
        if !isAtStart { result.append(lineBreak(at: piece.range.lowerBound)) }
        result.append(piece)
        let isLast = line[(place + 1)...].allSatisfy { $0.isSilent || $0.isBlank }
        if !isLast { result.append(lineBreak(at: piece.range.upperBound)) }
        isAtStart = true
      } else if case .text(let bytes) = piece.kind {
        let leading = isAtStart ? Array(bytes.drop { $0 == 32 || $0 == 9 }) : bytes
        let nextIsTable = line.indices.contains(place + 1) && line[place + 1].kind == .table
        let kept = nextIsTable ? withoutTrailingBlanks(leading) : leading
        if !kept.isEmpty { result.append(TemplatePiece(range: piece.range, kind: .text(kept))) }
        isAtStart = isAtStart && piece.isBlank
      } else {
        result.append(piece)
        isAtStart = isAtStart && piece.isSilent
      }
    }
  }

  private static func lineBreak(at place: Int) -> TemplatePiece {
    TemplatePiece(range: place..<place, kind: .text([10]))
  }

  private static func withoutTrailingBlanks(_ bytes: [UInt8]) -> [UInt8] {
    guard let last = bytes.lastIndex(where: { $0 != 32 && $0 != 9 }) else { return [] }
    return Array(bytes[...last])
  }
}
