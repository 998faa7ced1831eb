import Glibc
import Scaffold

/// Writes the files of a new project: all of them, or none.
struct ProjectWriter {
  let folder: String

  /// Makes the folders that are missing and writes each file where none is.
  ///
  /// - Throws: `Failure` where a file is there already or cannot be written; what was made before is taken back.
  func write(_ files: [Project.File]) throws {
    let there = files.map { path($0) }.filter { access($0, F_OK) == 0 }
    if let first = there.first {
      let more = there.count > 1 ? " and \(there.count - 1) more" : ""
      throw Failure(
        "`\(first)`\(more) is there already, and nothing is ever overwritten: choose another folder, "
          + "or move it away; nothing was written")
    }
    var made: [String] = []
    var folders: [String] = []
    do {
      for file in files {
        try makeFolders(of: path(file), &folders)
        try create(path(file), file.text, &made)
      }
    } catch {
      for path in made { unlink(path) }
      for path in folders.reversed() { rmdir(path) }
      throw error
    }
  }

  private func path(_ file: Project.File) -> String {
    folder == "." ? file.path : folder + (folder.hasSuffix("/") ? "" : "/") + file.path
  }

  private func makeFolders(of path: String, _ made: inout [String]) throws {
    var place = path.startIndex
    while let slash = path[place...].firstIndex(of: "/") {
      let folder = String(path[..<slash])
      place = path.index(after: slash)
      if folder.isEmpty || PolicyFolder.isFolder(folder) { continue }
      guard mkdir(folder, 0o777) == 0 else {
        throw Failure("the folder `\(folder)` cannot be made: \(reason()); nothing was written")
      }
      made.append(folder)
    }
  }

  private func create(_ path: String, _ text: String, _ made: inout [String]) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard file >= 0 else { throw Failure("`\(path)` cannot be written: \(reason()); nothing was written") }
    made.append(path)
    defer { close(file) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Failure("`\(path)` cannot be written: \(reason()); nothing was written") }
      bytes = bytes.dropFirst(count)
    }
  }

  private func reason() -> String { String(cString: strerror(errno)) }
}

/// Texts as words of a shell.
enum ShellText {
  /// A path as one word, in quotes where it needs them.
  static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy {
      ($0 | 0x20 >= 97 && $0 | 0x20 <= 122) || (48...57).contains($0) || "/._-+".utf8.contains($0)
    }
    return isPlain
      ? path
      : "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
