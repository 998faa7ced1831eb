import PolicySyntax
import PolicyYAML
import Receivables

/// Reads `books.yaml`: how a folder names its files and columns and writes days and numbers.
///
/// ```yaml
/// as_of: 2026-02-20T07:00:00Z
/// currency: EUR
/// date_format: DD.MM.YYYY
/// number_format: 1.234,56
/// invoices:
///   file: Rechnungen.csv
///   columns: { invoice_number: Nummer, due_date: Fällig }
/// ```
struct BooksFormatReader {
  private static let file = "books.yaml"
  private static let settings = ["as_of", "currency", "date_format", "number_format"]

  private let source: SourceFile
  private var format = BooksFormat()
  private var mistakes: [(place: Int, message: String)] = []

  /// The format of a folder: the usual one where it has no `books.yaml`.
  ///
  /// - Throws: `BooksError` with every mistake of the file, one a line, each with its line and column.
  static func read(folder: String) throws(BooksError) -> BooksFormat {
    guard let bytes = try FileBytes.read(folder + "/" + file, shownAs: file, limit: BooksLimits.formatBytes)
    else {
      return BooksFormat()
    }
    var reader = BooksFormatReader(source: SourceFile(path: file, bytes: bytes))
    let (tree, diagnostics) = PolicyYAMLReader.read(bytes, file: FileID(number: 0))
    for diagnostic in diagnostics where diagnostic.severity == .error {
      let help = diagnostic.help.map { ": \($0.text)" } ?? ""
      reader.mistakes.append((Int(diagnostic.span.start), diagnostic.message + help))
    }
    if let tree { reader.readSettings(tree) }
    if reader.mistakes.isEmpty { return reader.format }
    throw BooksError(reader.lines().joined(separator: "\n"))
  }

  private init(source: SourceFile) { self.source = source }

  private func lines() -> [String] {
    mistakes.sorted { $0.place < $1.place }.map { mistake in
      let position = source.position(at: mistake.place)
      return "\(BooksFormatReader.file):\(position.line):\(position.column): \(mistake.message)"
    }
  }

  private mutating func readSettings(_ tree: Node) {
    guard let entries = tree.mapping else {
      return report(tree, "found \(tree.kindInWords), expected keys like `date_format: DD.MM.YYYY`")
    }
    for entry in entries {
      switch entry.name {
      case "as_of": readAsOf(entry.value)
      case "currency":
        guard let text = text(entry.value, "a currency like EUR") else { continue }
        format.currency = Currency(code: text)
        if format.currency == nil {
          report(entry.value, "found \(shown(text)), expected a currency of ISO 4217 in capital letters")
        }
      case "date_format":
        guard let text = text(entry.value, "a format like DD.MM.YYYY") else { continue }
        format.dates = DateFormat(text) ?? format.dates
        if DateFormat(text) == nil {
          report(
            entry.value,
            "found \(shown(text)), expected YYYY, MM or M, and DD or D in any order, like DD.MM.YYYY")
        }
      case "number_format":
        guard let text = text(entry.value, "an example like 1.234,56") else { continue }
        format.numbers = NumberFormat(text) ?? format.numbers
        if NumberFormat(text) == nil {
          report(
            entry.value,
            "found \(shown(text)), expected the number 1234.56 as the books write it, like 1.234,56")
        }
      default:
        if let file = BooksFormat.File(rawValue: entry.name) {
          readFile(entry.value, file)
        } else {
          reportUnknown(
            entry.key, among: BooksFormatReader.settings + BooksFormat.File.allCases.map(\.rawValue))
        }
      }
    }
  }

  /// A day, or an instant of which the day as written counts.
  private mutating func readAsOf(_ node: Node) {
    let expected = "a day or an instant like 2026-02-20T07:00:00Z"
    guard let text = text(node, expected) else { return }
    guard let day = Day(iso: text.prefix(10)), BooksFormatReader.isTime(Array(text.utf8.dropFirst(10))) else {
      return report(node, "found \(shown(text)), expected \(expected)")
    }
    format.asOf = text
    format.asOfDay = day
  }

  /// True for nothing and for what may follow the day of an instant (RFC 3339): `T07:00:00Z`, ` 07:00+01:00`.
  private static func isTime(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    func two(upTo limit: Int) -> Bool {
      guard rest.count >= 2, let tens = rest.first, let ones = rest.dropFirst().first, tens &- 48 < 10,
        ones &- 48 < 10
      else { return false }
      rest = rest.dropFirst(2)
      return Int(tens - 48) * 10 + Int(ones - 48) <= limit
    }
    func skip(_ letters: String) -> Bool {
      guard let first = rest.first, letters.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    if rest.isEmpty { return true }
    guard skip("Tt "), two(upTo: 23), skip(":"), two(upTo: 59) else { return false }
    if skip(":") {
      guard two(upTo: 60) else { return false }
      if skip(".") {
        let digits = rest.prefix { $0 &- 48 < 10 }.count
        guard digits > 0 else { return false }
        rest = rest.dropFirst(digits)
      }
    }
    if rest.isEmpty || skip("Zz") { return rest.isEmpty }
    return skip("+-") && two(upTo: 23) && skip(":") && two(upTo: 59) && rest.isEmpty
  }

  private mutating func readFile(_ node: Node, _ file: BooksFormat.File) {
    guard let entries = node.mapping else {
      return report(node, "found \(node.kindInWords), expected `file:` and `columns:`")
    }
    for entry in entries {
      switch entry.name {
      case "file":
        guard let name = text(entry.value, "the name of a file in the folder") else { continue }
        if name.isEmpty || name.utf8.contains(0) || name.utf8.contains(UInt8(ascii: "/")) {
          report(entry.value, "found \(shown(name)), expected the name of a file in the folder")
        }
        format[file].file = name
      case "columns": readColumns(entry.value, file)
      default: reportUnknown(entry.key, among: ["file", "columns"])
      }
    }
  }

  private mutating func readColumns(_ node: Node, _ file: BooksFormat.File) {
    guard let entries = node.mapping else {
      return report(node, "found \(node.kindInWords), expected Duly's names with the file's: `due_date: Due`")
    }
    let known = file.required + file.optional
    for entry in entries {
      guard known.contains(entry.name) else {
        reportUnknown(entry.key, among: known)
        continue
      }
      guard let name = text(entry.value, "the name of a column") else { continue }
      if let other = format[file].columns.first(where: { $0.value == name }) {
        report(
          entry.value, "found \(shown(name)), which is \(shown(other.key)) already, expected another column")
      }
      format[file].columns[entry.name] = name
    }
  }

  /// The text of a scalar as written, also where it looks like a number; nil for anything else, which is
  /// reported.
  private mutating func text(_ node: Node, _ expected: String) -> String? {
    if let scalar = node.scalar, scalar.resolved != .null { return scalar.text }
    report(node, "found \(node.kindInWords), expected \(expected)")
    return nil
  }

  private mutating func reportUnknown(_ key: Node, among names: [String]) {
    let name = key.scalar?.text ?? ""
    let known = Nearest.name(to: name, among: names).map { "did you mean `\($0)`?" }
    let expected = names.map { "`\($0)`" }.joined(separator: ", ")
    report(key, "unknown key \(shown(name)): " + (known ?? "expected one of \(expected)"))
  }

  private mutating func report(_ node: Node, _ message: String) {
    mistakes.append((Int(node.span.start), message))
  }
}
