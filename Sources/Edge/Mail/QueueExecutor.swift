import Dispatch

/// Runs an actor, or a task that prefers it, on a queue of its own, so that what waits there holds up no other task.
final class QueueExecutor: SerialExecutor, TaskExecutor {
  private let queue = DispatchQueue(label: "duly.mail")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async {
      job.runSynchronously(
        isolatedTo: self.asUnownedSerialExecutor(), taskExecutor: self.asUnownedTaskExecutor())
    }
  }
}
