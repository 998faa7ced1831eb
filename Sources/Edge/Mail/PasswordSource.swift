#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a password is kept; never the password itself.
package enum PasswordSource: Hashable, Sendable {
  /// A variable of the environment.
  case environment(name: String)
  /// The first line of a file.
  case file(path: String)
  /// The first line that a command of the shell prints, such as `pass show mail`.
  case command(String)

  /// The most bytes that a password has.
  package static let passwordBytes = 4_096
  /// The longest that a command may take: somebody may have to type something first.
  package static let commandSeconds = 60

  /// Fetches the password.
  ///
  /// - Parameter commandLimit: How long a command may take, in seconds.
  /// - Throws: `MailError` with the place that has none, and never with what was found there.
  package func read(commandLimit: Int = commandSeconds) throws(MailError) -> Secret {
    let (bytes, place) = try bytesAndPlace(commandLimit)
    var line = bytes.prefix { $0 != 10 }
    if line.last == 13 { line.removeLast() }
    guard !line.isEmpty else { throw Self.unusable("\(place) is empty") }
    guard line.count <= Self.passwordBytes, !line.contains(0),
      let text = String(validating: line, as: UTF8.self)
    else { throw Self.unusable("\(place) holds no line of text of at most \(Self.passwordBytes) bytes") }
    return Secret(text)
  }

  private func bytesAndPlace(_ commandLimit: Int) throws(MailError) -> (bytes: [UInt8], place: String) {
    switch self {
    case .environment(let name):
      guard let value = getenv(name) else {
        throw Self.unusable("the variable `\(name)` of the environment is not set: set it for this command")
      }
      return (Array(String(cString: value).utf8), "the variable `\(name)` of the environment")
    case .file(let path):
      let place = "the password's file `\(path)`"
      // Without O_NONBLOCK the opening of a pipe that nobody writes to would wait for ever.
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else {
        throw Self.unusable("\(place) cannot be read (\(String(cString: strerror(errno))))")
      }
      defer { close(descriptor) }
      guard let bytes = BoundedReading.read(descriptor, until: nil, limit: Self.passwordBytes + 2) else {
        throw Self.unusable("\(place) cannot be read: it has to be a file with one line")
      }
      return (bytes, place)
    case .command(let command):
      return (try ShellCommand.run(command, seconds: commandLimit), "what the password's command printed")
    }
  }

  private static func unusable(_ why: String) -> MailError { MailError(.noPassword, why) }
}
