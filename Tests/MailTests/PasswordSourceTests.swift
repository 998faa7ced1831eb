import Foundation
import Testing

@testable import Mail

@Suite struct PasswordSourceTests {
  private func file(_ bytes: [UInt8]) throws -> String {
    let path = NSTemporaryDirectory() + "duly-password-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func refusal(_ source: PasswordSource) -> String {
    do throws(MailError) {
      _ = try source.read(commandLimit: 1)
      return ""
    } catch {
      return error.message
    }
  }

  @Test(arguments: ["correct horse", "correct horse\n", "correct horse\r\n", "correct horse\nsecond line\n"])
  func `the first line of a file is the password`(text: String) throws {
    let path = try file(Array(text.utf8))
    defer { unlink(path) }
    #expect(try PasswordSource.file(path: path).read().text == "correct horse")
  }

  @Test func `a file without a password is told by its name alone`() throws {
    let path = try file([0xFF, 0xFE, 1])
    let empty = try file([10])
    let long = try file([UInt8](repeating: 65, count: 5_000))
    defer { for path in [path, empty, long] { unlink(path) } }
    #expect(refusal(.file(path: path)).contains("holds no line of text"))
    #expect(refusal(.file(path: empty)).contains("is empty"))
    #expect(refusal(.file(path: long)).contains("cannot be read"))
    #expect(refusal(.file(path: "/nowhere/at/all")).contains("No such file"))
    #expect(refusal(.file(path: "/")).contains("cannot be read"))
  }

  @Test func `a variable of the environment is the password`() throws {
    setenv("DULY_TEST_PASSWORD", "correct horse", 1)
    #expect(try PasswordSource.environment(name: "DULY_TEST_PASSWORD").read().text == "correct horse")
    #expect(refusal(.environment(name: "DULY_TEST_NO_PASSWORD")).contains("`DULY_TEST_NO_PASSWORD`"))
  }

  @Test func `what a command prints is the password`() throws {
    #expect(try PasswordSource.command("printf 'correct %s\\nrest' horse").read().text == "correct horse")
  }

  @Test(arguments: [
    "printf secret-word; exit 3", "printf ''", "yes secret-word", "no-such-command-at-all 2>/dev/null",
  ])
  func `a command that gives none is told without what it printed`(command: String) {
    let told = refusal(.command(command))
    #expect(!told.isEmpty && !told.contains("secret-word"))
  }

  @Test func `a command that takes too long is stopped with all that it started`() async throws {
    let path = try file([])
    defer { unlink(path) }
    let told = refusal(.command("sleep 600 & echo $! > '\(path)'; wait"))
    #expect(told.contains("longer than 1 s"))
    let child = try #require(
      pid_t(String(contentsOfFile: path, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
    // A killed process is gone, or waits for its new parent to look, as soon as the system gets to it.
    func isRunning() -> Bool {
      let state = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
      return state.map { !$0.contains(") Z ") } ?? false
    }
    let deadline = ContinuousClock.now + .seconds(20)
    while isRunning(), ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(10)) }
    #expect(!isRunning())
  }
}
