import CGMime
import Foundation
import TestSupport

@testable import Mail

/// What a reader that is none of ours finds in a message.
struct ReadMail: Decodable, Equatable {
  struct Part: Decodable, Equatable {
    let type: String
    let name: String?
    let charset: String?
    let bytes: [UInt8]
  }

  let headers: [String]
  let subject: String
  let from, replyTo, to, cc: [[String]]
  let messageID, inReplyTo: String
  let references: [String]
  let date: String
  let parts: [Part]
  let defects: [String]

  /// Reads messages with Python's email package, all in one process.
  static func byPython(_ messages: [[UInt8]]) throws -> [ReadMail] {
    var input = Data()
    for message in messages { input += Data("\(message.count)\n".utf8) + message }
    // Into files, not pipes: another child of this process could hold the end of a pipe open.
    let (file, answers) = (Self.temporaryFile(), Self.temporaryFile())
    for url in [file, answers] { try input.write(to: url) }
    defer { for url in [file, answers] { unlink(url.path) } }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", BuiltCommand.root.appendingPathComponent("Tests/Servers/read-mail.py").path,
    ]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = try FileHandle(forWritingTo: answers)
    try output.truncate(atOffset: 0)
    process.standardOutput = output
    try process.run()
    process.waitUntilExit()
    let text = try Data(contentsOf: answers)
    return try text.split(separator: 10).map { try JSONDecoder().decode(ReadMail.self, from: $0) }
  }

  private static func temporaryFile() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("duly-mails-\(UUID().uuidString)")
  }

  /// The subject and the mailboxes of a header as GMime reads them back; nil for what it takes for no message.
  static func byGMime(_ message: [UInt8]) -> (subject: String, to: [[String]], headers: [String])? {
    MIMELibrary.start()
    let stream = message.withUnsafeBytes { g_mime_stream_mem_new_with_buffer($0.baseAddress, $0.count) }
    defer { g_object_unref(stream) }
    let parser = g_mime_parser_new_with_stream(stream)
    defer { g_object_unref(parser) }
    guard let parsed = g_mime_parser_construct_message(parser, nil) else { return nil }
    defer { g_object_unref(parsed) }
    let list = g_mime_message_get_addresses(parsed, GMIME_ADDRESS_TYPE_TO)
    let to = (0..<internet_address_list_length(list)).map { place -> [String] in
      let entry = internet_address_list_get_address(list, place)
      let name = internet_address_get_name(entry).map { String(cString: $0) } ?? ""
      let mailbox = UnsafeMutableRawPointer(entry)?.assumingMemoryBound(to: InternetAddressMailbox.self)
      return [name, internet_address_mailbox_get_addr(mailbox).map { String(cString: $0) } ?? ""]
    }
    let object = UnsafeMutableRawPointer(parsed).assumingMemoryBound(to: GMimeObject.self)
    let headers = g_mime_object_get_header_list(object)
    let names = (0..<g_mime_header_list_get_count(headers)).compactMap { place in
      g_mime_header_get_name(g_mime_header_list_get_header_at(headers, place)).map { String(cString: $0) }
    }
    return (g_mime_message_get_subject(parsed).map { String(cString: $0) } ?? "", to, names)
  }
}
