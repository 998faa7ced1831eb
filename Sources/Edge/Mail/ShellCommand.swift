#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A command of the shell that prints a password; it is stopped where it takes too long, with all that it started.
enum ShellCommand {
  /// What the command prints.
  ///
  /// - Throws: `MailError` where it cannot be started, fails or takes too long; never with what it printed.
  static func run(_ command: String, seconds: Int) throws(MailError) -> [UInt8] {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw failure("could not be started") }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let started = start(command, printingTo: ends[1])
    close(ends[1])
    guard let child = started else { throw failure("could not be started") }
    let deadline = ContinuousClock.now + .seconds(seconds)
    let bytes = BoundedReading.read(ends[0], until: deadline, limit: PasswordSource.passwordBytes + 2)
    guard let bytes, let status = wait(for: child, until: deadline) else {
      // The whole group, or what it started would hold on.
      kill(-child, SIGKILL)
      var ignored: Int32 = 0
      waitpid(child, &ignored, 0)
      throw failure("took longer than \(seconds) s or printed more than a password")
    }
    guard status == 0 else { throw failure("failed: run it by hand to see why") }
    return bytes
  }

  private static func failure(_ what: String) -> MailError {
    MailError(.noPassword, "the command for the password \(what)")
  }

  /// The number of the process, which leads a group of its own.
  private static func start(_ command: String, printingTo output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setpgroup(&attributes, 0)
    // A thread that hears no signals would pass that on.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    let texts: [String] = ["sh", "-c", command]
    var words = texts.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    return posix_spawn(&child, "/bin/sh", &actions, &attributes, &words, environ) == 0 ? child : nil
  }

  /// How the command ended; nil where it has not by then. It may go on after it has printed all.
  private static func wait(for child: pid_t, until deadline: ContinuousClock.Instant) -> Int32? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { return status }
      guard ended == 0 || errno == EINTR, ContinuousClock.now < deadline else { return nil }
      usleep(5_000)
    }
  }
}
