/// Says what the styles of a mail hide from its reader.
enum HTMLStyle {
  /// True where an element with these attributes (in small letters) is not seen.
  static func hides(_ attributes: String, _ hiddenClasses: Set<String>) -> Bool {
    if attributes.isEmpty { return false }
    if attributes.hasSuffix(" hidden") || attributes.holds(" hidden ") || attributes.holds("hidden=") {
      return true
    }
    if attributes.holds("aria-hidden") && attributes.holds("display") && declares(attributes) {
      return true
    }
    if !hiddenClasses.isEmpty {
      for key in ["class=", "id="] {
        for name in value(of: key, in: attributes).split(separator: " ")
        where hiddenClasses.contains(String(name)) {
          return true
        }
      }
    }
    if let color = attributes.byte(of: " color=") {
      let value = Substring(attributes.utf8.dropFirst(color + 7)).prefix(10)
      if isWhite(String(value.drop { $0 == "\"" || $0 == "'" })) {
        return !attributes.holds("bgcolor") && !attributes.holds("background")
      }
    }
    return attributes.holds("style") && declares(value(of: "style=", in: attributes))
  }

  private static func value(of key: String, in attributes: String) -> String {
    guard let start = attributes.byte(of: key) else { return "" }
    let rest = Substring(attributes.utf8.dropFirst(start + key.utf8.count))
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      return String(rest.prefix { $0 != " " })
    }
    return String(rest.dropFirst().prefix { $0 != quote })
  }

  /// True where declarations of CSS take their text out of sight.
  static func declares(_ style: String) -> Bool {
    var isWhiteText = false
    var hasBackground = false
    var hasNoHeight = false
    var hidesOverflow = false
    for declaration in style.split(separator: ";") {
      let halves = declaration.split(separator: ":", maxSplits: 1)
      guard halves.count == 2 else { continue }
      let name = halves[0].trimmed
      let value = halves[1].trimmed
      switch name {
      case "display": if value.hasPrefix("none") { return true }
      case "visibility": if value.hasPrefix("hidden") || value.hasPrefix("collapse") { return true }
      case "mso-hide": if value.hasPrefix("all") { return true }
      case "font-size", "line-height":
        if isZero(value) || (name == "font-size" && value.hasPrefix("1px")) { return true }
      case "opacity": if isZero(value) { return true }
      case "max-height", "height", "max-width", "width": if isZero(value) { hasNoHeight = true }
      case "overflow": if value.hasPrefix("hidden") { hidesOverflow = true }
      case "text-indent", "left", "top", "margin-left":
        if value.hasPrefix("-"), (Int(value.dropFirst().prefix { $0.isNumber }) ?? 0) >= 500 { return true }
      case "clip": if value.hasPrefix("rect(0") || value.hasPrefix("rect(1px") { return true }
      case "color": isWhiteText = isWhite(value) || value.hasPrefix("transparent")
      case "background", "background-color":
        hasBackground = !isWhite(value) && !value.hasPrefix("transparent")
      default: break
      }
    }
    return isWhiteText && !hasBackground || hasNoHeight && hidesOverflow
  }

  private static func isZero(_ value: String) -> Bool {
    let number = value.prefix { $0.isNumber || $0 == "." }
    return !number.isEmpty && number.allSatisfy { $0 == "0" || $0 == "." }
  }

  private static func isWhite(_ value: String) -> Bool {
    let plain = value.filter { $0 != " " }
    return plain.hasPrefix("#fff") && plain.dropFirst().prefix(6).allSatisfy { $0 == "f" || !$0.isHexDigit }
      || plain.hasPrefix("white") && !plain.hasPrefix("whitesmoke") || plain.hasPrefix("rgb(255,255,255")
      || plain.hasPrefix("#fefefe") || plain.hasPrefix("#fdfdfd") || plain.hasPrefix("rgb(254,254,254")
  }

  /// Names of classes and ids of a style sheet whose rules hide.
  static func hiddenClasses(_ sheet: String) -> Set<String> {
    var found: Set<String> = []
    for rule in sheet.split(separator: "}").prefix(500) {
      let halves = rule.split(separator: "{")
      guard halves.count >= 2, let body = halves.last, declares(String(body)) else { continue }
      for selector in halves[halves.count - 2].split(separator: ",") {
        let trimmed = selector.trimmed
        guard let mark = trimmed.lastIndex(where: { $0 == "." || $0 == "#" }) else { continue }
        let name = trimmed[trimmed.index(after: mark)...]
        if !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) {
          found.insert(String(name))
        }
      }
    }
    return found
  }
}
