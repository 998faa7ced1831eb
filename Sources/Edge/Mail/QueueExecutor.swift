import Dispatch

/// Runs an actor on a queue of its own, so that what waits there holds up no other task.
final class QueueExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "duly.mail")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
