import Execution
import JournalModel
import Receivables
import Schedule
import Simulation

/// A simulation that begins where the journal stands: as `execute` would at this moment.
struct JournalStart: StartingPoint {
  private let journal: JournalState
  private let binder: HistoryBinder
  private let plan: Plan
  private let today: Day
  private let unseen: UnseenFlags

  init(_ journal: JournalState, _ plan: Plan, on today: Day) {
    self.journal = journal
    self.plan = plan
    self.today = today
    binder = HistoryBinder(plan)
    unseen = UnseenFlags(journal, plan)
  }

  func begin(_ account: Account) -> (account: Account, state: State) {
    let start = CustomerStart(account, journal, binder, plan, on: today, unseen: unseen)
    return (start.account, start.state)
  }

  func addressLog(of customers: [Customer]) -> AddressLog { journal.addressLog(of: customers) }
}
