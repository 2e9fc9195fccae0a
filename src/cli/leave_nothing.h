#pragma once

namespace briefpack::cli {

/// From here on SIGINT (Ctrl-C), SIGTERM and SIGHUP end the program as ever, and no file is left that has not got its place. A
/// signal that is ignored stays so. REQUIRES: no other thread runs yet.
void leave_nothing_on_signals();

}  // namespace briefpack::cli
