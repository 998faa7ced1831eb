import Journal

/// Digests of texts, for telling whether something is still what it was.
enum Digest {
  /// SHA-256 over texts one after the other, each with its length before it, in hexadecimal digits.
  static func of(_ texts: [String]) -> String {
    var bytes: [UInt8] = []
    for text in texts {
      bytes += Array("\(text.utf8.count):".utf8)
      bytes += Array(text.utf8)
    }
    return SHA256.hex(of: bytes)
  }
}
