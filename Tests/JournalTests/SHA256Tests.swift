import Testing

@testable import Journal

@Suite struct SHA256Tests {
  /// Source: FIPS 180-4's examples and the short messages of NIST's SHAVS, byte oriented.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `the published examples come out`(message: String, hash: String) {
    #expect(SHA256.hex(of: Array(message.utf8)) == hash)
  }

  @Test func `a million times the letter a comes out`() {
    let message = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(SHA256.hex(of: message) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// The padding takes another block from 56 bytes on; Python's hashlib gave the hash of all these hashes.
  @Test func `every length around a block's end is padded as it must be`() {
    let hashes = (0...130).map { SHA256.hex(of: [UInt8](repeating: 0x61, count: $0)) + "\n" }
    #expect(
      SHA256.hex(of: Array(hashes.joined().utf8))
        == "e305d281b5e91e526de6d81d7e932de65476d923607ac69ac85275a676c49660")
  }
}
