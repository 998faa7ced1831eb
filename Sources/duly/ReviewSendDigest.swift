import ArgumentParser
import Execution
import Glibc
import JournalModel
import Schedule

/// `duly review send-digest`: the letter that `review.every` sends, now.
struct ReviewSendDigest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send-digest", abstract: "Send yourself the digest of what waits for you, now.")

  @Option(help: ArgumentHelp("Which policy of duly.yaml, by its name or path.", valueName: "name"))
  var policy: String?

  @OptionGroup var options: ReviewOptions

  func run() async throws {
    let session = try options.session()
    let project = try ProjectFile.find()
    let file = try PolicyFile(try project.policy(named: policy))
    let plan = try file.plan(former: session.state.formerNames)
    let settings = RunSettings(
      plan: plan, policyDigest: file.digest, boot: Machine.boot, process: Int(getpid()), now: Clock.now,
      offset: Clock.offsets(of: plan.business.timezone.value))
    let post = try Post(project, plan, isDryRun: false)
    let names = await CustomerNames.ofProject()
    let outcome = try await OwnerPost(settings, session, post.dispatcher, name: names.plainName(of:))
      .sendDigest()
    await post.close()
    switch outcome {
    case .nothing: Terminal.write("Nothing waits for you; no digest was sent.\n")
    case .sent(let letter, let address): Terminal.write("Sent to \(address): \(letter.subject)\n")
    case .failed(_, let reason): throw Failure("the digest could not be sent: \(reason)")
    }
  }
}
