package import PolicySyntax
internal import Receivables

extension Understanding {
  /// One JSON object on a line, without the line's end.
  package func json(file: String) -> String {
    var writer = JSONWriter(capacity: 1024)
    writer.object {
      $0.member("file", file)
      write(into: &$0)
    }
    return writer.text
  }

  /// Writes the members of the JSON form into an object that is open.
  ///
  /// The keys and their order are part of what `duly inbox` promises; absent things are null.
  package func write(into json: inout JSONWriter) {
    json.member("kind", kind.rawValue)
    json.member("primary", primary.rawValue)
    json.key("intents")
    json.array(of: intents) { $0.string($1.rawValue) }
    json.key("promise")
    if let promise {
      json.object {
        $0.member("date", promise.date?.description)
        Self.amount("amount", promise.hundredths, &$0)
        $0.key("invoices")
        $0.array(of: promise.invoices) { $0.string($1) }
      }
    } else {
      json.null()
    }
    json.key("dispute")
    if let dispute {
      json.object {
        $0.key("invoices")
        $0.array(of: dispute.invoices) { $0.string($1) }
        $0.member("reason", dispute.reason)
      }
    } else {
      json.null()
    }
    json.key("claims_paid")
    if let claimsPaid {
      json.object {
        $0.member("date", claimsPaid.date?.description)
        Self.amount("amount", claimsPaid.hundredths, &$0)
        $0.member("reference", claimsPaid.reference)
      }
    } else {
      json.null()
    }
    json.member("out_of_office_until", outOfOfficeUntil?.description)
    json.member("request", request ?? "none")
    json.key("contact_change")
    if let contactChange {
      json.object {
        $0.member("email", contactChange.email)
        $0.member("name", contactChange.name)
      }
    } else {
      json.null()
    }
    json.member("stop", stop)
    json.member("needs_person", needsPerson)
    json.member("language", language)
    json.member("visible_reply", visibleReply)
    writeBounce(&json)
    writeGrounds(&json)
  }

  private func writeBounce(_ json: inout JSONWriter) {
    json.key("bounce")
    guard let bounce else { return json.null() }
    json.object {
      $0.member("recipient", bounce.recipient)
      $0.member("hard", bounce.weight == .hard)
      $0.member("is", bounce.weight.rawValue)
      $0.member("status", bounce.status)
      $0.member("reply_code", bounce.replyCode)
      $0.member("reason", bounce.reason)
    }
  }

  private func writeGrounds(_ json: inout JSONWriter) {
    json.key("why")
    json.array(of: grounds) { json, ground in
      json.object {
        $0.member("decision", ground.decision)
        $0.member("rule", ground.rule)
        $0.member("words", ground.words)
        if let span = ground.span {
          $0.member("from", span.lowerBound)
          $0.member("to", span.upperBound)
        }
      }
    }
  }

  private static func amount(_ name: StaticString, _ hundredths: Int64?, _ json: inout JSONWriter) {
    json.key(name)
    if let hundredths { json.decimal(hundredths: hundredths) } else { json.null() }
  }
}
