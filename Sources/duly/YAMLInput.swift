import PolicySyntax
import PolicyYAML

/// Reads YAML that a person names on the command line.
enum YAMLInput {
  /// The file and what it includes; `-` reads standard input.
  ///
  /// - Throws: `Failure` where it cannot be read at all; what is wrong inside it is among the diagnostics.
  static func load(_ path: String) throws -> LoadedSources {
    do throws(SourceError) {
      guard path == "-" else { return try SourceLoader.load(path) }
      let bytes = try FileReading.readStandardInput(limit: YAMLLimits().fileBytes)
      return SourceLoader.load(bytes: bytes, path: "standard input")
    } catch {
      throw Failure(error.message)
    }
  }

  /// Writes the errors of a file to standard error, if there are any.
  ///
  /// - Returns: True if there are.
  static func complain(_ loaded: LoadedSources, _ further: [Diagnostic] = []) -> Bool {
    let errors = loaded.map.sorted(loaded.diagnostics + further).filter { $0.severity == .error }
    if !errors.isEmpty { Terminal.writeError(TextReport(loaded.map).render(errors)) }
    return !errors.isEmpty
  }
}
