import CYAML
import PolicySyntax

/// libyaml's parser over bytes in memory, one event at a time; the only place that touches C.
///
/// The bytes have to be UTF-8 without a byte order mark: with the mark left in, libyaml's places shift.
package struct YAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let isReady: Bool

  /// A parser over a copy of the bytes.
  package init(_ bytes: ArraySlice<UInt8>) {
    // libyaml keeps a pointer to the bytes, so they are copied to where they do not move.
    input = .allocate(capacity: max(1, bytes.count))
    let copy = UnsafeMutableRawBufferPointer(input)
    bytes.withUnsafeBytes { copy.copyMemory(from: $0) }
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deinitialize(count: 1)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event; after `.streamEnd` it must not be called again.
  package func next() throws(YAMLFailure) -> YAMLEvent {
    guard isReady else { throw outOfMemory }
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure }
    defer { yaml_event_delete(&event) }
    return Self.copy(event)
  }

  private var outOfMemory: YAMLFailure {
    YAMLFailure(
      context: nil, contextStart: nil, problem: "out of memory", problemStart: 0, isByteOffset: false)
  }

  private var failure: YAMLFailure {
    let state = parser.pointee
    guard state.error != YAML_MEMORY_ERROR, let problem = state.problem else { return outOfMemory }
    if state.error == YAML_READER_ERROR {
      return YAMLFailure(
        context: nil, contextStart: nil, problem: String(cString: problem),
        problemStart: state.problem_offset, isByteOffset: true)
    }
    return YAMLFailure(
      context: state.context.map { String(cString: $0) },
      contextStart: state.context == nil ? nil : state.context_mark.index,
      problem: String(cString: problem), problemStart: state.problem_mark.index, isByteOffset: false)
  }

  private static func copy(_ event: yaml_event_t) -> YAMLEvent {
    var anchor: String?
    var tag: String?
    let kind: YAMLEvent.Kind
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      let data = event.data.document_start
      let hasDirectives =
        data.version_directive != nil || data.tag_directives.start != data.tag_directives.end
      kind = .documentStart(isImplicit: data.implicit != 0, hasDirectives: hasDirectives)
    case YAML_DOCUMENT_END_EVENT:
      kind = .documentEnd(isImplicit: event.data.document_end.implicit != 0)
    case YAML_ALIAS_EVENT:
      kind = .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let data = event.data.scalar
      anchor = text(data.anchor)
      tag = text(data.tag)
      // A scalar may hold NUL, so its length counts, not its terminator.
      let value = UnsafeBufferPointer(start: data.value, count: data.length)
      kind = .scalar(text: String(decoding: value, as: UTF8.self), style: style(data.style))
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      anchor = text(data.anchor)
      tag = text(data.tag)
      kind = .sequenceStart(isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      anchor = text(data.anchor)
      tag = text(data.tag)
      kind = .mappingStart(isFlow: data.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    case YAML_STREAM_START_EVENT: kind = .streamStart
    default: kind = .streamEnd
    }
    return YAMLEvent(
      kind: kind, start: event.start_mark.index, end: event.end_mark.index, anchor: anchor, tag: tag)
  }

  private static func text(_ value: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    value.map { String(cString: $0) }
  }

  private static func style(_ style: yaml_scalar_style_t) -> Scalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
