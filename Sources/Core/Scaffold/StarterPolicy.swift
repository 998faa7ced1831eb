import Receivables

/// The policy of a new project: short enough to be read at one go, each choice with its reason.
struct StarterPolicy {
  private let answers: ProjectAnswers
  private let words: StarterWords

  init(_ answers: ProjectAnswers) {
    self.answers = answers
    words = answers.language.words
  }

  /// The file, whole.
  var text: String {
    [head, calendar, segments, schedules, escalations, limits, partials, tones].joined(separator: "\n")
  }

  private var isGentle: Bool { answers.start == .gentle }
  private var sellsToConsumers: Bool { answers.customers == .consumers }

  private var head: String {
    let owner = "{ name: \(YAMLText.quoted(answers.owner)), email: \(YAMLText.quoted(answers.email)) }"
    return """
      # yaml-language-server: $schema=./\(Project.schemaName)
      # How we ask for our money. Written by `duly init` on \(answers.today); from here on it is yours: change what does not
      # fit, and look at what that does before it counts.
      #
      #   duly validate    checks every name, every condition and every word
      #   duly simulate    shows who would hear what over the next sixty days, and why
      duly: 1
      policy: \(answers.policyName)

      business:
        name: \(YAMLText.quoted(answers.business))
        timezone: \(YAMLText.quoted(answers.timezone))
        currency: \(answers.currency)
        language: \(answers.language.tag(in: answers.country))
        # Reminders come from a person, and an answer reaches that person.
        sender: \(owner)
        owner: \(owner)

      """
  }

  private var calendar: String {
    let from: Day = answers.today + 30
    let until: Day = answers.today + 37
    return """
      calendar:
        week: mon-fri
        send: mon-fri 09:00-16:30               # in office hours, so that somebody is there when they ring back
        holidays: [\(answers.country.calendar)]
        # closed: [\(from)..\(until)]      # when nobody would answer
        when_closed: next_open_day

      """
  }

  private var segments: String {
    let vip = """
        # Those you would not want to lose over a reminder: tag them `vip` in customers.csv.
        - name: vip
          when: customer.tagged("vip")
          schedule: gentle
          tone: warm

      """
    let everyone = """
        - name: everyone-else
          schedule: standard
          tone: friendly

      """
    return "segments:                                 # the first that fits\n" + (answers.hasVIPs ? vip : "")
      + everyone
  }

  private var schedules: String {
    let days = isGentle ? (first: 7, second: 21, final: 35) : (first: 5, second: 14, final: 28)
    let gentle = """
        # Two letters at most, and the second comes from you: you see it before it leaves.
        gentle:
          - { tier: first, send: 10 days after due }
          - { tier: second, send: 24 days after due, from: owner, approval: owner }

      """
    return """
      schedules:
        # \(days.first) days leave time for a transfer made on the due day to arrive.
        standard:
          - { tier: first, send: \(days.first) days after due }
          - { tier: second, send: \(days.second) days after due }
          # You read every last letter before it leaves: by then a telephone call is often the better answer. When its
          # deadline has passed the invoice is on your list, and you ring: the letter says so.
          - { tier: final, send: \(days.final) days after due, tone: plain, approval: owner, respond_within: \(sellsToConsumers ? 14 : 10) days }

      """ + (answers.hasVIPs ? gentle : "")
  }

  private var escalations: String {
    """
    escalations:
      # Two messages and no word: more mail will not help, a person might.
      - name: silent
        when: history.unanswered >= 2 && history.days_since_last.or(0) >= 5
        do: [flag]
      # At this size nothing more leaves by itself.
      - name: large-and-late
        when: invoice.balance >= \(answers.amount(ofEuros: sellsToConsumers ? 1000 : 5000)) && invoice.days_overdue >= 30
        do: [hold, flag]

    # An answer gives them a week's peace, a promise is believed until two business days after its day, a dispute stops the
    # reminders for that invoice: that is what happens without a word here. `responses:` changes it.

    """
  }

  private var limits: String {
    """
    limits:
      min_balance: \(padded(answers.amount(ofEuros: 10)))# a reminder costs more goodwill than this is worth
      min_gap: 5 days
      after_issue: 3 days                     # nobody is reminded of an invoice that has only just arrived
      at_most: 3 per 30 days
      per_run: 50                             # more in one morning means that something is wrong with the books
      books_age: 24 hours
      catch_up: spread                        # old invoices start with the first letter, too
      group_by: customer                      # one letter for all that is open, never three in one morning

    """
  }

  /// A value, with blanks up to the comment behind it.
  private func padded(_ value: Int) -> String {
    let text = String(value)
    return text + String(repeating: " ", count: max(1, 27 - text.utf8.count))
  }

  /// Words as the country spells them: in Switzerland nobody writes ß.
  private func spelt(_ words: String) -> String {
    guard answers.language == .german, answers.country.code == "CH" else { return words }
    return words.split(separator: "ß", omittingEmptySubsequences: false).joined(separator: "ss")
  }

  private var partials: String {
    let howToPay: String
    if let own = answers.howToPay {
      howToPay = words.howToPayTo + "\n\n" + YAMLText.inTemplate(own)
    } else {
      howToPay = words.howToPay
    }
    return """
      # The words. Each letter says which invoice, how much, since when and how to pay, and leaves a way to answer. Read them
      # aloud, and change what you would not say.
      partials:
        hello: \(YAMLText.quoted(words.hello))
        number: \(YAMLText.quoted(words.number))
        open: \(YAMLText.quoted(words.open))
        how_to_pay: |
      \(YAMLText.indented(howToPay, by: 4))

      """
  }

  private var tones: String {
    var tones = "tones:                                    # from soft to hard\n"
    if answers.hasVIPs {
      tones += "  warm:\n" + letter("first", words.warmFirst)
      tones += letter("second", words.warmSecond, from: "owner")
    }
    tones += "  friendly:\n" + letter("first", words.friendlyFirst) + letter("second", words.friendlySecond)
    tones +=
      "  plain:\n"
      + letter("final", words.final, adding: sellsToConsumers ? words.byParts : nil)
    return tones
  }

  private func letter(
    _ tier: String, _ letter: StarterWords.Letter, from author: String = "sender", adding more: String? = nil
  ) -> String {
    let body = """
      {{> hello}}

      {{#if size(invoices) + size(also_listed) > 1}}
      \(letter.many)

      {{ invoice_table }}
      {{else}}
      \(letter.one)
      {{/if}}

      \(letter.rest)\(more.map { "\n\n" + $0 } ?? "")

      \(letter.closing)

      {{ \(author).name }}
      {{ business.name }}
      """
    let subject = "{{#if size(invoices) > 1}}\(letter.subjectOfMany){{else}}\(letter.subject){{/if}}"
    return """
          \(tier):
            subject: \(YAMLText.quoted(spelt(subject)))
            body: |
      \(YAMLText.indented(spelt(body), by: 8))

      """
  }
}
