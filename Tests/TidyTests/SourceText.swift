/// One Swift file of the house as the checks read it: its bytes, its code without comments and strings, its lines.
struct SourceText {
  /// Relative to the root of the repository: `Sources/Core/CEL/Issue.swift`.
  let path: String
  let bytes: [UInt8]
  /// As long as `bytes`, see `CodeMask`.
  let code: [UInt8]
  /// Offsets of the first bytes of the lines.
  let lineStarts: [Int]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.code = CodeMask.code(of: bytes)
    var starts = bytes.isEmpty ? [] : [0]
    for (offset, byte) in bytes.enumerated() where byte == .newline && offset + 1 < bytes.count {
      starts.append(offset + 1)
    }
    self.lineStarts = starts
  }

  init(path: String, _ text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The file's name without its folder and ending: `Checker+Names`.
  var name: String {
    let last = path.split(separator: "/").last ?? ""
    return last.hasSuffix(".swift") ? String(last.dropLast(6)) : String(last)
  }

  var lineCount: Int { lineStarts.count }

  /// The number of the line in which an offset stands, from 1.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes of a line, counted from 0, without its line break.
  func range(ofLine index: Int) -> Range<Int> {
    let end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    return lineStarts[index]..<max(lineStarts[index], end)
  }

  /// A line as written, counted from 0, without the spaces around it.
  func trimmedLine(_ index: Int) -> String {
    var slice = bytes[range(ofLine: index)]
    while let first = slice.first, first == .space { slice.removeFirst() }
    while let last = slice.last, last == .space || last == .newline { slice.removeLast() }
    return String(decoding: slice, as: UTF8.self)
  }

  /// Where a text occurs in the code (`inCode`) or anywhere.
  ///
  /// A text that begins or ends with a letter is only found as a word of its own: `Utils` is not in `Utilsman`.
  func offsets(of text: String, inCode: Bool) -> [Int] {
    let needle = Array(text.utf8)
    let haystack = inCode ? code : bytes
    guard let first = needle.first, let last = needle.last, haystack.count >= needle.count else { return [] }
    var found: [Int] = []
    haystack.withUnsafeBufferPointer { haystack in
      for start in 0...(haystack.count - needle.count) where haystack[start] == first {
        let end = start + needle.count
        var index = 1
        while index < needle.count, haystack[start + index] == needle[index] { index += 1 }
        let beginsWord = !first.isWord || start == 0 || !haystack[start - 1].isWord
        let endsWord = !last.isWord || end == haystack.count || !haystack[end].isWord
        if index == needle.count, beginsWord, endsWord { found.append(start) }
      }
    }
    return found
  }
}
