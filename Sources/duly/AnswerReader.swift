import Glibc
import Receivables
import Scaffold

/// Reads the answers of `duly init`: what can be used, or why it cannot.
enum AnswerReader {
  private static let longestName = 120
  private static let longestAccount = 400

  /// A name of a business or a person.
  static func name(_ text: String) -> Answer<String> {
    let name = text.trimmingBlanks
    if name.isEmpty { return .unusable("a name is needed") }
    if name.count > longestName {
      return .unusable("\(name.count) characters are no name; \(longestName) are the most")
    }
    guard name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control && !isMark($0) }) else {
      return .unusable("a name has no line breaks, control characters or marks that turn the writing around")
    }
    guard name.contains(where: { $0.isLetter || $0.isNumber }) else {
      return .unusable("`\(name)` has no letter in it")
    }
    return .usable(name)
  }

  /// Marks that change the direction of writing, and separators of lines.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  static func address(_ text: String) -> Answer<String> {
    let address = text.trimmingBlanks
    guard Person(role: "billing", email: address).hasUsableAddress, address.utf8.count <= 254,
      address.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") })
    else { return .unusable("`\(address.prefix(60))` is no address such as `you@example.com`") }
    return .usable(address)
  }

  static func country(_ text: String) -> Answer<Country> {
    if let country = Country(code: text.trimmingBlanks) { return .usable(country) }
    let known = Country.all.map(\.code).joined(separator: ", ")
    return .unusable(
      "`\(text.prefix(20))` is none of \(known); take the one nearest to yours, and put the rest right in the policy"
    )
  }

  static func language(_ text: String) -> Answer<StarterLanguage> {
    if let language = StarterLanguage(tag: text.trimmingBlanks) { return .usable(language) }
    return .unusable(
      "there are no letters in `\(text.prefix(20))` yet: take en, de, fr, nl, es or it, and translate the policy's words"
    )
  }

  static func currency(_ text: String) -> Answer<String> {
    if let currency = Currency(code: text.trimmingBlanks.uppercased()) { return .usable(currency.code) }
    return .unusable("`\(text.prefix(20))` is no currency of ISO 4217, such as GBP or EUR")
  }

  static func timezone(_ text: String) -> Answer<String> {
    let zone = text.trimmingBlanks
    let isShaped =
      !zone.isEmpty
      && zone.utf8.allSatisfy {
        ($0 | 0x20 >= 97 && $0 | 0x20 <= 122) || (48...57).contains($0) || "/_+-".utf8.contains($0)
      }
    guard isShaped, Clock.knows(zone) else {
      return .unusable("`\(zone.prefix(40))` is no time zone such as Europe/London")
    }
    return .usable(zone)
  }

  static func terms(_ text: String) -> Answer<Int> {
    if let days = Int(text.trimmingBlanks), (0...365).contains(days) { return .usable(days) }
    return .unusable("`\(text.prefix(20))` is no number of days from 0 to 365")
  }

  static func customers(_ text: String) -> Answer<ProjectAnswers.Customers> {
    let word = text.trimmingBlanks.lowercased()
    if let kind = ProjectAnswers.Customers.allCases.first(where: {
      !word.isEmpty && $0.rawValue.hasPrefix(word)
    }) {
      return .usable(kind)
    }
    return .unusable("say `businesses` or `consumers`")
  }

  static func start(_ text: String) -> Answer<ProjectAnswers.Start> {
    let word = text.trimmingBlanks.lowercased()
    if let start = ProjectAnswers.Start.allCases.first(where: { !word.isEmpty && $0.rawValue.hasPrefix(word) }
    ) {
      return .usable(start)
    }
    return .unusable("say `usual` or `gentle`")
  }

  static func yesOrNo(_ text: String) -> Answer<Bool> {
    switch text.trimmingBlanks.lowercased() {
    case "y", "yes": .usable(true)
    case "n", "no": .usable(false)
    default: .unusable("say `yes` or `no`")
    }
  }

  static func account(_ text: String) -> Answer<String> {
    let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }.filter {
      !$0.isEmpty
    }
    let account = lines.joined(separator: "\n")
    guard !account.isEmpty, account.count <= longestAccount,
      account.unicodeScalars.allSatisfy({
        $0 == "\n" || ($0.properties.generalCategory != .control && !isMark($0))
      })
    else {
      return .unusable("the account is one to a few lines of text, \(longestAccount) characters at most")
    }
    return .usable(account)
  }

  /// A folder of books that is there, as `duly.yaml` is to name it: from the project's folder where it lies inside, so that
  /// both can be moved, else by its whole path.
  static func books(_ text: String, project: String) -> Answer<String> {
    guard PolicyFolder.isFolder(text), let whole = wholePath(text) else {
      return .unusable("`\(text.prefix(80))` is no folder that is there")
    }
    let isNamedByHand = access(text + "/books.yaml", R_OK) == 0
    guard
      isNamedByHand || access(text + "/customers.csv", R_OK) == 0 && access(text + "/invoices.csv", R_OK) == 0
    else {
      return .unusable(
        "there is no customers.csv and invoices.csv in `\(text.prefix(80))`, and no books.yaml that names others"
      )
    }
    guard let place = wholePath(project), whole.hasPrefix(place + "/") else { return .usable(whole) }
    return .usable(String(whole.dropFirst(place.count + 1)))
  }

  private static func wholePath(_ path: String) -> String? {
    guard let whole = realpath(path, nil) else { return nil }
    defer { free(whole) }
    return String(cString: whole)
  }
}
