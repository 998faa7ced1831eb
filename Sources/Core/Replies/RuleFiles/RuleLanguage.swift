package import PolicySyntax

/// A language of the rules: by what a text is told to be of it, and its rules, which are made when a mail first needs them.
package struct RuleLanguage: Sendable {
  /// As in `en`.
  package let code: String
  /// The commonest words, by which the language is told.
  let common: Set<String>
  let layout: ReplyLayout
  private let make: @Sendable () -> LanguageRules

  /// A language whose rules were read.
  package init(_ rules: LanguageRules) {
    code = rules.code
    common = rules.common
    layout = rules.layout
    make = { rules }
  }

  /// A language of which only the commonest words and the layout are read.
  ///
  /// - Parameters:
  ///   - root: The tree of its only file.
  ///   - rules: Makes the rules of that file. It is called for every mail of the language, and should keep what it made.
  package init(code: String, root: Node, rules: @escaping @Sendable () -> LanguageRules) {
    var reader = ReplyRulesReader(language: code)
    reader.readSigns(root)
    self.code = code
    common = reader.common
    layout = reader.layout
    make = rules
  }

  /// What its words mean.
  package var rules: LanguageRules { make() }
}
