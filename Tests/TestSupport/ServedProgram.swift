import Foundation

/// A program of `Tests/Servers` that runs as long as this process does: it ends when its standard input does.
package final class ServedProgram: Sendable {
  /// A server that could not be started.
  package struct NotStarted: Error, CustomStringConvertible {
    package let description: String
  }

  /// What it printed before `ready`: two words a line, parted by a blank or an equals sign.
  package let settings: [String: String]

  /// Starts a program and waits until it says that it is ready.
  ///
  /// Without Foundation's `Process`, which knows by an open file that a child lives on: a server that inherits another
  /// child's file would make that child immortal, so it inherits none. The end of the program's input is left open until this
  /// process ends, however it ends.
  package init(_ name: String, _ arguments: [String]) throws {
    var (input, output): ([Int32], [Int32]) = ([0, 0], [0, 0])
    guard pipe(&input) == 0, pipe(&output) == 0 else {
      throw NotStarted(description: "no pipes for \(name)")
    }
    for end in input + output { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input[0], 0)
    posix_spawn_file_actions_adddup2(&actions, output[1], 1)
    // Of a file that is not open nothing is closed, and that is no error below the limit of open files.
    for inherited in 3..<min(Int32(sysconf(Int32(_SC_OPEN_MAX))), 4_096) {
      posix_spawn_file_actions_addclose(&actions, inherited)
    }
    // The threads that tests run on hear no signals, and what they start would not either: no server could be stopped.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let path =
      name.hasPrefix("/") ? name : BuiltCommand.root.appendingPathComponent("Tests/Servers/\(name)").path
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard posix_spawn(&child, path, &actions, &attributes, &words, environ) == 0 else {
      throw NotStarted(description: "\(name) could not be started")
    }
    close(input[0])
    close(output[1])
    let answers = FileHandle(fileDescriptor: output[0])
    var text = ""
    while !text.hasSuffix("ready\n") {
      let part = answers.availableData
      guard !part.isEmpty else { throw NotStarted(description: "\(name) ended after \"\(text)\"") }
      text += String(decoding: part, as: UTF8.self)
    }
    settings = Dictionary(
      text.split(separator: "\n").compactMap { line in
        let words = line.split(maxSplits: 1) { $0 == " " || $0 == "=" }.map(String.init)
        return words.count == 2 ? (words[0], words[1]) : nil
      }, uniquingKeysWith: { $1 })
  }

  /// A setting that must be there.
  package func setting(_ name: String) throws -> String {
    guard let value = settings[name] else { throw NotStarted(description: "no setting `\(name)`") }
    return value
  }
}
