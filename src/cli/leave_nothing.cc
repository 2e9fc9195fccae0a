#include "cli/leave_nothing.h"

#include <signal.h>

#include <thread>

#include "base/file_system.h"

namespace briefpack::cli {

void leave_nothing_on_signals() {
  sigset_t ending;
  sigemptyset(&ending);
  for (const int each : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction known {};
    if (sigaction(each, nullptr, &known) == 0 && known.sa_handler == SIG_DFL) sigaddset(&ending, each);
  }
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  // A handler may do next to nothing; a thread that waits for the signal may lock and remove.
  std::thread([ending] {
    int which = 0;
    if (sigwait(&ending, &which) != 0) return;
    const auto no_more = remove_unplaced_files();
    pthread_sigmask(SIG_UNBLOCK, &ending, nullptr);
    raise(which);
  }).detach();
}

}  // namespace briefpack::cli
