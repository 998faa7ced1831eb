/// How many things a policy can define: far more than anybody reads, few enough that no check takes long.
enum PolicySize {
  static let segments = 500
  static let schedules = 200
  static let tiers = 100
  static let tones = 100
  static let escalations = 500
  /// How many unknown fields of one mapping are told one by one.
  static let unknownFields = 20
  /// How many names are compared with one that was not found.
  static let comparedNames = 200
}
