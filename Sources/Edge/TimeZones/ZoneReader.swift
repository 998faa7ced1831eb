/// Reads a TZif file of version 1 to 4, by RFC 8536 and its successor RFC 9636.
///
/// It trusts nothing: every length is held against the bytes that are there.
struct ZoneReader {
  private let bytes: [UInt8]
  private var place = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The history that a file tells; nil for a file that is cut, breaks the format or counts leap seconds.
  ///
  /// With leap seconds, as under `right/`, its moments would not be those of `Timestamp`.
  static func history(_ bytes: [UInt8]) -> ZoneHistory? {
    var reader = ZoneReader(bytes)
    guard let header = reader.takeHeader() else { return nil }
    if header.version == 0 { return reader.takeHistory(header, timeBytes: 4, rule: nil) }
    // The first block is for readers of version 1 only; a second one with longer moments follows.
    guard reader.skip(header.blockBytes(timeBytes: 4)), let second = reader.takeHeader() else { return nil }
    let block = reader.place
    guard reader.skip(second.blockBytes(timeBytes: 8)), let text = reader.takeFooter() else { return nil }
    var rule: ZoneRule?
    if !text.isEmpty {
      rule = ZoneRuleReader.rule(text)
      guard rule != nil else { return nil }
    }
    reader.place = block
    return reader.takeHistory(second, timeBytes: 8, rule: rule)
  }

  /// The counts at the beginning of a block, in the order in which they are written.
  private struct Header {
    let version: UInt8
    let universalMarks: Int
    let standardMarks: Int
    let leapSeconds: Int
    let changes: Int
    let types: Int
    let letters: Int

    /// How long the block after the header is.
    func blockBytes(timeBytes: Int) -> Int {
      changes * (timeBytes + 1) + types * 6 + letters + leapSeconds * (timeBytes + 4) + standardMarks
        + universalMarks
    }
  }

  private mutating func takeHeader() -> Header? {
    guard takeBytes(4)?.elementsEqual("TZif".utf8) == true, let version = takeBytes(1)?.first,
      version == 0 || 50...57 ~= version, skip(15),
      let universalMarks = takeNumber(bytes: 4), let standardMarks = takeNumber(bytes: 4),
      let leapSeconds = takeNumber(bytes: 4), let changes = takeNumber(bytes: 4),
      let types = takeNumber(bytes: 4), let letters = takeNumber(bytes: 4)
    else { return nil }
    let counts = [universalMarks, standardMarks, leapSeconds, changes, types, letters]
    // A negative count is one of 2^31 or more.
    guard counts.allSatisfy({ 0...bytes.count ~= Int($0) }) else { return nil }
    return Header(
      version: version, universalMarks: Int(universalMarks), standardMarks: Int(standardMarks),
      leapSeconds: Int(leapSeconds), changes: Int(changes), types: Int(types), letters: Int(letters))
  }

  private mutating func takeHistory(_ header: Header, timeBytes: Int, rule: ZoneRule?) -> ZoneHistory? {
    guard header.leapSeconds == 0, 1...256 ~= header.types,
      bytes.count - place >= header.blockBytes(timeBytes: timeBytes)
    else { return nil }
    var moments: [Int64] = []
    for _ in 0..<header.changes {
      guard let moment = takeNumber(bytes: timeBytes), moments.last.map({ $0 < moment }) ?? true
      else { return nil }
      moments.append(moment)
    }
    guard let places = takeBytes(header.changes) else { return nil }
    var offsets: [Int] = []
    for _ in 0..<header.types {
      // The mark of summer time and the place of the abbreviation follow the offset.
      guard let offset = takeNumber(bytes: 4), ZoneRule.offsets.contains(Int(offset)), skip(2)
      else { return nil }
      offsets.append(Int(offset))
    }
    guard places.allSatisfy({ Int($0) < offsets.count }) else { return nil }
    let changes = zip(moments, places).map { ZoneHistory.Change(seconds: $0, offset: offsets[Int($1)]) }
    return ZoneHistory(first: offsets[0], changes: changes, rule: rule)
  }

  /// The text between two ends of line that closes a file of version 2 or later.
  private mutating func takeFooter() -> ArraySlice<UInt8>? {
    guard takeBytes(1)?.first == 10, let end = bytes[place...].firstIndex(of: 10) else { return nil }
    return takeBytes(end - place)
  }

  private mutating func skip(_ count: Int) -> Bool { takeBytes(count) != nil }

  private mutating func takeBytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= bytes.count - place else { return nil }
    defer { place += count }
    return bytes[place..<place + count]
  }

  /// A number with sign, its highest byte first.
  private mutating func takeNumber(bytes count: Int) -> Int64? {
    guard let taken = takeBytes(count), let highest = taken.first else { return nil }
    return taken.reduce(highest < 128 ? 0 : -1) { $0 << 8 | Int64($1) }
  }
}
