import Correspondence
import Execution
import JournalModel
import PolicySyntax
import Receivables

/// Mails that were heard, as JSON, one a line.
enum InboxJSON {
  /// A mail of this round.
  static func line(_ line: HeardLine) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("kind", "mail")
      json.member("customer", line.customer?.text)
      write(line.mail, &json)
      json.member("led_to") { $0.array(of: line.answers.map(\.name)) { $0.string($1) } }
    }
    return json.text
  }

  /// A mail of the journal.
  static func line(_ record: HeardRecord) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("kind", "mail")
      json.member("number", Int(record.number))
      json.member("on", record.day.description)
      json.member("customer", record.customer?.text)
      write(record.mail, &json)
      json.member("corrected_as", record.correctedAs)
    }
    return json.text
  }

  private static func write(_ mail: HeardMail, _ json: inout JSONWriter) {
    json.member("from", mail.from)
    json.member("subject", mail.subject)
    json.member("received", mail.received?.description)
    json.member("known_by", mail.ownership?.rawValue)
    json.member("author", mail.author)
    json.member("primary", mail.primary)
    json.member("intents") { $0.array(of: mail.intents) { $0.string($1) } }
    json.member("why") {
      $0.array(of: mail.grounds) { json, ground in
        json.object {
          $0.member("decision", ground.decision)
          $0.member("words", ground.words)
        }
      }
    }
    json.member("text", mail.text)
    json.member("needs_person", mail.needsPerson)
    guard let proposal = mail.proposal else { return json.member("proposal", nil as String?) }
    json.member("proposal") { json in
      json.object { json in
        json.member("by", proposal.model)
        json.member("says", proposal.says)
        json.member("date", proposal.day?.description)
        json.member("invoices") { $0.array(of: proposal.invoices) { $0.string($1) } }
        json.member("words", proposal.words)
      }
    }
  }
}

extension HeardAnswer {
  /// In a few words.
  var name: String {
    switch self {
    case .answered(let answer):
      ([answer.kind.rawValue] + answer.invoices
        + [answer.promised ?? answer.returns].compactMap { $0?.description }).joined(separator: " ")
    case .returned(_, _, let isHard): isHard ? "bounce hard" : "bounce soft"
    case .addressFailed: "copy-failed"
    case .flagged: "flag"
    }
  }
}
