import PolicySyntax

/// One event of libyaml, copied into Swift values; places are counted in code points from the first, a byte order
/// mark not counted.
package struct YAMLEvent: Sendable {
  /// What the event says.
  package enum Kind: Sendable {
    case streamStart
    case streamEnd
    case documentStart(isImplicit: Bool, hasDirectives: Bool)
    case documentEnd(isImplicit: Bool)
    case alias(String)
    case scalar(text: String, style: Scalar.Style)
    case sequenceStart(isFlow: Bool)
    case sequenceEnd
    case mappingStart(isFlow: Bool)
    case mappingEnd
  }

  /// What the event says, with what it holds.
  package let kind: Kind
  /// Where it begins; an anchor or tag before a value belongs to it.
  package let start: Int
  /// Where it ends.
  package let end: Int
  /// The name behind `&`; nil for most values.
  package let anchor: String?
  /// The tag, resolved; nil for most values.
  package let tag: String?
}

/// Why libyaml gave up, in its own words and places.
package struct YAMLFailure: Error, Sendable {
  /// What was being read ("while parsing a block mapping"); nil where libyaml does not say.
  package let context: String?
  /// Where the thing began that could not be read; nil where libyaml says nothing about it.
  package let contextStart: Int?
  /// What is wrong with it.
  package let problem: String
  /// Where the reading failed, in code points; for what no character could be made of, in bytes (`isByteOffset`).
  package let problemStart: Int
  /// Whether `problemStart` counts bytes.
  package let isByteOffset: Bool
}
