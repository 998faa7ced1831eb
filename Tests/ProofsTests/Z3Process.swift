import Foundation

/// Debian's `z3`, asked over a pipe: one process for many questions.
final class Z3Process {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var unread = Data()

  /// Nil where this machine has no `z3`.
  init?() {
    let path = "/usr/bin/z3"
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-in", "-smt2", "-t:10000"]
    process.standardInput = input
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
  }

  /// `sat`, `unsat` or `unknown`; an error of z3 as it says it.
  func answer(_ script: String) -> String {
    input.fileHandleForWriting.write(Data("(push)\n\(script)\n(check-sat)\n(pop)\n".utf8))
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: unread[unread.startIndex..<end], as: UTF8.self)
        unread = Data(unread[unread.index(after: end)...])
        return line
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return "z3 ended" }
      unread.append(more)
    }
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
