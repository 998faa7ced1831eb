import Foundation
import Testing

@testable import Mail

@Suite struct LetterOutboxTests {
  private let folder = NSTemporaryDirectory() + "duly-outbox-\(UUID().uuidString)"

  private func letter(_ text: String = "Good morning", html: String? = nil, paper: PaperLetter.Paper = .a4)
    -> PaperLetter
  {
    PaperLetter(
      sender: "Acme Joinery · 1 Mill Lane", recipient: ["Ada <Ltd>", "", "2 High Street", "London"],
      date: "2 March 2026",
      subject: "Invoice 4711 & more", text: text, html: html, language: "en-GB", paper: paper)
  }

  private var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
  }

  @Test func `a letter is there once, under its key`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let outbox = LetterOutbox(folder: folder)
    let path = try outbox.put(letter(), key: "A1/first")
    #expect(try outbox.put(letter(), key: "A1/first") == path)
    #expect(try files == ["A1%2Ffirst.html"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `another letter of the same key is refused and the first one stays`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let outbox = LetterOutbox(folder: folder)
    let path = try outbox.put(letter(), key: "A1")
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: MailError.self) { try outbox.put(letter("Other words"), key: "A1") }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try files == ["A1.html"])
  }

  @Test(arguments: ["../../etc/passwd", ".hidden", "a/b", "a\0b", "ü", "-rf", "CON", "a\nb"])
  func `no key leads out of the folder`(key: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try LetterOutbox(folder: folder).put(letter(), key: key)
    let name = try #require(try files.first)
    #expect(!name.hasPrefix(".") && !name.contains("/") && name.hasSuffix(".html"))
  }

  @Test func `two keys never share a name, and one that is too long is refused`() throws {
    let keys = ["a/b", "a%2Fb", "a-b", "a_b", "A/b", "a.b", ".ab", "%2Eab"]
    #expect(Set(try keys.map { try LetterOutbox.name(of: $0) }).count == keys.count)
    #expect(throws: MailError.self) { try LetterOutbox.name(of: "") }
    #expect(throws: MailError.self) { try LetterOutbox.name(of: String(repeating: "/", count: 100)) }
  }

  @Test func `a folder that takes nothing is told, and a letter to nowhere is none`() {
    #expect(throws: MailError.self) { try LetterOutbox(folder: "/dev/null/outbox").put(letter(), key: "A1") }
    let nowhere = PaperLetter(
      sender: "", recipient: [" "], date: "", subject: "x", text: "y", language: "en")
    #expect(throws: MailError.self) { try LetterOutbox(folder: folder).put(nowhere, key: "A1") }
  }

  @Test func `the page escapes values and takes the body of an HTML letter`() {
    let plain = letter("1 < 2\nsecond line").page()
    #expect(plain.contains("Ada &lt;Ltd&gt;<br>\n2 High Street<br>\nLondon"))
    #expect(plain.contains("<h1>Invoice 4711 &amp; more</h1>") && plain.contains("1 &lt; 2\nsecond line"))
    #expect(plain.contains("@page { size: A4"))
    let page = letter(html: "<html><BODY style=\"x\"><p>Words</p></BODY></html>", paper: .usLetter).page()
    #expect(page.contains("<div class=\"words\">\n<p>Words</p>\n</div>"))
    #expect(page.contains("@page { size: letter") && !page.contains("Good morning"))
  }
}
