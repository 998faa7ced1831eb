/// A folder's name as IMAP writes it.
enum FolderName {
  /// In modified UTF-7: letters beyond ASCII as base64 between `&` and `-`.
  /// Source: RFC 3501, 5.1.3.
  static func encoded(_ name: String) -> String {
    var text = ""
    var open: [UInt8] = []
    func close() {
      guard !open.isEmpty else { return }
      let letters = Base64.encoded(open).prefix { $0 != "=" }
      text += "&" + letters.map { $0 == "/" ? "," : String($0) }.joined() + "-"
      open = []
    }
    for scalar in name.unicodeScalars {
      if (32...126).contains(scalar.value) {
        close()
        text += scalar == "&" ? "&-" : String(scalar)
      } else {
        for unit in String(scalar).utf16 { open += [UInt8(unit >> 8), UInt8(unit & 255)] }
      }
    }
    close()
    return text
  }
}
