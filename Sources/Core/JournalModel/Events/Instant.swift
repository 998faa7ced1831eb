import Receivables

/// A moment, in milliseconds since 1970-01-01T00:00:00Z; leap seconds are not counted (POSIX).
package struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Whole seconds since 1970, rounded down.
  package var seconds: Int64 { (milliseconds - Instant.remainder(milliseconds, 1000)) / 1000 }

  /// The moment written `2026-03-09T09:30:00Z`, with or without decimals of a second; nil for any other text.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z"),
      let day = Day(iso: String(decoding: bytes[..<10], as: UTF8.self)),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = Instant.number(bytes[11..<13]), let minute = Instant.number(bytes[14..<16]),
      let second = Instant.number(bytes[17..<19]), hour < 24, minute < 60, second < 60
    else { return nil }
    var thousandths: Int64 = 0
    if bytes.count > 20 {
      let digits = bytes[20..<(bytes.count - 1)]
      guard bytes[19] == UInt8(ascii: "."), (1...9).contains(digits.count), Instant.number(digits) != nil,
        let three = Instant.number((Array(digits) + [48, 48])[..<3])
      else { return nil }
      thousandths = three
    }
    milliseconds =
      ((Int64(day.number) * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + thousandths
  }

  private static func number(_ digits: some Sequence<UInt8>) -> Int64? {
    var value: Int64 = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      value = value * 10 + Int64(digit - 48)
    }
    return value
  }

  /// The day and the minute of the day (0 to 1439) at a distance from UTC in seconds.
  package func local(offset: Int) -> (day: Day, minute: Int) {
    let local = seconds + Int64(offset)
    let second = Instant.remainder(local, 86_400)
    return (Day(number: Int32(truncatingIfNeeded: (local - second) / 86_400)), Int(second / 60))
  }

  private static func remainder(_ value: Int64, _ divisor: Int64) -> Int64 {
    let rest = value % divisor
    return rest < 0 ? rest + divisor : rest
  }

  /// `2026-03-09T09:30:00.000Z`.
  package var description: String {
    let day = Instant.remainder(milliseconds, 86_400_000)
    let date = Day(number: Int32(truncatingIfNeeded: (milliseconds - day) / 86_400_000))
    var text = date.description
    // Written with every event: digit by digit is a tenth of what putting texts together costs.
    text.append(
      String(unsafeUninitializedCapacity: 14) { bytes in
        func write(_ value: Int64, at place: Int, digits: Int) {
          var rest = value
          for digit in stride(from: place + digits - 1, through: place, by: -1) {
            bytes[digit] = UInt8(truncatingIfNeeded: 48 + rest % 10)
            rest /= 10
          }
        }
        bytes[0] = UInt8(ascii: "T")
        write(day / 3_600_000, at: 1, digits: 2)
        bytes[3] = UInt8(ascii: ":")
        write(day / 60_000 % 60, at: 4, digits: 2)
        bytes[6] = UInt8(ascii: ":")
        write(day / 1000 % 60, at: 7, digits: 2)
        bytes[9] = UInt8(ascii: ".")
        write(day % 1000, at: 10, digits: 3)
        bytes[13] = UInt8(ascii: "Z")
        return 14
      })
    return text
  }

  package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}
