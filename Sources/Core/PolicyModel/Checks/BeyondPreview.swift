import PolicySyntax

/// DN409: a schedule whose first reminder lies beyond the sixty days of a preview.
enum BeyondPreview {
  static let rule = Rule(
    id: "DN409", name: "beyond-preview", severity: .warning,
    title: "first reminder later than a preview looks",
    page: #"""
      `duly simulate` and `duly diff` look sixty days ahead unless told otherwise. The first reminder of this schedule leaves
      later than that after the due day: of an invoice that falls due today, nobody will have seen a message before it is sent, and who
      only looks at previews takes its customers for people who are never written to.

      To mend it, remind sooner; or preview with `--days` and allow it here with `# duly:allow beyond-preview: reason`.
      """#,
    triggering: #"""
      schedules:
        standard:
          - { tier: first, send: 75 days after due, approval: owner }
      """#,
    passing: #"""
      schedules:
        standard:
          - { tier: first, send: 30 days after due, approval: owner }
      """#)

  /// The days of a preview, and the longest time that is usual in dunning before somebody speaks.
  static let days = 60

  static func diagnostics(_ schedules: [ScheduleDefinition]) -> [Diagnostic] {
    schedules.compactMap { schedule in
      guard let first = schedule.tiers.first, !first.isBeforeDue,
        first.send.value.anchor == .due || first.send.value.anchor == .endOfMonth,
        let least = first.send.value.offset.bounds.least, least > days
      else { return nil }
      return Diagnostic(
        rule,
        message: "the first reminder of `\(schedule.name.value)` leaves more than \(days) days after the due "
          + "day, beyond what a preview shows",
        at: first.send.span, help: Help("remind sooner, or preview with `--days \(least + 30)`"))
    }
  }
}
