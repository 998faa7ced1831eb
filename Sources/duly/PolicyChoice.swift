import ArgumentParser

/// Which policy a command is about: one that is named by its path, or one of duly.yaml's.
struct PolicyChoice: ParsableArguments {
  @Argument(help: "The policy; left out, the one of duly.yaml here or above.")
  var policy: String?

  @Option(
    name: .customLong("policy"),
    help: ArgumentHelp("Which policy of duly.yaml, by its name or path.", valueName: "name"))
  var name: String?

  func validate() throws {
    guard policy == nil || name == nil else {
      throw ValidationError("name the policy once: its path, or with --policy one of duly.yaml")
    }
  }

  /// The path of the policy.
  ///
  /// - Throws: `Failure` where none is named and no duly.yaml has just one, or has one of that name.
  func path() throws -> String {
    try policy ?? ProjectFile.find().policy(named: name)
  }
}
