import Glibc

/// Single keys from a terminal, without waiting for the end of a line.
enum Keyboard {
  /// The next key; nil at the end of input, and where standard input is no terminal.
  static func key() -> Character? {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    withUnsafeMutableBytes(of: &raw.c_cc) { keys in
      keys[Int(VMIN)] = 1
      keys[Int(VTIME)] = 0
    }
    guard tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0 else { return nil }
    defer { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      // What the terminal takes for the end of input comes as a key here.
      guard count == 1, byte != 4 else { return nil }
      return Character(Unicode.Scalar(byte))
    }
  }
}
