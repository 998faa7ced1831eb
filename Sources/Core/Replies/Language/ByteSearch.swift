/// Looks for bytes in texts. What servers and mail programs write is the same byte by byte: comparing letters, as
/// `contains` does, costs twenty times as much.
enum ByteSearch {
  /// Where `piece` stands first in `text`, from `start` on; nil where it does not.
  static func first(
    _ piece: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) -> Int? {
    guard let head = piece.first else { return start }
    var at = start
    let last = text.count - piece.count
    while at <= last {
      if text[at] == head {
        var same = 1
        while same < piece.count, text[at + same] == piece[same] { same += 1 }
        if same == piece.count { return at }
      }
      at += 1
    }
    return nil
  }
}

extension String {
  /// Where a piece stands first, in bytes of UTF-8 from `start` on; nil where it does not.
  func byte(of piece: String, from start: Int = 0) -> Int? {
    var text = self
    var piece = piece
    return text.withUTF8 { text in
      piece.withUTF8 { piece in ByteSearch.first(piece, in: text, from: start) }
    }
  }

  /// True where a piece stands in it, byte by byte.
  func holds(_ piece: String) -> Bool { byte(of: piece) != nil }

  /// True where one of some bytes stands in it.
  func holds(anyOf bytes: String) -> Bool { utf8.contains { byte in bytes.utf8.contains(byte) } }
}

/// Beginnings of lines, looked up by their first byte.
struct Beginnings: Sendable {
  private var byFirst: [[[UInt8]]] = Array(repeating: [], count: 256)
  private var texts: [[String]] = Array(repeating: [], count: 256)

  /// In their order: of several that fit, the first is the one found.
  init(_ beginnings: [String]) { add(beginnings) }

  /// These and, behind them, others.
  func adding(_ others: Beginnings) -> Beginnings {
    var all = self
    all.add(others.texts.flatMap { $0 })
    return all
  }

  private mutating func add(_ beginnings: [String]) {
    for beginning in beginnings {
      guard let first = beginning.utf8.first else { continue }
      byFirst[Int(first)].append(Array(beginning.utf8))
      texts[Int(first)].append(beginning)
    }
  }

  /// The first of the beginnings with which a text begins and of which more holds; nil where there is none.
  func first(of text: String, where holds: (String) -> Bool = { _ in true }) -> String? {
    guard let first = text.utf8.first else { return nil }
    let candidates = byFirst[Int(first)]
    for (index, beginning) in candidates.enumerated()
    where text.utf8.starts(with: beginning) && holds(texts[Int(first)][index]) {
      return texts[Int(first)][index]
    }
    return nil
  }
}
