import ArgumentParser

// The exit codes are the contract's: 0 done, 1 findings, 2 wrong usage or a file that cannot be used.
do {
  try await Duly.runAsRoot()
} catch let failure as Failure {
  Terminal.complain(failure.message)
  Terminal.exit(failure.code)
} catch {
  let code = Duly.exitCode(for: error)
  let message = Duly.fullMessage(for: error)
  if code.isSuccess {
    Terminal.write(message + "\n")
    Terminal.exit(.done)
  }
  if !message.isEmpty { Terminal.writeError(message + "\n") }
  Terminal.exit(code == .validationFailure ? .usage : .init(rawValue: code.rawValue) ?? .usage)
}
Terminal.exit(.done)
