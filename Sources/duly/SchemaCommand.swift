import ArgumentParser
import PolicyModel

/// `duly schema`: the JSON Schema of the policy language, for editors.
struct SchemaCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case json, markdown }

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Write the JSON Schema of the policy language, with which editors complete and explain.",
    discussion: """
      Keep it beside the policies, and name it in the first line of each: \
      `# yaml-language-server: $schema=./policy.schema.json`. Editors with the YAML language server then know every field.
      """)

  @Option(help: "The schema, or a page of every field for people.")
  var format: Format = .json

  func run() throws {
    switch format {
    case .json: Terminal.write(PolicySchema.render())
    case .markdown: Terminal.write(FieldPage.render())
    }
  }
}
