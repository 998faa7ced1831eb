package import CoreMetrics
import Synchronization

/// Numbers as a scraper reads them: the text form of Prometheus, for a file that its collector picks up.
///
/// A run is a process of its own, so counters go on from what the page said before; a page that is gone begins with zero, which a
/// scraper takes as the counter being set back.
///
/// Source: "Exposition formats", text-based format, of the Prometheus documentation.
package final class MetricsPage: MetricsFactory {
  /// What kind of number it is.
  enum Kind: String { case counter, gauge }

  /// A number with its labels: `{policy="small"}`, or nothing.
  struct Series: Hashable {
    let name: String
    let labels: String
  }

  private struct Content {
    var kinds: [String: Kind] = [:]
    var values: [Series: Double] = [:]
  }

  /// What each number is, for whoever reads the page.
  private let help: [String: String]
  private let content = Mutex(Content())

  /// - Parameters:
  ///   - earlier: The page as it was written last; empty where there is none. Lines that are no numbers of ours are left out.
  ///   - help: A sentence for each name.
  package init(after earlier: String, help: [String: String]) {
    self.help = help
    content.withLock { $0 = MetricsPage.read(earlier) }
  }

  /// The page, in order of names and labels.
  package var text: String {
    content.withLock { content in
      var lines: [String] = []
      for name in Set(content.values.keys.map(\.name)).sorted() {
        if let sentence = help[name] { lines.append("# HELP \(name) \(sentence)") }
        lines.append("# TYPE \(name) \(content.kinds[name, default: .gauge].rawValue)")
        let series = content.values.filter { $0.key.name == name }.sorted { $0.key.labels < $1.key.labels }
        for (series, value) in series {
          lines.append("\(name)\(series.labels) \(MetricsPage.number(value))")
        }
      }
      return lines.map { $0 + "\n" }.joined()
    }
  }

  /// Whole numbers without a point.
  private static func number(_ value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? "\(value)"
  }

  private static func read(_ page: String) -> Content {
    var content = Content()
    for line in page.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 4, words[0] == "#", words[1] == "TYPE", let kind = Kind(rawValue: String(words[3])) {
        content.kinds[String(words[2])] = kind
      }
      // A label may hold blanks, a number none.
      guard !line.hasPrefix("#"), let blank = line.lastIndex(of: " "),
        let value = Double(line[line.index(after: blank)...]), value.isFinite
      else { continue }
      let series = line[..<blank]
      let name = series.prefix { $0 != "{" }
      guard content.kinds[String(name)] != nil else { continue }
      content.values[Series(name: String(name), labels: String(series.dropFirst(name.count)))] = value
    }
    return content
  }

  /// A number of that name and those labels, from here on on the page.
  private func number(_ name: String, _ dimensions: [(String, String)], _ kind: Kind) -> PageNumber {
    let labels = dimensions.map { "\($0)=\"\(MetricsPage.escaped($1))\"" }.joined(separator: ",")
    let series = Series(name: name, labels: labels.isEmpty ? "" : "{\(labels)}")
    content.withLock {
      $0.kinds[name] = kind
      $0.values[series, default: 0] += 0
    }
    return PageNumber(self, series)
  }

  private static func escaped(_ label: String) -> String {
    label.reduce(into: "") { text, character in
      switch character {
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      case "\n", "\r\n": text += "\\n"
      default: text.append(character)
      }
    }
  }

  fileprivate func add(_ value: Double, to series: Series) {
    content.withLock { $0.values[series, default: 0] += value }
  }

  fileprivate func set(_ series: Series, _ value: Double) {
    content.withLock { $0.values[series] = value }
  }
}

// What swift-metrics asks of whoever keeps the numbers.
extension MetricsPage {
  package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    number(label, dimensions, .counter)
  }

  package func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    number(label, dimensions, .gauge)
  }

  /// The seconds that it took last.
  package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    number(label, dimensions, .gauge)
  }

  package func destroyCounter(_ handler: any CounterHandler) {}
  package func destroyRecorder(_ handler: any RecorderHandler) {}
  package func destroyTimer(_ handler: any TimerHandler) {}
}

/// One number of the page.
private final class PageNumber: CounterHandler, RecorderHandler, TimerHandler {
  private let page: MetricsPage
  private let series: MetricsPage.Series

  init(_ page: MetricsPage, _ series: MetricsPage.Series) {
    self.page = page
    self.series = series
  }

  func increment(by amount: Int64) { page.add(Double(amount), to: series) }
  func reset() { page.set(series, 0) }
  func record(_ value: Int64) { page.set(series, Double(value)) }
  func record(_ value: Double) { page.set(series, value) }
  func recordNanoseconds(_ duration: Int64) { page.set(series, Double(duration) / 1e9) }
}
