/// SHA-256 of bytes.
///
/// Source: FIPS 180-4, "Secure Hash Standard", sections 5 and 6.2.
package struct SHA256 {
  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]

  /// The first 32 bits of the fractional parts of the square roots of the first 8 primes.
  private var state = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
  private static let blockBytes = 64

  private init() {}

  /// The hash of the bytes as 64 small hexadecimal digits.
  ///
  /// - Complexity: One pass over the bytes; nothing is copied but the last block.
  package static func hex(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    let whole = bytes.count / blockBytes * blockBytes
    let tail = padding(Array(bytes[whole...]), total: bytes.count)
    constants.withUnsafeBufferPointer { constants in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
        bytes.withUnsafeBytes { hash.absorb($0, count: whole, words, constants) }
        tail.withUnsafeBytes { hash.absorb($0, count: tail.count, words, constants) }
      }
    }
    return hash.text
  }

  /// The rest, a bit that is one, zeros, and the length in bits: one block or two.
  private static func padding(_ rest: [UInt8], total: Int) -> [UInt8] {
    var tail = rest
    tail.append(0x80)
    while tail.count % blockBytes != blockBytes - 8 { tail.append(0) }
    let bits = UInt64(total) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    return tail
  }

  private var text: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 64) { buffer in
      var place = 0
      for index in state.indices {
        let word = state[index]
        for shift in stride(from: 28, through: 0, by: -4) {
          buffer[place] = digits[Int(word >> UInt32(shift) & 15)]
          place += 1
        }
      }
      return place
    }
  }

  /// Takes in so many bytes, whole blocks of them.
  ///
  /// - Parameters:
  ///   - words: Room for the schedule of a block, 64 words.
  ///   - constants: All 64, as memory that is not counted anew for each block.
  private mutating func absorb(
    _ bytes: UnsafeRawBufferPointer, count: Int, _ words: UnsafeMutableBufferPointer<UInt32>,
    _ constants: UnsafeBufferPointer<UInt32>
  ) {
    var start = 0
    while start < count {
      Self.fill(words, bytes, from: start)
      mix(words, constants)
      start += Self.blockBytes
    }
  }

  /// Makes the schedule of the block that begins at a place, with the round's constant in each of its words.
  private static func fill(
    _ words: UnsafeMutableBufferPointer<UInt32>, _ bytes: UnsafeRawBufferPointer, from start: Int
  ) {
    for index in 0..<16 {
      words[index] = UInt32(
        bigEndian: bytes.loadUnaligned(fromByteOffset: start &+ 4 &* index, as: UInt32.self))
    }
    for index in 16..<64 {
      let (early, late) = (words[index &- 15], words[index &- 2])
      let first = rotate(early, 7) ^ rotate(early, 18) ^ early &>> 3
      let second = rotate(late, 17) ^ rotate(late, 19) ^ late &>> 10
      words[index] = words[index &- 16] &+ first &+ words[index &- 7] &+ second
    }
  }

  private mutating func mix(
    _ words: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
  ) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var index = 0
    // Eight rounds at a time: after as many each variable has its own letter again, and none is moved.
    while index < 64 {
      func next(_ step: Int) -> UInt32 { words[index &+ step] &+ constants[index &+ step] }
      Self.round(a, b, c, &d, e, f, g, &h, next(0))
      Self.round(h, a, b, &c, d, e, f, &g, next(1))
      Self.round(g, h, a, &b, c, d, e, &f, next(2))
      Self.round(f, g, h, &a, b, c, d, &e, next(3))
      Self.round(e, f, g, &h, a, b, c, &d, next(4))
      Self.round(d, e, f, &g, h, a, b, &c, next(5))
      Self.round(c, d, e, &f, g, h, a, &b, next(6))
      Self.round(b, c, d, &e, f, g, h, &a, next(7))
      index &+= 8
    }
    state &+= SIMD8(a, b, c, d, e, f, g, h)
  }

  /// One round: only two of the eight variables change.
  @inline(__always) private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ word: UInt32
  ) {
    let upper = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let choice = g ^ e & (f ^ g)
    let first = h &+ upper &+ choice &+ word
    let lower = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    let majority = a & b | c & (a | b)
    d &+= first
    h = first &+ lower &+ majority
  }

  @inline(__always) private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }
}
