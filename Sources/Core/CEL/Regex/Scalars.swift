/// Scalars in UTF-8 that is known to be well-formed, as the contents of a `String` are.
enum Scalars {
  /// The scalar that begins at an offset, and the offset behind it.
  @inline(__always)
  static func decode(_ bytes: Span<UInt8>, at offset: Int) -> (scalar: UInt32, next: Int) {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return (lead, offset + 1) }
    let second = UInt32(bytes[offset + 1]) & 0x3F
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, offset + 2) }
    let third = UInt32(bytes[offset + 2]) & 0x3F
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, offset + 3) }
    let fourth = UInt32(bytes[offset + 3]) & 0x3F
    return ((lead & 0x07) << 18 | second << 12 | third << 6 | fourth, offset + 4)
  }
}
