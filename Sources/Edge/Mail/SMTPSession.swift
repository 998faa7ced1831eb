import CCurl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A curl handle that talks to one server, and the connection that it keeps from one message to the next.
///
/// Every call waits for the server, so it is made off the pool of tasks; `MailLine` sees to that.
final class SMTPSession {
  // Curl wants to be started once in a process; a constant is made once, whoever asks first.
  private static let started = duly_curl_global_init()

  private let handle: UnsafeMutableRawPointer
  /// Curl's callbacks hold this address as long as the handle lives, so it is not a stored property.
  private let conversation: UnsafeMutablePointer<SMTPConversation>
  private let explanation: UnsafeMutablePointer<CChar>
  private let server: MailServer

  /// A handle for a server; nothing is sent yet.
  ///
  /// - Returns: Nil where curl has no memory for it.
  init?(_ server: MailServer) {
    guard Self.started == CURLE_OK, let handle = curl_easy_init() else { return nil }
    self.handle = handle
    self.server = server
    conversation = .allocate(capacity: 1)
    conversation.initialize(to: SMTPConversation(message: []))
    explanation = .allocate(capacity: Int(CURL_ERROR_SIZE))
    explanation.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    setPlace()
    setLimits()
    setCallbacks()
  }

  deinit {
    sayFarewell()
    curl_easy_cleanup(handle)
    conversation.deinitialize(count: 1)
    conversation.deallocate()
    explanation.deallocate()
  }

  /// Bounds the wait for the server's answer to QUIT, which curl sends as it cleans up.
  ///
  /// Curl takes the limits for that from the transfer that came last, so there is one more: of a kind that this handle
  /// may not do, which fails before anything is opened.
  private func sayFarewell() {
    setNumber(CURLOPT_SERVER_RESPONSE_TIMEOUT, server.timeouts.farewell)
    setNumber(CURLOPT_TIMEOUT_MS, server.timeouts.farewell * 1_000)
    duly_curl_set_text(handle, CURLOPT_URL, "file:///")
    let code = curl_easy_perform(handle)
    assert(code == CURLE_UNSUPPORTED_PROTOCOL, "no other protocol than SMTP is allowed")
  }

