extension PaperLetter {
  /// The page: an HTML document that needs nothing else, looks on the screen as it prints, and runs no script.
  func page() -> String {
    """
    <!DOCTYPE html>
    <html lang="\(Self.escaped(language))">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <title>\(Self.escaped(subject))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <div class="window">
    <div class="sender">\(Self.escaped(sender))</div>
    <address>\(recipient.map(Self.escaped).joined(separator: "<br>\n"))</address>
    </div>
    <p class="date">\(Self.escaped(date))</p>
    <h1>\(Self.escaped(subject))</h1>
    <div class="words">
    \(words)
    </div>
    </body>
    </html>

    """
  }

  private var words: String {
    guard let html, let body = Self.body(of: html) else {
      return "<div class=\"plain\">\(Self.escaped(text))</div>"
    }
    return body
  }

  /// What is between the body's tags; nil where the document has none.
  private static func body(of html: String) -> String? {
    let bytes = Array(html.utf8)
    guard let opening = place(of: "<body", in: bytes, from: 0),
      let start = bytes[opening...].firstIndex(of: UInt8(ascii: ">")),
      let end = place(of: "</body", in: bytes, from: start + 1)
    else { return nil }
    return String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
  }

  /// Where a tag begins, in letters of either case.
  private static func place(of tag: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(tag.utf8)
    guard start <= bytes.count - wanted.count else { return nil }
    return (start...(bytes.count - wanted.count)).first { place in
      wanted.indices.allSatisfy { bytes[place + $0] | (wanted[$0] > 96 ? 32 : 0) == wanted[$0] }
    }
  }

  /// Lengths from the paper's edge. Source: DIN 5008:2020, form B: the field for the address begins 45 mm from the top and
  /// 20 mm from the left and is 85 by 45 mm; a No. 10 window is 7/8 in from the left and 2 in from the top of a page
  /// folded in three, 4 1/2 by 1 1/8 in.
  private var style: String {
    let isA4 = paper == .a4
    let (size, width, height) = isA4 ? ("A4", "210mm", "297mm") : ("letter", "8.5in", "11in")
    let window =
      isA4
      ? "left: 20mm; top: 45mm; width: 85mm; height: 45mm; padding: 5mm 0 0 5mm"
      : "left: 0.875in; top: 2in; width: 4.5in; height: 1.125in; padding: 0 0 0 0.125in"
    let (side, start) = isA4 ? ("25mm", "103mm") : ("1in", "3.6in")
    return """
      @page { size: \(size); margin: 20mm 0 }
      @page :first { margin-top: 0 }
      html { background: #fff }
      body { position: relative; box-sizing: border-box; width: \(width); margin: 0 auto; padding: \(start) \(side) 0;
        font: 11pt/1.45 "Helvetica Neue", Helvetica, Arial, sans-serif; color: #000 }
      .window { position: absolute; box-sizing: border-box; \(window) }
      .sender { font-size: 7pt; line-height: 1.3; border-bottom: 0.3pt solid #000; margin-bottom: 1mm; display: inline-block }
      address { font-style: normal; font-size: 10pt; line-height: 1.25 }
      .date { margin: 0 0 8mm; text-align: right }
      h1 { font-size: 12pt; margin: 0 0 6mm }
      .words { overflow-wrap: anywhere }
      .words table { border-collapse: collapse; break-inside: auto }
      .words tr, h1 { break-inside: avoid }
      .words a { color: inherit }
      .plain { white-space: pre-wrap }
      @media screen { body { min-height: \(height); outline: 1px solid #ccc } }
      """
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\u{0}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
