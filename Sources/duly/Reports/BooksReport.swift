import Books
import Insight
import Receivables

/// All that `duly books check` has to say, before it is written as text or JSON.
struct BooksReport {
  /// As the user wrote it.
  let folder: String
  let survey: BooksSurvey
  let figures: BooksFigures
  let warnings: [BooksWarning]
  /// The name of the policy that gives currency, rates and `books_age`; nil where there is none.
  let policy: String?

  init(folder: String, survey: BooksSurvey, day: Day, _ policy: PolicyTerms?) {
    self.folder = folder
    self.survey = survey
    figures = BooksFigures(survey.snapshot, on: day)
    self.policy = policy?.name
    var terms = BooksWarning.Terms()
    if let policy {
      terms.minutes = policy.booksAge
      terms.withoutRate = figures.currencies.map(\.currency).filter { !policy.rated.contains($0) }
    }
    warnings = BooksWarning.all(of: figures, terms)
  }

  /// Rows that cannot be read and invoices that are left out.
  var errors: Int { survey.snapshot.problems.count + figures.setAside.count }

  /// Invoices and instalments that are open on the day, of all currencies.
  var openItems: Int { figures.currencies.reduce(0) { $0 + $1.open.count } }

  /// One line: how much was checked, and how much is wrong.
  var closing: String {
    func count(_ number: Int, _ one: String) -> String { "\(number) \(one)\(number == 1 ? "" : "s")" }
    let found = [
      errors > 0 ? count(errors, "error") : nil, warnings.isEmpty ? nil : count(warnings.count, "warning"),
    ].compactMap(\.self)
    return
      "\(count(survey.snapshot.accounts.count, "customer")) and \(count(openItems, "open item")) checked: "
      + (found.isEmpty ? "nothing found" : found.joined(separator: ", "))
  }
}
