import Testing

@testable import Letters

@Suite struct TemplateParserTests {
  /// A tree in one line: `if(a: x | else: y)`, values and names with the text that their range underlines.
  private func outline(_ text: String) -> String { outline(TemplateParser(text, part: .body).nodes, text) }

  private func outline(_ nodes: [TemplateNode], _ text: String) -> String {
    func source(_ source: TemplateNode.Source) -> String {
      #expect(underlined(source.range, in: text) == source.text)
      return source.text
    }
    return nodes.map { node in
      switch node.kind {
      case .text(let bytes): return "‹\(String(decoding: bytes, as: UTF8.self).replacing("\n", with: "↵"))›"
      case .value(let value): return "=\(source(value))"
      case .table: return "table"
      case .partial(let name): return ">\(source(name))"
      case .conditional(let branches, let otherwise):
        let parts = branches.map { "\(source($0.condition)): \(outline($0.body, text))" }
        return "if(\(parts.joined(separator: " | ")) | else: \(outline(otherwise, text)))"
      case .loop(let list, let name, let body, let otherwise):
        return
          "each(\(source(name)) in \(source(list)): \(outline(body, text)) | else: \(outline(otherwise, text)))"
      }
    }.joined()
  }

  @Test(arguments: [
    ("", ""),
    ("Hello", "‹Hello›"),
    ("Hi {{ a.b }}!", "‹Hi ›=a.b‹!›"),
    ("{{a}}{{ b }}", "=a=b"),
    ("é{{ x }}", "‹é›=x"),
    (#"{{ "}}" + x }}"#, #"="}}" + x"#),
    (#"{{ '\'}}' }}"#, #"='\'}}'"#),
    (#"{{ r"\" }}"#, #"=r"\""#),
    (#"{{ """a"}}" """ }}"#, #"="""a"}}" """"#),
    (#"{{ {"a": {"b": 1}}.a.b }}"#, #"={"a": {"b": 1}}.a.b"#),
    (#"\{{ x }}"#, "‹{{ x }}›"),
    ("a } b }} c { d", "‹a } b }} c { d›"),
    ("a{{! a note: don't }}b", "‹a›‹b›"),
    ("{{> footer-1 }}", ">footer-1"),
    ("{{#if a}}x{{/if}}", "if(a: ‹x› | else: )"),
    ("{{# if a }}x{{ else }}y{{/ if }}", "if(a: ‹x› | else: ‹y›)"),
    ("{{#if a}}x{{else if b}}y{{else}}z{{/if}}", "if(a: ‹x› | b: ‹y› | else: ‹z›)"),
    ("{{#each l as e}}{{ e }}{{else}}none{{/each}}", "each(e in l: =e | else: ‹none›)"),
    ("{{#each l.filter(x, x.as) as e}}{{/each}}", "each(e in l.filter(x, x.as):  | else: )"),
    ("{{ invoice_table }}", "table"),
    ("{{ invoice_tables }}", "=invoice_tables"),
  ])
  func `a text becomes a tree whose ranges underline it`(text: String, expected: String) {
    #expect(TemplateParser(text, part: .body).issues == [])
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("a\n{{#if x}}\nb\n{{/if}}\nc\n", "‹a↵›if(x: ‹b↵› | else: )‹c↵›"),
    ("a\r\n  {{#if x}}  \r\nb\r\n{{/if}}\r\nc", "‹a↵›if(x: ‹b↵› | else: )‹c›"),
    ("a {{#if x}}\nb{{/if}}\n", "‹a ›if(x: ‹↵›‹b› | else: )‹↵›"),
    ("{{#if x}}{{#if y}}\nb\n{{/if}}{{/if}}\n", "if(x: if(y: ‹b↵› | else: ) | else: )"),
    ("{{! note }}\nb\n", "‹b↵›"),
    ("{{ x }}\nb\n", "=x‹↵›‹b↵›"),
    ("{{> x }}\nb\n", ">x‹↵›‹b↵›"),
    ("  {{ invoice_table }}  \nb", "table‹↵›‹b›"),
    ("Open: {{ invoice_table }} Bye\n", "‹Open:›‹↵›table‹↵›‹Bye↵›"),
    ("{{#if x}}{{ invoice_table }}{{/if}}\n", "if(x: table | else: )‹↵›"),
  ])
  func `a line of nothing but blocks takes no line, and a table takes its own`(text: String, expected: String)
  {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("a {{ b", "{{", "the tag that begins here is not closed"),
    ("{{ }}", "{{ }}", "the tag is empty"),
    ("{{{ x }}}", "{{{ x }}}", "a value stands in two braces, not three"),
    ("{{#unless x}}", "#unless", "no block is called `#unless`"),
    ("{{/with}}", "/with", "no block is closed by `/with`"),
    ("{{#if}}", "{{#if}}", "`#if` says nothing to test"),
    ("{{/if}}", "{{/if}}", "`/if` closes no block"),
    ("{{else}}", "{{else}}", "`else` stands in no block"),
    ("{{else if x}}", "{{else if x}}", "`else if` stands in no `#if`"),
    ("{{#if x}}{{elif y}}{{/if}}", "elif", "`elif` is written `else if`"),
    ("{{#if x}}{{else y}}{{/if}}", "y", "after `else` stands nothing, or `if` and a condition"),
    ("{{#if x}}{{else}}{{else}}{{/if}}", "{{else}}", "`#if` has two `else`"),
    ("{{#if x}}{{else}}{{else if y}}{{/if}}", "{{else if y}}", "`else if` comes after `else`"),
    ("{{#each invoices}}{{/each}}", "invoices", "`#each` gives its elements no name"),
    ("{{> two words}}", "{{> two words}}", "a partial is included by its name"),
    ("a\u{1}b", "\u{1}", "a control character has no place in a letter"),
    ("{{#if x}}{{/each}}{{/if}}", "{{/each}}", "`/each` closes no block: the one that is open is `#if`"),
  ])
  func `what cannot be read is reported where it stands`(text: String, place: String, message: String) {
    let issues = TemplateParser(text, part: .body).issues
    #expect(issues.map(\.message) == [message])
    #expect(issues.map { underlined($0.range, in: text) } == [place])
    #expect(issues.allSatisfy { $0.kind == .syntax })
  }

  @Test func `an unclosed block is reported at its opening`() {
    let text = "a\n{{#each l as e}}\n{{#if x}}\nb\n{{/each}}\n{{#if y}}"
    let issues = TemplateParser(text, part: .body).issues
    #expect(issues.map(\.kind) == [.unclosedBlock, .unclosedBlock])
    #expect(issues.map { underlined($0.range, in: text) } == ["{{#if x}}", "{{#if y}}"])
    #expect(issues.map(\.message) == ["`#if` is not closed before `/each`", "`#if` is never closed"])
    #expect(issues[0].labels.map { underlined($0.range, in: text) } == ["{{/each}}"])
  }

  @Test func `quotes that do not pair up end at the first braces`() {
    #expect(outline(#"{{ x" }} and {{ y }}"#) == #"=x"‹ and ›=y"#)
    #expect(outline("{{ { }} and {{ y }}") == "={‹ and ›=y")
  }

  @Test func `a thousand blocks in one another are one issue and no crash`() {
    let text = String(repeating: "{{#if x}}", count: 1000) + String(repeating: "{{/if}}", count: 1000)
    let issues = TemplateParser(text, part: .body).issues
    #expect(issues.map(\.kind) == [.cost])
  }

  @Test(arguments: ["{{ { }}", "{{#if x}}", "{{", "}}", "{{ \"", "{{ ''' }}", "{{!", "{{ x\n", "\\{{", "{{{"])
  func `a text of nothing but hostile pieces is read in linear time`(piece: String) {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    _ = TemplateParser(text, part: .body)
  }

  @Test func `a text beyond the limit is one issue`() {
    let text = String(repeating: "a", count: TemplateLimits.textBytes + 1)
    #expect(TemplateParser(text, part: .body).issues.map(\.kind) == [.cost])
  }
}
