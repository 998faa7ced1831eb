import CCurl
import Mail

/// One request over HTTP by libcurl: bounded in time and bytes, redirected nowhere, over TLS that is proved.
enum HTTPExchange {
  // Curl wants to be started once in a process; a constant is made once, whoever asks first.
  private static let started = duly_curl_global_init()

  /// What the server said, as far as it was taken.
  private struct Taken {
    var bytes: [UInt8] = []
    var isTooLong = false
  }

  /// Posts JSON and waits for the answer.
  ///
  /// - Returns: The status of HTTP and the body.
  static func post(
    _ body: [UInt8], to model: ChatModel
  ) throws(ChatModel.Failure) -> (status: Int, body: [UInt8]) {
    guard started == CURLE_OK, let handle = curl_easy_init() else {
      throw ChatModel.Failure(message: "there is no memory for a connection")
    }
    defer { curl_easy_cleanup(handle) }
    var headers: UnsafeMutablePointer<curl_slist>?
    defer { curl_slist_free_all(headers) }
    var lines = ["Content-Type: application/json", "Accept: application/json", "Expect:"]
    if let key = model.key { lines.append("Authorization: Bearer \(key.text)") }
    for line in lines { headers = curl_slist_append(headers, line) ?? headers }
    set(handle, model)
    duly_curl_set_list(handle, CURLOPT_HTTPHEADER, headers)
    var taken = Taken()
    let code = body.withUnsafeBytes { bytes in
      withUnsafeMutablePointer(to: &taken) { taken in
        duly_curl_set_number(handle, CURLOPT_POST, 1)
        duly_curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count))
        duly_curl_set_pointer(
          handle, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
        duly_curl_set_pointer(handle, CURLOPT_WRITEDATA, taken)
        return curl_easy_perform(handle)
      }
    }
    guard !taken.isTooLong else {
      throw ChatModel.Failure(message: "its server answered with more than \(ChatModel.answerBytes) bytes")
    }
    guard code == CURLE_OK else { throw failure(code) }
    var status = 0
    duly_curl_number(handle, CURLINFO_RESPONSE_CODE, &status)
    return (status, taken.bytes)
  }

  private static func set(_ handle: UnsafeMutableRawPointer, _ model: ChatModel) {
    duly_curl_set_text(handle, CURLOPT_URL, model.url)
    duly_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    // An answer that leads elsewhere is none: the text of a mail goes where the owner said, and nowhere else.
    duly_curl_set_number(handle, CURLOPT_FOLLOWLOCATION, 0)
    duly_curl_set_number(handle, CURLOPT_SSL_VERIFYPEER, 1)
    duly_curl_set_number(handle, CURLOPT_SSL_VERIFYHOST, 2)
    if let file = model.caFile {
      duly_curl_set_text(handle, CURLOPT_CAINFO, file)
      duly_curl_set_text(handle, CURLOPT_CAPATH, nil)
    }
    // Without it a name that is not found in time is given up by a signal.
    duly_curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    duly_curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, model.timeout)
    duly_curl_set_number(handle, CURLOPT_TIMEOUT_MS, model.timeout * 1_000)
    duly_curl_set_bytes(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      guard let taken = context?.assumingMemoryBound(to: Taken.self), let bytes else { return 0 }
      let more = UnsafeRawBufferPointer(start: bytes, count: size * count)
      guard taken.pointee.bytes.count + more.count <= ChatModel.answerBytes else {
        taken.pointee.isTooLong = true
        return 0
      }
      taken.pointee.bytes += more
      return size * count
    }
  }

  private static func failure(_ code: CURLcode) -> ChatModel.Failure {
    let what =
      switch code {
      case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: "cannot be reached"
      case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_ISSUER_ERROR,
        CURLE_SSL_CACERT_BADFILE:
        "has a certificate that proves nothing, so it was told nothing"
      case CURLE_OPERATION_TIMEDOUT: "did not answer in time"
      default: "cannot be spoken to (\(String(cString: curl_easy_strerror(code))))"
      }
    return ChatModel.Failure(message: "its server \(what)")
  }
}
