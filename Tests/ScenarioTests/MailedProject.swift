import Foundation
import TestSupport

/// A project folder whose mail goes to the real server of the tests; every project has recipients of its own.
final class MailedProject {
  private let folder: TemporaryFolder
  /// What all of its recipients begin with.
  let prefix = "p" + UUID().uuidString.prefix(8).lowercased()
  private let duly: BuiltCommand

  var path: URL { folder.url }

  /// - Parameter files: Policy, books and the like; `PREFIX` in them is what recipients begin with.
  init(_ files: [String: String], settings: String = "journal: journal.sqlite") throws {
    let server = try TestMailServers.postfix()
    let prefix = self.prefix
    var files = files.mapValues { $0.replacingOccurrences(of: "PREFIX", with: prefix) }
    files["duly.yaml"] = """
      duly: 1
      test: true
      policies: [policy.yaml]
      books: { csv: books }
      \(settings)
      mail:
        smtp:
          url: smtp://localhost:\(try server.setting("submission"))
          user: \(try server.setting("user"))
          password: { file: password }
          ca_file: \(try server.setting("folder"))/tls/ca.pem

      """
    files["password"] = try server.setting("password") + "\n"
    folder = try TemporaryFolder(files)
    duly = try BuiltCommand("duly")
  }

  /// A small policy: one segment, one schedule, one tone.
  ///
  /// - Parameters:
  ///   - owner: The local part of the owner's address.
  ///   - calendar: What stands behind `calendar:`; nil where the policy has none.
  ///   - tiers: What stands between the braces of each.
  ///   - more: Whole lines for its end.
  static func policy(
    owner: String = "PREFIX.owner", calendar: String? = nil, tiers: [String], more: String = ""
  ) -> String {
    """
    duly: 1
    policy: small
    business:
      name: Acme Joinery Ltd
      timezone: Europe/London
      currency: GBP
      language: en
      sender: { name: Acme Joinery, email: accounts@acme.test }
      owner: { name: Priya Shah, email: \(owner)@customer.test }
    \(calendar.map { "calendar: \($0)\n" } ?? "")segments:
      - { name: everyone, schedule: standard, tone: plain }
    schedules:
      standard:
    \(tiers.map { "    - { \($0) }" }.joined(separator: "\n"))
    tones:
      plain:
        default: { subject: "{{ invoice.number }}", body: "{{ money(total_due) }} is open." }
    \(more)
    """
  }

  func write(_ name: String, _ text: String) throws {
    let text = text.replacingOccurrences(of: "PREFIX", with: prefix)
    try Data(text.utf8).write(to: path.appendingPathComponent(name))
  }

  /// Runs `duly` in the folder, the words split at blanks.
  func duly(_ line: String) throws -> BuiltCommand.Outcome {
    try duly.run(line.split(separator: " ").map(String.init), in: path)
  }

  /// An answer in JSON.
  func json(_ line: String) throws -> [String: Any] {
    let outcome = try duly(line)
    return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any] ?? [:]
  }

  /// What waits in the review.
  func items() throws -> [[String: Any]] {
    try json("review list --format json")["items"] as? [[String: Any]] ?? []
  }

  /// The mails in the mailbox of `PREFIX` and the rest of a local part.
  func mailbox(_ rest: String, count: Int) async throws -> [String] {
    try await TestMailServers.mailbox(prefix + rest + "@customer.test", count: count).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
