/// Comparison of texts by code points; Swift's own `==` would take canonically equivalent texts for equal.
enum Text {
  /// Whether two texts have the same code points.
  static func isEqual(_ left: String, _ right: String) -> Bool {
    let count = left.utf8.count
    guard count == right.utf8.count else { return false }
    return bytes(left) { leftBytes in
      bytes(right) { rightBytes in
        for index in 0..<count where leftBytes[index] != rightBytes[index] { return false }
        return true
      }
    }
  }

  /// Whether the code points of `left` come before those of `right`.
  static func isLess(_ left: String, _ right: String) -> Bool {
    // UTF-8 keeps the order of code points.
    bytes(left) { left in
      bytes(right) { right in
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
          return left[index] < right[index]
        }
        return left.count < right.count
      }
    }
  }

  /// Whether `part` occurs in `text`.
  /// - Complexity: O(n·m); the evaluator charges for it.
  static func contains(_ text: String, _ part: String) -> Bool {
    bytes(text) { text in
      bytes(part) { part in
        guard let first = part.first else { return true }
        guard part.count <= text.count else { return false }
        for start in 0...(text.count - part.count) where text[start] == first {
          var offset = 1
          while offset < part.count, text[start + offset] == part[offset] { offset += 1 }
          if offset == part.count { return true }
        }
        return false
      }
    }
  }

  /// Whether `text` begins with the code points of `part`.
  static func starts(_ text: String, with part: String) -> Bool { text.utf8.starts(with: part.utf8) }

  /// Whether `text` ends with the code points of `part`.
  static func ends(_ text: String, with part: String) -> Bool {
    let extra = text.utf8.count - part.utf8.count
    return extra >= 0 && text.utf8.dropFirst(extra).elementsEqual(part.utf8)
  }

  private static func bytes<Result>(
    _ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(text.utf8).withUnsafeBufferPointer(body)
  }
}
