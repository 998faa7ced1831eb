// Random mails, from bytes to intent, made by libFuzzer; `scripts/fuzz` builds and runs it.
import FuzzerDriver
import Glibc
import MailProbe

private var count = CommandLine.argc
private var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv

// The rules are read before the clock runs: on a busy machine that took longer than a mail is given.
_ = MailProbe.brokenPromises(for: Array("From: a@b.example\n\nHello".utf8))

private let status = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
  let broken = MailProbe.brokenPromises(for: Array(UnsafeBufferPointer(start: data, count: size)))
  // libFuzzer keeps the input of a process that stops.
  if let first = broken.first { fatalError(first) }
  return 0
}
exit(status)
