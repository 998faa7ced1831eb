import PolicySyntax

/// Finds the shipped calendars that a name without one probably means.
enum NearestCalendar {
  /// At most five names, the likeliest first; empty where nothing is sure enough to be offered.
  ///
  /// A country's other names come first, then calendars whose name begins like it, then slips of the finger. Of two
  /// letters nearly every one is a slip away from another country, so there no slip is supposed.
  static func names(to name: String, among shipped: [String]) -> [String] {
    let wanted = String(name.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
    if let meant = countries[wanted] { return meant.filter(shipped.contains) }
    if shipped.contains(wanted) { return [wanted] }
    let parts = shipped.filter { $0.hasPrefix(wanted + "-") }
    if !parts.isEmpty { return Array(parts.prefix(5)) }
    if wanted.utf8.count > 3 {
      if let near = Nearest.name(to: wanted, among: shipped) { return [near] }
      let word = Nearest.name(to: wanted, among: countries.keys.filter { $0.utf8.count > 3 }.sorted())
      if let word { return (countries[word] ?? []).filter(shipped.contains) }
    }
    // Of a part that is not known the country is offered.
    let country = wanted.split(separator: "-").first.map(String.init) ?? ""
    return (countries[country] ?? (country.utf8.count == 2 ? [country] : [])).filter(shipped.contains)
  }

  /// What people call a country, and the calendars that Duly has for it.
  private static let countries: [String: [String]] = {
    let groups: [([String], [String])] = [
      (["gb-eng"], ["england", "wales", "gb-wls", "gb-eaw", "england-and-wales", "eng"]),
      (["gb-sct"], ["scotland", "sct"]), (["gb-nir"], ["northern-ireland", "nir"]),
      (["gb-eng", "gb-sct", "gb-nir"], ["uk", "gb", "gbr", "united-kingdom", "great-britain", "britain"]),
      (["ie"], ["ireland", "irl", "eire"]),
      (["us-federal"], ["us", "usa", "united-states", "america", "federal"]),
      (["ca"], ["canada", "can", "ca-federal"]), (["au"], ["australia", "aus"]),
      (["nz"], ["new-zealand", "nzl"]), (["de"], ["germany", "deutschland", "ger", "deu"]),
      (["at"], ["austria", "österreich", "aut"]), (["ch"], ["switzerland", "schweiz", "suisse", "che"]),
      (["fr"], ["france", "fra"]), (["nl"], ["netherlands", "holland", "nederland", "nld"]),
      (["be"], ["belgium", "belgië", "belgique", "bel"]), (["lu"], ["luxembourg", "lux"]),
      (["es"], ["spain", "españa", "esp"]), (["it"], ["italy", "italia", "ita"]),
      (["pt"], ["portugal", "prt"]), (["se"], ["sweden", "sverige", "swe"]),
      (["no"], ["norway", "norge", "nor"]), (["dk"], ["denmark", "danmark", "dnk"]),
      (["fi"], ["finland", "suomi", "fin"]), (["pl"], ["poland", "polska", "pol"]),
      (["eu-target2"], ["target2", "target", "t2", "eu", "ecb", "euro", "eu-target", "sepa"]),
    ]
    var found: [String: [String]] = [:]
    for (names, words) in groups {
      for word in words { found[word] = names }
    }
    return found
  }()
}