  /// Offers a message to the server in one transaction.
  ///
  /// - Parameters:
  ///   - sender: The address that a failure is reported to.
  ///   - recipients: At least one; curl asks a server without any for its help page, and calls that a success.
  func transfer(_ message: [UInt8], from sender: String, to recipients: [String]) -> TransferResult {
    precondition(!recipients.isEmpty, "a message without a recipient is refused before it comes here")
    conversation.pointee = SMTPConversation(message: message)
    explanation.pointee = 0
    var list: UnsafeMutablePointer<curl_slist>?
    for recipient in recipients { list = curl_slist_append(list, recipient) ?? list }
    defer { curl_slist_free_all(list) }
    duly_curl_set_text(handle, CURLOPT_MAIL_FROM, sender)
    duly_curl_set_list(handle, CURLOPT_MAIL_RCPT, list)
    duly_curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(message.count))
    let code = curl_easy_perform(handle)
    duly_curl_set_list(handle, CURLOPT_MAIL_RCPT, nil)
    let result = TransferResult(
      ending: Self.ending(code), explanation: words(for: code),
      isNewConnection: number(CURLINFO_NUM_CONNECTS) != 0,
      conversation: conversation.pointee)
    // The message is not kept any longer than it is needed.
    conversation.pointee = SMTPConversation(message: [])
    return result
  }

  private func setPlace() {
    duly_curl_set_text(handle, CURLOPT_URL, server.url)
    duly_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    // What the environment says of proxies is meant for web pages.
    duly_curl_set_text(handle, CURLOPT_PROXY, "")
    let level = server.tls == .required ? CURLUSESSL_ALL : CURLUSESSL_NONE
    setNumber(CURLOPT_USE_SSL, Int(level.rawValue))
    setNumber(CURLOPT_SSL_VERIFYPEER, 1)
    setNumber(CURLOPT_SSL_VERIFYHOST, 2)
    if let file = server.caFile {
      duly_curl_set_text(handle, CURLOPT_CAINFO, file)
      duly_curl_set_text(handle, CURLOPT_CAPATH, nil)
    }
    if let user = server.user, let password = server.password {
      duly_curl_set_text(handle, CURLOPT_USERNAME, user)
      duly_curl_set_text(handle, CURLOPT_PASSWORD, password.text)
      // The two that need nothing else than a user and a password; else curl tries Kerberos first where it is offered.
      duly_curl_set_text(handle, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN")
    }
  }

  private func setLimits() {
    // Without it a name that is not found in time is given up by a signal.
    setNumber(CURLOPT_NOSIGNAL, 1)
    setNumber(CURLOPT_CONNECTTIMEOUT, server.timeouts.connect)
    setNumber(CURLOPT_SERVER_RESPONSE_TIMEOUT, server.timeouts.reply)
    setNumber(CURLOPT_TIMEOUT_MS, server.timeouts.message * 1_000)
    // Curl takes a connection that lay idle for two minutes for a dead one. How long it lives is for the server to say,
    // and where the server has ended it meanwhile, `MailLine` connects anew.
    setNumber(CURLOPT_MAXAGE_CONN, 86_400)
    setNumber(CURLOPT_UPLOAD, 1)
  }

  private func setCallbacks() {
    duly_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, explanation)
    duly_curl_set_pointer(handle, CURLOPT_READDATA, conversation)
    duly_curl_set_bytes(handle, CURLOPT_READFUNCTION) { bytes, size, count, context in
      guard let conversation = context?.assumingMemoryBound(to: SMTPConversation.self) else { return 0 }
      return conversation.pointee.read(into: UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
    }
    duly_curl_set_pointer(handle, CURLOPT_HEADERDATA, conversation)
    duly_curl_set_bytes(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      guard let conversation = context?.assumingMemoryBound(to: SMTPConversation.self) else { return 0 }
      conversation.pointee.note(line: UnsafeRawBufferPointer(start: bytes, count: size * count))
      return size * count
    }
    // A server's words have no other way out than the one above, else curl prints them.
    duly_curl_set_bytes(handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
    duly_curl_set_pointer(handle, CURLOPT_DEBUGDATA, conversation)
    duly_curl_set_trace(handle, CURLOPT_DEBUGFUNCTION) { _, kind, bytes, count, context in
      guard kind == CURLINFO_HEADER_OUT,
        let conversation = context?.assumingMemoryBound(to: SMTPConversation.self)
      else { return 0 }
      conversation.pointee.note(command: UnsafeRawBufferPointer(start: bytes, count: count))
      return 0
    }
    // Only this makes curl call the function above.
    setNumber(CURLOPT_VERBOSE, 1)
  }

  @discardableResult
  private func setNumber(_ option: CURLoption, _ number: Int) -> Bool {
    duly_curl_set_number(handle, option, number) == CURLE_OK
  }

  private func number(_ info: CURLINFO) -> Int {
    var number = 0
    return duly_curl_number(handle, info, &number) == CURLE_OK ? number : 0
  }

  private func words(for code: CURLcode) -> String {
    let own = String(cString: explanation)
    return own.isEmpty ? String(cString: curl_easy_strerror(code)) : own
  }

  private static func ending(_ code: CURLcode) -> TransferResult.Ending {
    switch code {
    case CURLE_OK: .completed
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: .unreachable
    case CURLE_USE_SSL_FAILED: .noTLS
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_ISSUER_ERROR:
      .untrustedCertificate
    case CURLE_SSL_CACERT_BADFILE: .unusableCAFile
    case CURLE_LOGIN_DENIED: .loginDenied
    case CURLE_OPERATION_TIMEDOUT: .timedOut
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE: .broken
    default: .other
    }
  }
}
