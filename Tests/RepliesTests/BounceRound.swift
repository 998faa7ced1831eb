import Foundation
import MailReading
import Replies
import Testing

/// A folder of reports with what each of them says, and how many of them are told hard or not hard as it says.
struct BounceRound {
  private(set) var right = 0
  private(set) var all = 0
  private(set) var wrong: [String] = []

  /// - Parameter folder: Has `mail/*.eml` and `truth.csv`: file, number of the recipient, status, code, reason, `true` for hard.
  init(_ folder: String) throws {
    let lines = try String(contentsOfFile: "\(folder)/truth.csv", encoding: .utf8).split(
      whereSeparator: \.isNewline)
    let reader = try ReplyFixtures.reader.get()
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      // The first recipient of a report is the one it is about; a vacation notice is no report.
      guard fields.count > 5, fields[1] == "1", fields[4] != "vacation" else { continue }
      let bytes = try LabelledFolder.bytes("\(folder)/mail/\(fields[0])")
      let mail = try #require(MailReader.read(bytes))
      let bounce = reader.understand(mail, context: ReplyFixtures.context).bounce
      all += 1
      if let bounce, (bounce.weight == .hard) == (fields[5] == "true") {
        right += 1
      } else {
        wrong.append(
          "\(fields[0]): \(bounce.map { "\($0.reason), \($0.weight)" } ?? "no bounce") instead of \(fields[4])"
        )
      }
    }
  }
}
