import Journal
import PolicyModel
import PolicySyntax
import PolicyYAML
import Receivables
import Schedule

/// A policy read from disk: checked, or with what stands in its way.
struct PolicyFile {
  let path: String
  let map: SourceMap
  let policy: Policy?
  /// In the order in which they are shown.
  let diagnostics: [Diagnostic]
  /// What the policy was read from; nil where its file is no YAML.
  private let sources: PolicySources?
  /// The policy's own files, in the order of `PolicySources`: the main one, then its includes.
  private let files: [FileID]

  /// Reads a policy, what it includes and the calendars that it names.
  ///
  /// - Parameters:
  ///   - path: A file, or `-` for standard input.
  ///   - look: Looks into books with the plan of a policy without errors; then the rules about books find something, too.
  /// - Throws: `Failure` where the file cannot be read at all, and what `look` throws.
  init(_ path: String, with look: ((Plan) throws -> BooksLook)? = nil) throws {
    self.path = path
    let loaded = try YAMLInput.load(path)
    var named = NamedFiles(loaded.map, folder: PolicyFile.folder(of: path))
    guard let main = loaded.documents.first, main.file == loaded.main else {
      map = loaded.map
      policy = nil
      diagnostics = loaded.map.sorted(loaded.diagnostics)
      sources = nil
      files = []
      return
    }
    let nodes = loaded.documents.map(\.node)
    for name in PolicySources.calendarNames(in: nodes) { try named.load(name) }
    let charges = try named.loadCharges(ChargeSources.names(in: nodes))
    let sources = PolicySources(
      map: named.map, main: main.node, mainFile: main.file, included: Array(nodes.dropFirst()),
      holidays: named.roots, calendars: named.calendars, shippedCalendars: ShippedCalendars.names,
      charges: charges,
      includeFailures: loaded.includeProblems.map {
        PolicySources.IncludeFailure(span: $0.span, message: $0.message)
      },
      yamlFindings: loaded.diagnostics + named.diagnostics, timezoneExists: Clock.knows,
      zones: Clock.zones, today: Clock.today)
    var (policy, diagnostics) = PolicyReader.read(sources)
    if let look, let sound = policy {
      let books = try look(PlanCompiler.compile(sound, named.map, zones: Clock.zones))
      (policy, diagnostics) = PolicyReader.read(sources.with(books))
    }
    map = named.map
    self.policy = policy
    self.diagnostics = map.sorted(diagnostics)
    self.sources = sources
    files = loaded.documents.map(\.file)
  }

  /// The trees of the policy's own files: the main one, then its includes.
  var roots: [Node] { sources.map { [$0.main] + $0.included } ?? [] }

  /// The plan of the policy with other text in one of its own files; nil where that is no policy without errors.
  func plan(with bytes: [UInt8], in file: FileID) -> Plan? {
    guard let sources, let place = files.firstIndex(of: file) else { return nil }
    var changed = SourceMap()
    for known in map.fileIDs {
      _ = changed.add(path: map[known].path, bytes: known == file ? bytes : map[known].bytes)
    }
    let (tree, found) = PolicyYAMLReader.read(bytes, file: file)
    guard let tree, !found.contains(where: { $0.severity == .error }) else { return nil }
    var roots = self.roots
    roots[place] = tree
    let (policy, _) = PolicyReader.read(sources.with(changed, roots))
    return policy.map { PlanCompiler.compile($0, changed, zones: Clock.zones) }
  }

  /// Digest of all files that the policy is made of.
  var digest: String {
    var bytes: [UInt8] = []
    for file in map.fileIDs {
      bytes += Array("\(map[file].bytes.count):".utf8)
      bytes += map[file].bytes
    }
    return SHA256.hex(of: bytes)
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The compiled plan.
  ///
  /// - Throws: `Failure` with the findings on standard error where the policy has errors.
  ///
  /// - Parameter former: What a journal speaks of.
  func plan(former: FormerNames = FormerNames()) throws -> Plan {
    guard let policy else {
      let errors = diagnostics.filter { $0.severity == .error }
      Terminal.writeError(TextReport(map).render(errors))
      throw Failure(
        "`\(path)` has \(errors.count == 1 ? "an error" : "\(errors.count) errors"); nothing was done")
    }
    return PlanCompiler.compile(policy, map, zones: Clock.zones, former: former)
  }
}

extension PolicySources {
  /// The same with what books say.
  fileprivate func with(_ books: BooksLook) -> PolicySources {
    PolicySources(
      map: map, main: main, mainFile: mainFile, included: included, holidays: holidays, calendars: calendars,
      shippedCalendars: shippedCalendars, charges: charges, includeFailures: includeFailures,
      yamlFindings: yamlFindings, timezoneExists: timezoneExists, zones: zones, today: today, books: books)
  }

  /// The same with other text in the policy's own files.
  fileprivate func with(_ map: SourceMap, _ roots: [Node]) -> PolicySources {
    PolicySources(
      map: map, main: roots[0], mainFile: mainFile, included: Array(roots.dropFirst()), holidays: holidays,
      calendars: calendars, shippedCalendars: shippedCalendars, charges: charges,
      includeFailures: includeFailures, timezoneExists: timezoneExists, zones: zones, today: today)
  }
}

/// The calendars and tables that policies name: shipped ones, or files beside the policy.
private struct NamedFiles {
  private(set) var map: SourceMap
  private(set) var roots: [String: Node] = [:]
  private(set) var calendars: [String: HolidayCalendar] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let folder: String

  init(_ map: SourceMap, folder: String) {
    self.map = map
    self.folder = folder
  }

  /// The tables that `charges:` names.
  mutating func loadCharges(_ names: (rates: [String], compensations: [String])) throws -> ChargeSources {
    var rates: [String: RateTable] = [:]
    var compensations: [String: CompensationTable] = [:]
    var files: [String: Node] = [:]
    for name in names.rates { rates[name] = ShippedRates.table(named: name) }
    for name in names.compensations { compensations[name] = ShippedRates.compensation(named: name) }
    for name in Set(names.rates + names.compensations).sorted() where name.hasPrefix("./") {
      if let bytes = try bytes(ofFile: name) {
        let (root, found) = PolicyYAMLReader.read(bytes, file: map.add(path: path(name), bytes: bytes))
        diagnostics += found
        if let root { files[name] = root }
      }
    }
    return ChargeSources(
      rates: rates, compensations: compensations, files: files, rateNames: ShippedRates.names,
      compensationNames: ShippedRates.compensationNames)
  }

  private func path(_ name: String) -> String { folder + String(name.dropFirst(2)) }

  /// Nil where there is no such file.
  private func bytes(ofFile name: String) throws -> [UInt8]? {
    do throws(SourceError) {
      return try FileReading.read(path(name), limit: YAMLLimits().fileBytes)
    } catch {
      if error.code == .notFound { return nil }
      throw Failure(error.message)
    }
  }

  mutating func load(_ name: String) throws {
    if let calendar = ShippedCalendars.calendar(named: name) {
      calendars[name] = calendar
      return
    }
    // The policy's reader says that another name leads nowhere.
    guard name.hasPrefix("./") else { return }
    guard let bytes = try bytes(ofFile: name) else { return }
    let file = map.add(path: path(name), bytes: bytes)
    if name.lowercased().hasSuffix(".ics") {
      let (calendar, found) = ICalendarReader.read(bytes, file: file)
      diagnostics += found
      calendars[name] = calendar
    } else {
      let (root, found) = PolicyYAMLReader.read(bytes, file: file)
      diagnostics += found
      if let root { roots[name] = root }
    }
  }
}
