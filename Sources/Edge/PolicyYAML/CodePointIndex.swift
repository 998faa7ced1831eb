/// Turns libyaml's code point counts into byte offsets of the file.
///
/// Holds one byte offset for every 8 code points, so a lookup steps over 7 characters at most; for a file of
/// plain ASCII it is an addition.
struct CodePointIndex {
  private static let stride = 8
  private let base: Int
  private let end: Int
  /// The offset of code point 0, 8, 16 …; empty where every code point is one byte.
  private let offsets: [Int32]

  /// - Parameters:
  ///   - bytes: The file; valid UTF-8 from `base` on.
  ///   - base: Where the text begins, behind the byte order mark.
  init(_ bytes: [UInt8], from base: Int, isASCII: Bool) {
    self.base = base
    end = bytes.count
    var offsets: [Int32] = []
    if !isASCII {
      var count = 0
      bytes.withUnsafeBufferPointer { buffer in
        for index in base..<max(base, buffer.count) where buffer[index] & 0xC0 != 0x80 {
          if count % Self.stride == 0 { offsets.append(Int32(clamping: index)) }
          count += 1
        }
      }
    }
    self.offsets = offsets
  }

  /// The byte offset of a code point; behind the last one the end of the file.
  func byteOffset(_ codePoint: Int, in bytes: [UInt8]) -> Int {
    guard !offsets.isEmpty else { return min(base + codePoint, end) }
    let slot = codePoint / Self.stride
    guard slot < offsets.count else { return end }
    var offset = Int(offsets[slot])
    var left = codePoint % Self.stride
    while left > 0, offset < end {
      offset += 1
      while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }
}
