import PolicyModel
import PolicySyntax
import PolicyYAML
import Schedule

/// A policy read from disk: checked, or with what stands in its way.
struct PolicyFile {
  let path: String
  let map: SourceMap
  let policy: Policy?
  /// In the order in which they are shown.
  let diagnostics: [Diagnostic]

  /// Reads a policy, what it includes and the calendars that it names.
  ///
  /// - Parameter path: A file, or `-` for standard input.
  /// - Throws: `Failure` where the file cannot be read at all.
  init(_ path: String) throws {
    self.path = path
    let loaded = try YAMLInput.load(path)
    var calendars = CalendarFiles(loaded.map, folder: PolicyFile.folder(of: path))
    guard let main = loaded.documents.first, main.file == loaded.main else {
      map = loaded.map
      policy = nil
      diagnostics = loaded.map.sorted(loaded.diagnostics)
      return
    }
    let nodes = loaded.documents.map(\.node)
    for name in PolicySources.calendarNames(in: nodes) { try calendars.load(name) }
    let sources = PolicySources(
      map: calendars.map, main: main.node, mainFile: main.file, included: Array(nodes.dropFirst()),
      holidays: calendars.roots, shippedCalendars: ShippedCalendars.names,
      includeFailures: loaded.includeProblems.map {
        PolicySources.IncludeFailure(span: $0.span, message: $0.message)
      },
      yamlFindings: loaded.diagnostics + calendars.diagnostics, timezoneExists: Clock.knows,
      zones: Clock.zones)
    let (policy, diagnostics) = PolicyReader.read(sources)
    map = calendars.map
    self.policy = policy
    self.diagnostics = map.sorted(diagnostics)
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The compiled plan.
  ///
  /// - Throws: `Failure` with the findings on standard error where the policy has errors.
  func plan() throws -> Plan {
    guard let policy else {
      let errors = diagnostics.filter { $0.severity == .error }
      Terminal.writeError(TextReport(map).render(errors))
      throw Failure(
        "`\(path)` has \(errors.count == 1 ? "an error" : "\(errors.count) errors"); nothing was done")
    }
    return PlanCompiler.compile(policy, map, zones: Clock.zones)
  }
}

/// The calendars that policies name: shipped ones, or files beside the policy.
private struct CalendarFiles {
  private(set) var map: SourceMap
  private(set) var roots: [String: Node] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let folder: String

  init(_ map: SourceMap, folder: String) {
    self.map = map
    self.folder = folder
  }

  mutating func load(_ name: String) throws {
    let path: String
    let bytes: [UInt8]
    if let text = ShippedCalendars.text(named: name) {
      path = "shipped calendar \(name)"
      bytes = Array(text.utf8)
    } else if name.hasPrefix("./") {
      path = folder + String(name.dropFirst(2))
      do throws(SourceError) {
        bytes = try FileReading.read(path, limit: YAMLLimits().fileBytes)
      } catch {
        // The policy's reader says that the name leads nowhere.
        if error.code == .notFound { return }
        throw Failure(error.message)
      }
    } else {
      return
    }
    let file = map.add(path: path, bytes: bytes)
    let (root, found) = PolicyYAMLReader.read(bytes, file: file)
    diagnostics += found
    if let root { roots[name] = root }
  }
}
