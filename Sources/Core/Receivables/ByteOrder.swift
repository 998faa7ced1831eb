/// The order of texts by their UTF-8 bytes: the same everywhere, whatever the language of the machine.
package enum ByteOrder {
  /// True if `left` comes strictly before `right`.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    let (one, other) = (left.utf8Span.span, right.utf8Span.span)
    let common = min(one.count, other.count)
    var place = 0
    while place < common {
      let (byte, otherByte) = (one[place], other[place])
      if byte != otherByte { return byte < otherByte }
      place += 1
    }
    return one.count < other.count
  }
}

extension Array {
  /// The elements in rising order of a key; as they are where they have it already.
  func inOrder<Key: Comparable>(of key: (Element) -> Key) -> [Element] {
    for place in indices.dropFirst() where key(self[place]) < key(self[place - 1]) {
      return sorted { key($0) < key($1) }
    }
    return self
  }
}
