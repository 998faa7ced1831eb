/// Follows the text of an HTML template, to know in what place of the markup a value would stand.
///
/// It knows as much of HTML as that takes: tags, quoted attributes, comments, scripts and styles.
struct MarkupPlace: Hashable {
  /// A place in markup.
  enum State: Hashable {
    case text
    case tagName([UInt8])
    /// Between the attributes of a tag.
    case tag([UInt8])
    case attributeName([UInt8], tag: [UInt8])
    /// Behind the equals sign of an attribute.
    case beforeAttribute([UInt8], tag: [UInt8])
    case attribute([UInt8], tag: [UInt8], quote: UInt8)
    case bareAttribute(tag: [UInt8])
    case comment
    /// In a `<script>` or `<style>`, until its closing tag.
    case raw([UInt8])
  }

  private(set) var state = State.text
  /// Whether nothing stands yet in the attribute.
  var isAtStart = false
  /// The last few bytes, to recognise the ends of comments and scripts.
  private var recent: [UInt8] = []

  /// Whether a value may stand here: in text, or in a quoted attribute that is no program.
  var takesValue: Bool {
    switch state {
    case .text: true
    case .attribute(let name, _, _):
      !name.starts(with: "on".utf8) && !name.elementsEqual("style".utf8) && !name.elementsEqual("srcdoc".utf8)
    case .tagName, .tag, .attributeName, .beforeAttribute, .bareAttribute, .comment, .raw: false
    }
  }

  /// Whether a value here would begin the address of a link.
  var beginsLink: Bool {
    guard case .attribute(let name, _, _) = state, isAtStart else { return false }
    return MarkupPlace.links.contains { name.elementsEqual($0.utf8) }
  }

  private static let links = ["href", "src", "action", "formaction", "background", "poster", "cite", "data"]

  /// Whether the two stand in the same place of the markup.
  func isSamePlace(as other: MarkupPlace) -> Bool { state == other.state }

  /// Goes on over a text of the template.
  mutating func read(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { read(byte) }
  }

  /// Goes on over a value.
  mutating func readValue() { isAtStart = false }

  private mutating func read(_ byte: UInt8) {
    let lower = (65...90).contains(byte) ? byte | 0x20 : byte
    let isSpace = byte == 32 || (9...13).contains(byte)
    switch state {
    case .text:
      if byte == UInt8(ascii: "<") { state = .tagName([]) }
    case .tagName(let name): readTagName(name, lower, isSpace)
    case .tag(let name):
      if byte == UInt8(ascii: ">") {
        endTag(name)
      } else if !isSpace, byte != UInt8(ascii: "/") {
        state = .attributeName([lower], tag: name)
      }
    case .attributeName(let name, let tag):
      if byte == UInt8(ascii: "=") {
        state = .beforeAttribute(name, tag: tag)
      } else if byte == UInt8(ascii: ">") {
        endTag(tag)
      } else if !isSpace {
        state = .attributeName(MarkupPlace.longer(name, lower), tag: tag)
      }
    case .beforeAttribute(let name, let tag):
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        state = .attribute(name, tag: tag, quote: byte)
        isAtStart = true
      } else if byte == UInt8(ascii: ">") {
        endTag(tag)
      } else if !isSpace {
        state = .bareAttribute(tag: tag)
      }
    case .attribute(_, let tag, let quote):
      if byte == quote { state = .tag(tag) } else if !isSpace { isAtStart = false }
    case .bareAttribute(let tag):
      if byte == UInt8(ascii: ">") { endTag(tag) } else if isSpace { state = .tag(tag) }
    case .comment: readUntil("-->", lower)
    case .raw(let name): readUntil("</" + String(decoding: name, as: UTF8.self), lower)
    }
  }

  private mutating func readTagName(_ name: [UInt8], _ byte: UInt8, _ isSpace: Bool) {
    let longer = MarkupPlace.longer(name, byte)
    if byte == UInt8(ascii: ">") {
      endTag(name)
    } else if longer.elementsEqual("!--".utf8) {
      state = .comment
      recent = []
    } else if isSpace {
      // A `<` before a space is text, as in `1 < 2`.
      state = name.isEmpty ? .text : .tag(name)
    } else {
      state = .tagName(longer)
    }
  }

  /// A name with one more byte; names that mean anything here are short, and what is longer need not be kept.
  private static func longer(_ name: [UInt8], _ byte: UInt8) -> [UInt8] {
    name.count < 32 ? name + [byte] : name
  }

  private mutating func endTag(_ name: [UInt8]) {
    let isRaw = ["script", "style", "xmp", "iframe", "noscript"].contains {
      name.elementsEqual($0.utf8)
    }
    state = isRaw ? .raw(name) : .text
    recent = []
  }

  private mutating func readUntil(_ end: String, _ byte: UInt8) {
    recent.append(byte)
    if recent.count > end.utf8.count { recent.removeFirst() }
    guard recent.elementsEqual(end.utf8) else { return }
    recent = []
    state = state == .comment ? .text : .tag([])
  }
}
