import PolicySyntax

/// DN205: a value that may be missing, used without a fallback.
enum MayBeMissing {
  static let rule = Rule(
    id: "DN205", name: "may-be-missing", severity: .error, title: "value may be missing",
    page: #"""
      Some facts are not there for every customer: an average of days late before the first payment, a country that the
      books do not have. A condition that uses such a fact has to say what holds where it is missing, or it would have no
      answer for just those customers you know least.

      To mend it, give a fallback, `customer.country.or("GB") == "GB"`, or ask first:
      `has(customer.country) && customer.country == "GB"`.
      """#,
    triggering: #"""
      escalations:
        - name: slow
          when: customer.average_days_late > 20.0
          do: flag
      """#,
    passing: #"""
      escalations:
        - name: slow
          when: customer.average_days_late.or(0.0) > 20.0
          do: flag
      """#)
}
