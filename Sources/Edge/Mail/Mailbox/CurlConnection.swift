import CCurl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A connection to an IMAP server that curl opens, encrypts and proves; what is said over it is said by `IMAPSession`.
///
/// Curl's own IMAP is not used: it marks mails as read and cuts long answers off. With `CURLOPT_CONNECT_ONLY` it goes as far
/// as the greeting and `STARTTLS`, and refuses what a server says between that and TLS.
final class CurlConnection {
  // Curl wants to be started once in a process; a constant is made once, whoever asks first.
  private static let started = duly_curl_global_init()

  private let handle: UnsafeMutableRawPointer
  private let socket: Int32
  private let replySeconds: Int
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)
  /// When the command under way has to be answered, whatever the server goes on sending.
  private var deadline = ContinuousClock.now
  /// When all that is asked over this connection has to be answered.
  private let end: ContinuousClock.Instant

  /// Connects; returns when the server has greeted and, unless the settings say otherwise, proved who it is.
  ///
  /// - Throws: `MailError` in one sentence: nothing was told to the server then.
  init(_ server: MailboxServer) throws(MailError) {
    guard Self.started == CURLE_OK, let handle = curl_easy_init() else {
      throw MailError(.mailbox, "there is no memory for a connection")
    }
    var explanation = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
    Self.set(handle, server)
    let code = explanation.withUnsafeMutableBufferPointer { buffer in
      duly_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, buffer.baseAddress)
      defer { duly_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, nil) }
      return curl_easy_perform(handle)
    }
    guard code == CURLE_OK else {
      let own = String(decoding: explanation.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      curl_easy_cleanup(handle)
      throw Self.failure(code, own.isEmpty ? String(cString: curl_easy_strerror(code)) : own)
    }
    var socket: curl_socket_t = -1
    duly_curl_socket(handle, &socket)
    guard socket >= 0 else {
      curl_easy_cleanup(handle)
      throw MailError(.mailbox, "the connection to the mailbox's server broke off")
    }
    self.handle = handle
    self.socket = socket
    replySeconds = server.timeouts.reply
    end = ContinuousClock.now + .seconds(server.timeouts.reading)
  }

  deinit { curl_easy_cleanup(handle) }

  /// Begins a command that has to be answered within so many seconds.
  func allow(_ seconds: Int) { deadline = min(end, ContinuousClock.now + .seconds(seconds)) }

  /// Begins the farewell, which may take so many seconds, however late it is.
  func allowFarewell(_ seconds: Int) { deadline = ContinuousClock.now + .seconds(seconds) }

  /// Hands bytes to the server.
  func send(_ bytes: [UInt8]) throws(MailError) {
    var sent = 0
    while sent < bytes.count {
      var count = 0
      let code = bytes.withUnsafeBytes { buffer in
        curl_easy_send(handle, buffer.baseAddress.map { $0 + sent }, bytes.count - sent, &count)
      }
      sent += count
      switch code {
      case CURLE_OK: continue
      case CURLE_AGAIN: try wait(for: Int16(POLLOUT))
      default: throw MailError(.mailbox, "the connection to the mailbox's server broke off")
      }
    }
  }

  /// The next bytes, as many as are there; none where the connection has ended.
  func receive() throws(MailError) -> [UInt8] {
    while true {
      // A server that always has something to say never makes us wait.
      guard ContinuousClock.now < deadline else { throw Self.late }
      var count = 0
      let code = buffer.withUnsafeMutableBytes { curl_easy_recv(handle, $0.baseAddress, $0.count, &count) }
      switch code {
      case CURLE_OK: return Array(buffer[..<count])
      // What TLS holds back does not show at the socket, so it is asked first.
      case CURLE_AGAIN: try wait(for: Int16(POLLIN))
      default: return []
      }
    }
  }

  /// Waits until the socket is ready, no longer than one answer and the command may take.
  private func wait(for event: Int16) throws(MailError) {
    let limit = min(deadline, ContinuousClock.now + .seconds(replySeconds))
    while true {
      let left = ContinuousClock.now.duration(to: limit) / .milliseconds(1)
      var ready = pollfd(fd: socket, events: event, revents: 0)
      guard left > 0 else { throw Self.late }
      let count = poll(&ready, 1, Int32(left.rounded(.up)))
      if count > 0 { return }
      guard count == 0 || errno == EINTR else {
        throw MailError(.mailbox, "the connection to the mailbox's server broke off")
      }
    }
  }

  private static let late = MailError(.mailbox, "the mailbox's server did not answer in time")

  private static func set(_ handle: UnsafeMutableRawPointer, _ server: MailboxServer) {
    duly_curl_set_text(handle, CURLOPT_URL, server.url)
    duly_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "imap,imaps")
    // What the environment says of proxies is meant for web pages.
    duly_curl_set_text(handle, CURLOPT_PROXY, "")
    duly_curl_set_number(handle, CURLOPT_CONNECT_ONLY, 1)
    let level = server.tls == .required ? CURLUSESSL_ALL : CURLUSESSL_NONE
    duly_curl_set_number(handle, CURLOPT_USE_SSL, Int(level.rawValue))
    duly_curl_set_number(handle, CURLOPT_SSL_VERIFYPEER, 1)
    duly_curl_set_number(handle, CURLOPT_SSL_VERIFYHOST, 2)
    if let file = server.caFile {
      duly_curl_set_text(handle, CURLOPT_CAINFO, file)
      duly_curl_set_text(handle, CURLOPT_CAPATH, nil)
    }
    // Without it a name that is not found in time is given up by a signal.
    duly_curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    duly_curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, server.timeouts.connect)
    duly_curl_set_number(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, server.timeouts.reply)
    duly_curl_set_number(
      handle, CURLOPT_TIMEOUT_MS, (server.timeouts.connect + server.timeouts.reply) * 1_000)
    // The greeting has no other way out than this, else curl prints it.
    duly_curl_set_bytes(handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
    duly_curl_set_bytes(handle, CURLOPT_HEADERFUNCTION) { _, size, count, _ in size * count }
  }

  private static func failure(_ code: CURLcode, _ words: String) -> MailError {
    let what =
      switch code {
      case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: "cannot be reached"
      case CURLE_USE_SSL_FAILED: "does not encrypt the connection, so it was told nothing"
      case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_ISSUER_ERROR:
        "has a certificate that proves nothing, so it was told nothing"
      case CURLE_SSL_CACERT_BADFILE:
        "cannot be proved, for the file of certificates to trust cannot be used"
      case CURLE_OPERATION_TIMEDOUT: "did not answer in time"
      default: "cannot be spoken to"
      }
    return MailError(.mailbox, "the mailbox's server \(what): \(words)")
  }
}
