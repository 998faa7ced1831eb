import CMime

/// GMime, which wants to be started once in a process.
enum MIMELibrary {
  // A constant is made once, whoever asks for it first.
  private static let started: Void = duly_mime_start()

  static func start() { _ = started }
}
