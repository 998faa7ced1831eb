/// The bounds that keep a hostile template, or hostile facts, from costing time or memory.
package enum TemplateLimits {
  /// The longest text of one part, in UTF-8 bytes.
  package static let textBytes = 256 * 1024
  /// How deep blocks may stand in one another.
  package static let blockDepth = 32
  /// How deep partials may include one another.
  package static let partialDepth = 16
  /// The text that partials may put into one part, in UTF-8 bytes, each inclusion counted as 256 at least.
  package static let includedBytes = 1024 * 1024
  /// The segments that a template may have once its partials are put in.
  package static let segments = 20_000
  /// The longest text or HTML of a letter, in UTF-8 bytes.
  package static let letterBytes = 1024 * 1024
  /// The longest subject of a letter, in UTF-8 bytes.
  package static let subjectBytes = 900
  /// The segments that making one part of a letter may pass, loops counted out.
  package static let steps = 1_000_000
}
