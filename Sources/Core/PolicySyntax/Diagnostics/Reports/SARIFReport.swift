/// Findings as SARIF 2.1.0, the form that code scanners exchange.
///
/// Every result has a location with a positive line, or GitHub refuses the whole file. Fingerprints are made of the
/// rule, the path, the message and the text of the line, so they stay when lines move.
/// Source: OASIS SARIF 2.1.0.
package struct SARIFReport: Sendable {
  private let map: SourceMap
  private let version: String

  /// - Parameter version: The version of Duly that the report names.
  package init(_ map: SourceMap, version: String) {
    self.map = map
    self.version = version
  }

  /// One log with one run, results sorted; ends with a line end.
  package func render(_ diagnostics: [Diagnostic], layout: JSONWriter.Layout = .compact) -> String {
    let sorted = map.sorted(diagnostics)
    let rules = Set(sorted.map(\.rule)).sorted { $0.id < $1.id }
    let indices = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    var seen: [String: Int] = [:]
    var json = JSONWriter(layout: layout)
    json.object {
      $0.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      $0.member("version", "2.1.0")
      $0.member("runs") {
        $0.array {
          $0.object {
            $0.member("tool") { tool(&$0, rules) }
            $0.member("columnKind", "unicodeCodePoints")
            $0.member("results") {
              $0.array(of: sorted) { json, diagnostic in
                let fingerprint = fingerprint(diagnostic, &seen)
                result(&json, diagnostic, indices[diagnostic.rule] ?? 0, fingerprint)
              }
            }
          }
        }
      }
    }
    json.endLine()
    return json.text
  }

  private func tool(_ json: inout JSONWriter, _ rules: [Rule]) {
    json.object {
      $0.member("driver") {
        $0.object {
          $0.member("name", "duly")
          $0.member("version", version)
          $0.member("rules") {
            $0.array(of: rules) { json, rule in
              json.object {
                $0.member("id", rule.name)
                $0.member("shortDescription") { message(&$0, rule.title) }
                $0.member("help") {
                  $0.object {
                    $0.member("text", rule.page)
                    $0.member("markdown", rule.page)
                  }
                }
                $0.member("defaultConfiguration") {
                  $0.object { $0.member("level", rule.severity.rawValue) }
                }
              }
            }
          }
        }
      }
    }
  }

  private func result(
    _ json: inout JSONWriter, _ diagnostic: Diagnostic, _ ruleIndex: Int, _ fingerprint: String
  ) {
    let help = diagnostic.help.map { "\nhelp: \($0.text)" } ?? ""
    let notes = diagnostic.notes.map { "\nnote: \($0)" }.joined()
    json.object {
      $0.member("ruleId", diagnostic.rule.name)
      $0.member("ruleIndex", ruleIndex)
      $0.member("level", diagnostic.severity.rawValue)
      $0.member("message") { message(&$0, diagnostic.message + notes + help) }
      $0.member("locations") {
        $0.array { $0.object { $0.member("physicalLocation") { location(&$0, diagnostic.span) } } }
      }
      if !diagnostic.labels.isEmpty {
        $0.member("relatedLocations") {
          $0.array(of: diagnostic.labels.enumerated()) { related(&$0, $1.offset, $1.element) }
        }
      }
      $0.member("partialFingerprints") {
        $0.object { $0.member("duly/v1", fingerprint) }
      }
      if let help = diagnostic.help, help.applicability == .machineApplicable, !help.edits.isEmpty {
        $0.member("fixes") { fixes(&$0, help) }
      }
    }
  }

  private func related(_ json: inout JSONWriter, _ id: Int, _ label: Label) {
    json.object {
      $0.member("id", id)
      $0.member("physicalLocation") { location(&$0, label.span) }
      $0.member("message") { message(&$0, label.text) }
    }
  }

  private func fixes(_ json: inout JSONWriter, _ help: Help) {
    let files = Set(help.edits.map(\.span.file)).sorted()
    json.array {
      $0.object {
        $0.member("description") { message(&$0, help.text) }
        $0.member("artifactChanges") {
          $0.array(of: files) { json, file in
            json.object {
              $0.member("artifactLocation") { artifact(&$0, file) }
              $0.member("replacements") {
                $0.array(of: help.edits.filter { $0.span.file == file }) { replacement(&$0, $1) }
              }
            }
          }
        }
      }
    }
  }

  private func replacement(_ json: inout JSONWriter, _ edit: Edit) {
    json.object {
      $0.member("deletedRegion") { region(&$0, edit.span) }
      $0.member("insertedContent") { message(&$0, edit.replacement) }
    }
  }

  private func message(_ json: inout JSONWriter, _ text: String) {
    json.object { $0.member("text", text) }
  }

  private func location(_ json: inout JSONWriter, _ span: Span) {
    json.object {
      $0.member("artifactLocation") { artifact(&$0, span.file) }
      $0.member("region") { region(&$0, span) }
    }
  }

  private func artifact(_ json: inout JSONWriter, _ file: FileID) {
    json.object { $0.member("uri", Self.uri(map[file].path)) }
  }

  private func region(_ json: inout JSONWriter, _ span: Span) {
    let (start, end) = (map.start(of: span), map.end(of: span))
    json.object {
      $0.member("startLine", start.line)
      $0.member("startColumn", start.column)
      $0.member("endLine", end.line)
      $0.member("endColumn", end.column)
    }
  }

  /// The same for the same finding after lines were added above; the nth of equal findings has its number.
  private func fingerprint(_ diagnostic: Diagnostic, _ seen: inout [String: Int]) -> String {
    let file = map[diagnostic.span.file]
    let line = file.line(file.line(at: Int(diagnostic.span.start)))
    let trimmed = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let identity = [diagnostic.rule.name, file.path, diagnostic.message, trimmed].joined(separator: "\u{0}")
    let count = seen[identity, default: 0]
    seen[identity] = count + 1
    // FNV-1a, 64 bits: no secret is kept, only equality matters.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(identity)\u{0}\(count)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A path as a relative URI reference: what may not stand there is percent-encoded.
  private static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return path.utf8.reduce(into: "") { result, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
