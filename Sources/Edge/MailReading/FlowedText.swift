/// Joins the lines that `format=flowed` broke.
///
/// Source: RFC 3676, section 4.
package enum FlowedText {
  /// The text with its paragraphs on one line each, quoted ones with their marks.
  package static func unfolded(_ text: String, deletesSpaces: Bool) -> String {
    var joined: [String] = []
    var openDepth: Int?
    for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = raw.last == "\r" ? raw.dropLast() : raw
      let depth = line.prefix { $0 == ">" }.count
      line = line.dropFirst(depth)
      if line.first == " " { line = line.dropFirst() }
      let isDelimiter = line == "-- "
      let isFlowed = line.last == " " && !isDelimiter
      let content = isFlowed && deletesSpaces ? line.dropLast() : line
      if let open = openDepth, open == depth, !isDelimiter, let last = joined.indices.last,
        joined[last].utf8.count < 100_000
      {
        joined[last] += content
      } else {
        joined.append((depth > 0 ? String(repeating: ">", count: depth) + " " : "") + content)
      }
      openDepth = isFlowed ? depth : nil
    }
    return joined.joined(separator: "\n")
  }
}
