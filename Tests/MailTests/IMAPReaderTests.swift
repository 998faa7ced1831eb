import Testing

@testable import Mail

/// A server's answers, taken off the connection within bounds, whatever the server sends.
@Suite struct IMAPReaderTests {
  /// A reader over these bytes, which come in pieces of that size.
  private func reader(_ bytes: [UInt8], pieces: Int = 7, budget: Int = 1 << 20) -> IMAPReader {
    var rest = bytes[...]
    var reader = IMAPReader { () throws(MailError) in
      let piece = Array(rest.prefix(pieces))
      rest = rest.dropFirst(pieces)
      return piece
    }
    reader.allow(budget)
    return reader
  }

  private func reader(_ text: String, pieces: Int = 7, budget: Int = 1 << 20) -> IMAPReader {
    reader(Array(text.utf8), pieces: pieces, budget: budget)
  }

  private static let fetch =
    "* 1 FETCH (UID 4 FLAGS (\\Seen (x)) INTERNALDATE \"17-Jul-2026 02:44:25 -0700\" BODY[] {9}\r\na)\r\nD1 OK)\r\nD1 OK\r\n"

  @Test(arguments: 1...20) func `a literal is read by its length, however the bytes come`(pieces: Int) throws
  {
    var reader = reader(Self.fetch, pieces: pieces)
    let item = try #require(IMAPFetchItem(try reader.next(literalLimit: 100)))
    #expect(item.number == 4 && item.body == Array("a)\r\nD1 OK".utf8))
    #expect(item.received == 1_784_281_465)
    #expect(try reader.next(literalLimit: 0).begins(with: "D1 OK"))
  }

  @Test func `words of all forms are told apart`() throws {
    var reader = reader("* 12 FETCH (BODY[]<0> \"a\\\"b\" UID 7 RFC822.SIZE 99)\r\n")
    let item = try #require(IMAPFetchItem(try reader.next(literalLimit: 0)))
    #expect(item.body == Array("a\"b".utf8) && item.number == 7 && item.size == 99)
    for text in [
      "* OK [UIDVALIDITY 3]\r\n", "* 1 FETCH\r\n", "* 1 EXISTS\r\n", "+ go on\r\n", "* 1 FETCH (\r\n", "\r\n",
    ] {
      var reader = self.reader(text)
      #expect(try IMAPFetchItem(reader.next(literalLimit: 0))?.number == nil)
    }
  }

  private func error(_ reader: IMAPReader, limit: Int = 100) -> String {
    var reader = reader
    do {
      while true { _ = try reader.next(literalLimit: limit) }
    } catch {
      return error.message
    }
  }

  @Test func `a hostile server ends with one sentence`() {
    #expect(error(reader("* 1 FETCH (BODY[] {101}\r\n")).contains("more than was asked for"))
    #expect(error(reader("* 1 FETCH (BODY[] {9999999999}\r\n")).contains("more than was asked for"))
    let many = String(repeating: "{1}\r\na", count: 20)
    #expect(error(reader("* 1 FETCH (\(many)")).contains("more than was asked for"))
    #expect(error(reader(String(repeating: "* OK\r\n", count: 1000), budget: 500)).contains("more than"))
    let endless = [UInt8](repeating: 65, count: MailboxLimits.answerBytes + 70_000)
    #expect(error(reader(endless, pieces: 65_536, budget: 1 << 30)).contains("a line without an end"))
    #expect(error(reader("* \u{0} x\r\n")).contains("does not speak IMAP"))
    #expect(error(reader(String(Self.fetch.prefix(60)))).contains("broke off"))
    #expect(error(reader("")).contains("broke off"))
  }

  @Test func `deep lists cost no more than their bytes`() throws {
    let deep = String(repeating: "(", count: 100_000)
    var reader = reader("* 1 FETCH (BODYSTRUCTURE \(deep) UID 3)\r\n", pieces: 65_536)
    #expect(try IMAPFetchItem(reader.next(literalLimit: 0))?.number == nil)
  }

  @Test func `folders are named as IMAP wants it`() {
    #expect(FolderName.encoded("INBOX") == "INBOX")
    #expect(FolderName.encoded("A & B") == "A &- B")
    #expect(FolderName.encoded("Entwürfe") == "Entw&APw-rfe")
    #expect(FolderName.encoded("台北") == "&U,BTFw-")
  }

  @Test(arguments: [
    ("Fri, 17 Jul 2026 02:44:25 -0700", 1_784_281_465), ("17-Jul-2026 02:44:25 -0700", 1_784_281_465),
    (" 1-Jan-1970 00:00:00 +0000", 0), ("1 Jan 1970 01:00 +0100", 0),
    ("29 Feb 2028 12:00:00 GMT", 1_835_438_400),
  ]) func `dates of mails are instants`(text: String, seconds: Int64) {
    #expect(MailTimestamp.seconds(of: text) == seconds)
  }

  @Test(arguments: ["", "yesterday", "32 Jan 2026 00:00:00 +0000", "1 Foo 2026 00:00:00 +0000", "1 Jan 2026"])
  func `what is no date is none`(text: String) { #expect(MailTimestamp.seconds(of: text) == nil) }

  @Test func `a day is written as a search wants it`() {
    #expect(MailTimestamp.day(of: 1_784_281_465) == "17-Jul-2026" && MailTimestamp.day(of: 0) == "1-Jan-1970")
    #expect(MailTimestamp.day(of: 951_782_400) == "29-Feb-2000" && MailTimestamp.day(of: -1) == "31-Dec-1969")
  }

  @Test func `batches are small, and none is empty`() {
    let entries = (1...120).map { MailboxEntry(number: UInt32($0), size: $0 == 60 ? 100 << 20 : 3 << 20) }
    let batches = Array(MailboxBatches(entries))
    #expect(batches.flatMap(\.self) == entries && batches.allSatisfy { !$0.isEmpty && $0.count <= 2 })
    let small = (1...120).map { MailboxEntry(number: UInt32($0), size: 10) }
    #expect(MailboxBatches(small).map(\.count) == [50, 50, 20])
  }
}
