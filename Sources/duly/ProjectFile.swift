import Glibc
import PolicySyntax
import PolicyYAML

/// `duly.yaml`: where things are. Found in the working folder or above it.
struct ProjectFile {
  /// Paths that can be opened from the working folder.
  let policies: [String]
  let books: String?
  /// The journal's file.
  let journal: String?
  /// What the journal's first hash begins with, noted once it had events: another one, or none, is not the journal that is
  /// meant.
  let journalBegins: String?
  /// True for a project of tests: times other than the clock's may be given.
  let isTest: Bool
  let mail: MailSettings
  private let path: String

  /// The project file here or above.
  ///
  /// - Throws: `Failure` where there is none, or it cannot be used.
  static func find() throws -> ProjectFile {
    guard let found = try findIfAny() else {
      throw Failure("no policy was named, and there is no duly.yaml here or above")
    }
    return found
  }

  /// The project file here or above, nil where there is none.
  static func findIfAny() throws -> ProjectFile? {
    var folder = ""
    for _ in 0..<32 {
      if access(folder + "duly.yaml", R_OK) == 0 { return try ProjectFile(folder: folder) }
      folder += "../"
    }
    return nil
  }

  /// The policy of that name or path; the only one where none is named.
  func policy(named name: String?) throws -> String {
    guard let name else {
      guard policies.count == 1, let only = policies.first else {
        throw Failure("\(path) names \(policies.count) policies: say which one with --policy NAME")
      }
      return only
    }
    let found = policies.filter { path in
      let file = path.split(separator: "/").last.map(String.init) ?? path
      return path == name || file == name || file == name + ".yaml"
    }
    guard found.count == 1, let only = found.first else {
      throw Failure("\(path) names no one policy `\(name)`; it names \(policies.joined(separator: ", "))")
    }
    return only
  }

  private init(folder: String) throws {
    path = folder + "duly.yaml"
    let loaded = try YAMLInput.load(path)
    let isBroken = YAMLInput.complain(loaded)
    guard !isBroken, let root = loaded.documents.first?.node, root["duly"]?.scalar?.text == "1" else {
      throw Failure("\(path) cannot be used: it is a mapping that begins with `duly: 1`")
    }
    let known = ["duly", "policies", "books", "journal", "journal_begins", "mail", "test"]
    if let entry = root.mapping?.first(where: { !known.contains($0.name) }) {
      throw Failure("\(loaded.map.place(entry.key.span)): `\(entry.name)` is no key of a project file")
    }
    let named = root["policies"].map { $0.sequence ?? [$0] } ?? []
    func fromHere(_ path: String) -> String { path.hasPrefix("/") ? path : folder + path }
    policies = named.compactMap { $0.scalar?.text }.map(fromHere)
    guard !policies.isEmpty else {
      throw Failure("\(path) names no policy: add a line such as `policies: [policies/NAME.yaml]`")
    }
    books = (root["books"]?["csv"]?.scalar?.text).map(fromHere)
    isTest = root["test"]?.scalar?.text == "true"
    journal = try root["journal"].map { node in
      guard let text = node.scalar?.text, !text.isEmpty, !text.contains("://") else {
        throw Failure(
          "\(loaded.map.place(node.span)): `journal` is the path of a file, such as `journal: journal.sqlite`"
        )
      }
      return fromHere(text)
    }
    journalBegins = try root["journal_begins"].map { node in
      guard let text = node.scalar?.text, text.utf8.count >= 8, text.allSatisfy(\.isHexDigit) else {
        throw Failure(
          "\(loaded.map.place(node.span)): `journal_begins` is what `duly journal verify` says that the journal begins with"
        )
      }
      return text.lowercased()
    }
    mail = try MailSettings(root["mail"], place: loaded.map.place, folder: folder)
  }
}
