import Testing

@testable import Journal

@Suite struct CanonicalJSONTests {
  @Test(arguments: [
    "{}", #"{"a":1}"#, #"{"a":{"b":[]},"b":[1,-0,0.5,1e9,-2.5E-3,true,false,null,"x"]}"#,
    #"{"a":"\"\\\/\b\f\n\r\t\u00fF"}"#,
    #"{"A":1,"a":2,"ab":3,"é":4}"#, #"{"":0}"#,
  ])
  func `an object in the journal's form is one`(text: String) {
    #expect(CanonicalJSON.mistake(in: text) == nil)
  }

  @Test(arguments: [
    ("", "is no JSON object"), ("null", "is no JSON object"), ("[]", "is no JSON object"),
    (" {}", "is no JSON object"),
    ("{", "lacks a quote at its byte 1"), (#"{"a"}"#, "lacks a colon at its byte 4"),
    (#"{"a":}"#, "lacks a value that is JSON at its byte 5"), (#"{"a":1,}"#, "lacks a quote at its byte 7"),
    (#"{"b":1,"a":1}"#, "has names out of order, or one twice"),
    (#"{"a":1,"a":1}"#, "has names out of order, or one twice"),
    (#"{"a":01}"#, "lacks a value that is JSON at its byte 5"),
    (#"{"a":1.}"#, "has a broken number at its byte 5"),
    (#"{"a":1e}"#, "has a broken number at its byte 5"),
    (#"{"a":nul}"#, "lacks a value that is JSON at its byte 8"),
    (#"{"a":"\x"}"#, "has an escape that JSON has not at its byte 7"),
    (#"{"a":"\u12g4"}"#, "has a broken escape at its byte 10"),
    ("{\"a\":\"\n\"}", "has a control character at its byte 6"), (#"{"a":"b"#, "lacks a quote at its byte 7"),
    (#"{"a":[1}"#, "lacks the end of an object or array at its byte 7"),
    ("{}{}", "goes on behind its object"),
    ("{}\n", "goes on behind its object"),
  ])
  func `what is not in that form is named with its place`(text: String, mistake: String) {
    #expect(CanonicalJSON.mistake(in: text) == mistake)
  }

  @Test func `objects within each other end at a limit`() {
    func nested(_ depth: Int) -> String {
      #"{"a":"# + String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1) + "}"
    }
    #expect(CanonicalJSON.mistake(in: nested(JournalLimits.bodyDepth)) == nil)
    #expect(CanonicalJSON.mistake(in: nested(JournalLimits.bodyDepth + 1))?.contains("more than 32") == true)
    #expect(CanonicalJSON.mistake(in: nested(100_000))?.contains("more than 32") == true)
  }
}
