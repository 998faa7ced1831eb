import PolicySyntax

/// All rules as one page: `docs/rules.md`.
enum RulePages {
  /// Rules of the design that are left out, each with what stands in its place.
  private static let leftOut: [(title: String, reason: String)] = [
    (
      "escalation unreachable, or in a cycle",
      "Escalations are looked at every day, held or not, so none hides another; one whose condition can never hold is "
        + "`always-the-same` or `impossible-value`. A move to another schedule ends with the next rule that fires, so there "
        + "are no cycles."
    ),
    (
      "contact cap can be exceeded",
      "`at_most` and `min_gap` are kept by the engine whatever a policy says. What can be wrong is that a schedule asks for "
        + "more than they let through: `cap-too-small`, `gap-too-short`."
    ),
    (
      "a gap that is too long",
      "A policy states no bound for it; the end of a schedule is what has to be looked at: `silent-end`."
    ),
    (
      "template of another tone than its tier",
      "Templates stand under their tone, so a tier cannot take one of another."
    ),
    (
      "a comment right after a condition",
      "A comment is a comment. What YAML takes away from within a condition is found: `eaten-condition`."
    ),
    ("a deprecated field", "No field of the language was ever taken back."),
    (
      "inexact arithmetic on money",
      "Money is an exact decimal, also beside a number with decimals, and cannot be made a double."
    ),
    (
      "a clock or time zone that is read without saying so",
      "No fact is an instant: `today` is the day in the time zone of the business, and there is no clock to read."
    ),
    (
      "a segment that matched nobody in the books",
      "Validation knows no books. `duly test --coverage` says which segments no test reaches, a preview in which segment "
        + "each customer is."
    ),
    (
      "a send window within the hour that a clock change leaves out",
      "Nothing leaves on such a day, as on one on which no run came; the next open day takes it."
    ),
    (
      "a first tier that comes after the days of a preview",
      "The preview says so for each invoice: `no-tier-in-horizon`."
    ),
    (
      "several tiers at once when a policy is switched on",
      "`catch_up: spread` keeps the distances and `latest` sends one, so nobody gets two on a day; the first batch of all, "
        + "and more than `per_run`, wait for a yes."
    ),
    (
      "one invoice that hides the customer's others",
      "Each invoice has a ladder of its own, and what its customer heard of others changes only the words."
    ),
  ]

  /// - Parameter rules: In the order in which they are shown.
  static func render(_ rules: [Rule]) -> String {
    var page = """
      # Rules

      What `duly validate` finds, and how to mend it. This page is written by
      `duly explain-rule --all --format markdown`; one rule alone is shown by `duly explain-rule NAME`.

      An *error* stops a policy from being used; a *warning* and a *note* do not. Warnings and notes can be allowed where they
      are meant: `allow: { RULE: reason }` in a segment, a tier or an escalation, a comment `# duly:allow RULE: reason` at any
      other place ([doubtful-allow](#doubtful-allow) has the forms).

      Where a page says that something is *proved*, it holds for all customers and invoices that could exist, not only for
      those in your books. Facts that are shown have been worked out once more by the interpreter that decides in a run. What
      cannot be decided, such as what a pattern matches, is never claimed.

      | rule | weight | finds |
      | --- | --- | --- |

      """
    for rule in rules {
      page += "| [`\(rule.name)`](#\(rule.name)) | \(rule.severity.rawValue) | \(rule.title) |\n"
    }
    page += "\n## What is not a rule\n\nRules that other tools have, and why this one has not:\n\n"
    page += "| not reported | why |\n| --- | --- |\n"
    for rule in leftOut { page += "| \(rule.title) | \(rule.reason) |\n" }
    for rule in rules { page += "\n" + section(rule) }
    return page
  }

  /// One rule with its examples.
  static func section(_ rule: Rule) -> String {
    """
    ## \(rule.name)

    \(rule.id), \(rule.severity.rawValue): \(rule.title).

    \(rule.page)

    Finds something in:

    ```yaml
    \(rule.triggering)
    ```

    Finds nothing in:

    ```yaml
    \(rule.passing)
    ```

    """
  }
}
