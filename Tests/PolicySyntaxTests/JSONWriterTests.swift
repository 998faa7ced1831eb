import PolicySyntax
import Testing

@Suite struct JSONWriterTests {
  private func write(_ layout: JSONWriter.Layout, _ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(layout: layout)
    body(&json)
    return json.text
  }

  private func sample(_ json: inout JSONWriter) {
    json.object {
      $0.member("a", 1)
      $0.member("b") {
        $0.array {
          $0.string("x"); $0.null(); $0.boolean(false); $0.array { _ in }
        }
      }
      $0.member("c", nil)
      $0.member("d") { $0.object { _ in } }
      $0.member("e") { $0.array(of: [-1, 2]) { $0.integer($1) } }
    }
  }

  @Test func `members and elements are separated, nothing else is`() {
    #expect(write(.compact, sample) == #"{"a":1,"b":["x",null,false,[]],"c":null,"d":{},"e":[-1,2]}"#)
  }

  @Test func `members are put in the order of their names where that is asked for, at every depth`() {
    var json = JSONWriter(ordersMembers: true)
    json.object {
      $0.member("tone", "a,b")
      $0.member("to") {
        $0.array(of: [2, 1]) { json, number in
          json.object {
            $0.member("z", number)
            $0.key("a\"b")
            $0.null()
            $0.member("a", 0)
          }
        }
      }
      $0.member("empty") { $0.object { _ in } }
      $0.member("A", true)
    }
    #expect(
      json.text
        == #"{"A":true,"empty":{},"to":[{"a":0,"a\"b":null,"z":2},{"a":0,"a\"b":null,"z":1}],"tone":"a,b"}"#)
  }

  @Test func `the indented layout gives each member a line`() {
    let expected = """
      {
        "a": 1,
        "b": [
          "x",
          null,
          false,
          []
        ],
        "c": null,
        "d": {},
        "e": [
          -1,
          2
        ]
      }
      """
    #expect(write(.indented, sample) == expected)
  }

  @Test(
    arguments: [
      ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#), ("\n\r\t", #""\n\r\t""#),
      ("\0\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
      ("ü😀\u{2028}", "\"ü😀\u{2028}\""), ("", "\"\""),
    ])
  func `a text is quoted and its controls escaped`(_ text: String, _ expected: String) {
    #expect(write(.compact) { $0.string(text) } == expected)
  }

  @Test func `lines of values stand one below the other`() {
    let text = write(.compact) { json in
      json.object { $0.member("a", true) }
      json.endLine()
      json.object { $0.member("b", "x") }
      json.endLine()
    }

    #expect(text == "{\"a\":true}\n{\"b\":\"x\"}\n")
  }
}
