import MailReading
import Receivables
import Replies

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Learns what the words of each language lean to, and writes one table for each.
//
// usage: learn-leanings OUT FOLDER-OR-FILE…
// A folder is one that `duly inbox measure` reads, with its truth; a file has lines of
// `language | what it says above all | what else | text`, with `on=YYYY-MM-DD` for the day among what else.

/// A labelled text.
struct Labelled {
  let language: String
  let column: Int
  let text: String
  let received: Day
  let invoices: [ReminderContext.Invoice]
}

func column(_ name: String) -> Int? { Leanings.columns.firstIndex { $0.rawValue == name } }

func lines(_ path: String) throws -> [Labelled] {
  let text = String(decoding: try LabelledFolder.bytes(path), as: UTF8.self)
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
    let fields = line.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false).map { field in
      var view = field
      while view.first == " " { view.removeFirst() }
      while view.last == " " { view.removeLast() }
      return String(view)
    }
    guard fields.count == 4, let column = column(fields[1]) else { return nil }
    let day = fields[2].split(separator: ",").compactMap { detail -> Day? in
      let words = detail.split(separator: "=")
      return words.count == 2 && words[0].hasSuffix("on") ? Day(iso: String(words[1])) : nil
    }
    return Labelled(
      language: fields[0], column: column, text: fields[3], received: day.first ?? Day(number: 20_516),
      invoices: [
        .init(number: "INV-2041", hundredths: 48_000), .init(number: "INV-2057", hundredths: 125_050),
      ])
  }
}

func folder(_ path: String) throws -> [Labelled] {
  try LabelledFolder(path).entries.compactMap { entry in
    guard let truth = entry.truth, let language = truth.language, let column = column(truth.primary) else {
      return nil
    }
    return Labelled(
      language: language, column: column, text: truth.visible.first ?? "", received: entry.context.received,
      invoices: entry.context.invoices)
  }
}

/// The table as a file: what is nearly nothing is left out, and so is a sign of which nothing is left.
func table(_ learner: Learner) -> String {
  func hundredths(_ number: Double) -> Int { Int((number * 100).rounded()) }
  var text = "sign," + Leanings.columns.map(\.rawValue).joined(separator: ",") + "\n"
  text += "*," + learner.usual.map { String(hundredths($0)) }.joined(separator: ",") + "\n"
  for (sign, weights) in zip(learner.signs, learner.weights) {
    // Only differences count: the number in the middle is taken for nothing, and most are near it.
    let middle = weights.sorted()[weights.count / 2]
    let numbers = weights.map { hundredths($0 - middle) }.map { abs($0) < 15 ? 0 : $0 }
    guard numbers.contains(where: { abs($0) >= 25 }) else { continue }
    text += sign + "," + numbers.map { $0 == 0 ? "" : String($0) }.joined(separator: ",") + "\n"
  }
  return text
}

do {
  let arguments = CommandLine.arguments.dropFirst()
  guard let out = arguments.first, arguments.count > 1 else {
    print("usage: learn-leanings OUT FOLDER-OR-FILE…")
    exit(2)
  }
  let labelled = try arguments.dropFirst().flatMap { $0.hasSuffix(".txt") ? try lines($0) : try folder($0) }
  for language in try ShippedRules.read().languages {
    let examples = labelled.filter { $0.language == language.code }.map { text in
      Learner.Example(
        signs: LeaningSign.texts(
          text.text, language: language, received: text.received, invoices: text.invoices),
        column: text.column)
    }
    let learner = Learner(examples, columns: Leanings.columns.count)
    let path = "\(out)/\(language.code).csv"
    guard let file = fopen(path, "w") else {
      print("\(path) cannot be written")
      exit(1)
    }
    fputs(table(learner), file)
    fclose(file)
    print("\(language.code): \(examples.count) texts, \(learner.signs.count) signs")
  }
} catch {
  print("\(error)")
  exit(1)
}
