/// A currency of ISO 4217, with the number of decimals in which its amounts are written.
package struct Currency: Hashable, Sendable {
  /// The three letters in the low 24 bits, one byte each; the decimals above them.
  private let raw: UInt32

  /// The currency with that code, or nil where ISO 4217 (as of 2026-01-01) has none.
  package init?(code: some StringProtocol) {
    guard let packed = Currency.pack(code.utf8), Currency.known.contains(packed) else { return nil }
    raw = packed | Currency.decimals(packed) << 24
  }

  /// The three letters, one byte each, in the low 24 bits.
  package var packed: UInt32 { raw & 0xFF_FFFF }

  /// The three letters.
  package var code: String {
    String(unsafeUninitializedCapacity: 3) { bytes in
      bytes[0] = UInt8(raw >> 16 & 255)
      bytes[1] = UInt8(raw >> 8 & 255)
      bytes[2] = UInt8(raw & 255)
      return 3
    }
  }

  /// Decimals of the minor unit: 2 for most, 0 for JPY, 3 for KWD.
  package var minorDigits: Int { Int(raw >> 24) }

  private static func decimals(_ packed: UInt32) -> UInt32 {
    if withoutDecimals.contains(packed) { return 0 }
    if withThreeDecimals.contains(packed) { return 3 }
    return withFourDecimals.contains(packed) ? 4 : 2
  }

  private static func pack(_ bytes: some Collection<UInt8>) -> UInt32? {
    guard bytes.count == 3 else { return nil }
    var packed: UInt32 = 0
    for byte in bytes {
      guard (65...90).contains(byte) else { return nil }
      packed = packed << 8 | UInt32(byte)
    }
    return packed
  }

  private static func set(_ codes: String) -> Set<UInt32> {
    Set(codes.split(separator: " ").compactMap { pack($0.utf8) })
  }

  // Source: ISO 4217 list one (active codes), funds and precious metals left out: nobody invoices in them.
  private static let known = set(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF \
    CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD \
    HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD \
    MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN \
    PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY \
    TTD TWD TZS UAH UGX USD UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG CLF
    """)
  private static let withoutDecimals = set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF")
  private static let withThreeDecimals = set("BHD IQD JOD KWD LYD OMR TND")
  private static let withFourDecimals = set("CLF UYW")
}

extension Currency: CustomStringConvertible {
  package var description: String { code }
}
