extension Rule {
  /// The rules that reading YAML reports, in order of their ids.
  package static let reading: [Rule] = [
    .unreadableYAML, .duplicateKey, .forbiddenYAML, .unknownAlias, .unusedAnchor, .yamlLimit,
    .unsafeCharacters,
  ]
}
