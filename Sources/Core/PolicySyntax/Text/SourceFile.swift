/// One file's bytes with a table of its lines.
///
/// Lines end at LF, CR LF and CR only, as editors count; the other line ends that YAML 1.1 knows
/// (NEL, U+2028, U+2029) are characters of a line here.
package struct SourceFile: Sendable {
  /// The path as findings name it.
  package let path: String
  /// The file as it is on disk, a byte order mark included.
  package let bytes: [UInt8]
  private let lineStarts: [Int32]

  /// A file from its bytes; its lines are counted once.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lineStarts = Self.lineStarts(of: bytes)
  }

  /// How many bytes the byte order mark takes: 3 or 0.
  package var markLength: Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// How many lines the file has; a file that ends with a line end has an empty last line.
  package var lineCount: Int {
    lineStarts.count
  }

  /// The line, from 1, in which a byte stands; offsets behind the end belong to the last line.
  ///
  /// - Complexity: O(log lines).
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }

  /// The place of a byte as an editor shows it; a byte order mark is no column.
  package func position(at offset: Int) -> Position {
    let line = line(at: offset)
    var column = 1
    var index = lineRange(line).lowerBound
    let stop = min(offset, bytes.count)
    while index < stop {
      // Invariant: every byte that does not continue a character begins one.
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return Position(line: line, column: column)
  }

  /// The bytes of a line without its line end and without the byte order mark; empty for a line that is not there.
  package func lineRange(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    var start = Int(lineStarts[line - 1])
    if line == 1 { start += markLength }
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    if line < lineStarts.count {
      end -= 1
      if end > start, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    }
    return start..<max(start, end)
  }

  /// The text of a line without its line end; bytes that are no UTF-8 become U+FFFD.
  package func line(_ line: Int) -> String {
    text(in: lineRange(line))
  }

  /// The text of a range of bytes, cut to the file; bytes that are no UTF-8 become U+FFFD.
  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int32] {
    var starts: [Int32] = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        index += 1
        if byte == 0x0A {
          starts.append(Int32(clamping: index))
        } else if byte == 0x0D {
          if index < buffer.count, buffer[index] == 0x0A { index += 1 }
          starts.append(Int32(clamping: index))
        }
      }
    }
    return starts
  }
}
