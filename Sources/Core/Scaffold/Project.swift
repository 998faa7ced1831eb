/// A new project: its files, as texts, from the answers about a business.
///
/// The same answers make the same files. Nothing is read or written here.
package struct Project: Sendable {
  /// A file of the project, by its path inside the project's folder.
  package struct File: Sendable {
    package let path: String
    package let text: String
  }

  /// In the order in which a reader would open them.
  package let files: [File]
  /// Where the policy is, inside the project's folder.
  package let policy: String
  /// The file beside the policy that tells editors what a policy is; the policy names it in its first line.
  static let schemaName = "policy.schema.json"

  /// - Parameter schema: What is written into that file; left out, none is made.
  package init(_ answers: ProjectAnswers, schema: String? = nil) {
    policy = "policies/\(answers.policyName).yaml"
    let settings = """
      # Where things are. What is said to whom, and when, is in the policy.
      duly: 1
      policies: [\(policy)]
      books: { csv: \(YAMLText.quoted(answers.books ?? "books")) }
      # What was sent, heard and decided; `duly execute` begins it. Keep a copy of it as you do of the books.
      journal: journal.sqlite
      # Where `duly execute` sends from; until it is here, try `duly execute --dry-run`.
      # mail:
      #   smtp:
      #     url: "smtp://mail.example:587"
      #     tls: required
      #     user: \(YAMLText.quoted(answers.email))
      #     password: { env: DULY_SMTP_PASSWORD }

      """
    var files = [
      File(path: "duly.yaml", text: settings), File(path: policy, text: StarterPolicy(answers).text),
      File(path: "policies/\(answers.policyName).test.yaml", text: StarterTest(answers).text),
    ]
    if let schema { files.append(File(path: "policies/\(Project.schemaName)", text: schema)) }
    if answers.books == nil {
      let books = StarterBooks(answers)
      files += [
        File(path: "books/books.yaml", text: books.settings),
        File(path: "books/customers.csv", text: books.customers),
        File(path: "books/invoices.csv", text: books.invoices),
        File(path: "books/payments.csv", text: books.payments),
      ]
    }
    self.files = files
  }
}
