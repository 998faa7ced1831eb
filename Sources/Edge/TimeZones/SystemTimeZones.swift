import CEL
import Synchronization

/// The time zones of the system's own database: a folder of TZif files, one for each name.
///
/// Each file is read once, when its zone is first asked for; a later change of the folder is not seen.
package struct SystemTimeZones: TimeZoneDatabase {
  /// Where Linux and macOS keep the database.
  package static let defaultFolder = "/usr/share/zoneinfo"

  private let folder: String
  private let known = KnownZones()

  /// Takes the zones from a folder, which need not exist: then no name is known.
  package init(folder: String = defaultFolder) { self.folder = folder }

  /// The seconds east of UTC that a zone has at a moment; nil where the folder has no sound file for it.
  package func offset(of zone: String, at seconds: Int64) -> Int? {
    guard Self.isName(zone) else { return nil }
    return known.zone(zone, reading: { ZoneFile.read("\(folder)/\(zone)").flatMap(ZoneReader.history) })?
      .offset(at: seconds)
  }

  /// Whether a text can name a zone: parts of ASCII letters, digits, `+`, `-` and `_` between single slashes.
  ///
  /// The first letter is a capital, as in every name of the database. So no name leads out of the folder, and
  /// `localtime`, which differs from machine to machine, and the copies under `posix/` and `right/` are none.
  static func isName(_ zone: String) -> Bool {
    let bytes = Array(zone.utf8.prefix(65))
    guard bytes.count <= 64, let first = bytes.first, 65...90 ~= first else { return false }
    return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.first != UInt8(ascii: "-") && part.allSatisfy(isNameByte)
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}

/// The zones that have been asked for, also those that there are not.
private final class KnownZones: Sendable {
  /// More names than any database has; a hostile text could ask for any number of others.
  private static let limit = 2_048

  private let zones = Mutex<[String: ZoneHistory?]>([:])

  func zone(_ name: String, reading read: () -> ZoneHistory?) -> ZoneHistory? {
    // Read under the lock: who asks at the same time waits for one reading.
    zones.withLock { zones in
      if let known = zones[name] { return known }
      let zone = read()
      if zones.count < Self.limit { zones.updateValue(zone, forKey: name) }
      return zone
    }
  }
}
