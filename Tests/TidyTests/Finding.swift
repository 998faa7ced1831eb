/// Something in a file that is not as the house has it.
struct Finding: Equatable, CustomStringConvertible {
  let path: String
  /// From 1.
  let line: Int
  /// One sentence: what, and what would be right.
  let message: String

  var description: String { "\(path):\(line): \(message)" }
}
