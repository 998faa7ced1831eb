/// What is known of two policies beyond any books.
package enum Sameness: Sendable {
  /// How it is known that they mean the same.
  package struct Proof: Sendable {
    /// False where they say the same line by line.
    package let isNeeded: Bool
    /// True where conditions about money were compared: an amount in a currency without a rate can be counted by one
    /// condition and not by another that means the same.
    package let leavesOutUnrated: Bool
    /// Names that differ, and on which nothing hangs.
    package let renamed: [String]

    init(isNeeded: Bool, leavesOutUnrated: Bool = false, renamed: [String] = []) {
      self.isNeeded = isNeeded
      self.leavesOutUnrated = leavesOutUnrated
      self.renamed = renamed
    }
  }

  /// They mean the same, whatever the books say.
  case same(Proof)
  /// They do not, or nobody knows; with one case in which they part, as a sentence, where it was found.
  case other(String?)
}
