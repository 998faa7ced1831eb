package import Logging
import PolicySyntax

/// How a line of a log is written.
package enum LogForm: String, Sendable, CaseIterable {
  /// `2026-03-12T09:30:00.000Z info message-sent customer=C1 key=0a1b`.
  case text
  /// An object a line: `at`, `level`, `event`, then the fields in order of their names.
  case json
}

/// Writes each event of a log as one line.
///
/// The message of an event is its name. Whatever stands in a field, the line stays one line.
package struct LogLines: LogHandler {
  package var logLevel: Logger.Level
  package var metadata: Logger.Metadata = [:]
  private let form: LogForm
  private let now: @Sendable () -> String
  private let write: @Sendable (String) -> Void

  /// - Parameters:
  ///   - now: The instant of a line, in UTC.
  ///   - write: Takes a line with its end.
  package init(
    _ form: LogForm, from level: Logger.Level, now: @escaping @Sendable () -> String,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.form = form
    self.now = now
    self.write = write
    logLevel = level
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    let fields = metadata.merging(event.metadata ?? [:]) { _, new in new }.sorted { $0.key < $1.key }
    switch form {
    case .text:
      let words = fields.map { " \($0.key)=\(LogLines.word($0.value))" }.joined()
      write("\(now()) \(event.level) \(event.message)\(words)\n")
    case .json:
      var json = JSONWriter()
      json.object { json in
        json.member("at", now())
        json.member("level", "\(event.level)")
        json.member("event", "\(event.message)")
        for (name, value) in fields {
          json.key(name)
          LogLines.write(value, &json)
        }
      }
      write(json.text + "\n")
    }
  }

  /// A value without blanks as it is, any other as JSON writes it.
  private static func word(_ value: Logger.Metadata.Value) -> String {
    var text = "\(value)"
    if case .array(let values) = value { text = values.map(\.description).joined(separator: ",") }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value != 0x7F && $0 != "\"" && $0 != "="
    }
    if isPlain && !text.isEmpty { return text }
    var json = JSONWriter()
    json.string(text)
    return json.text
  }

  private static func write(_ value: Logger.Metadata.Value, _ json: inout JSONWriter) {
    switch value {
    case .array(let values): json.array(of: values) { write($1, &$0) }
    case .dictionary(let members):
      json.object { json in
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
          json.key(name)
          write(value, &json)
        }
      }
    case .string(let text): json.string(text)
    case .stringConvertible(let value):
      switch value {
      case let number as Int: json.integer(number)
      case let answer as Bool: json.boolean(answer)
      default: json.string("\(value)")
      }
    }
  }
}
