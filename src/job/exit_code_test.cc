#include <briefpack/job.h>

#include <catch2/catch.hpp>

using namespace briefpack;

TEST_CASE("errors win over warnings, and the gravest error decides") {
  const Diagnostic warning = Diagnostic::warning("a/b", {}, "w");
  const Diagnostic error = Diagnostic::error("a/b", {}, "e");
  const Diagnostic io = Diagnostic::io_error("io/unreadable", "i");
  Diagnostic bug = error;
  bug.fault = Fault::bug;
  CHECK(exit_code({}, true) == 0);
  CHECK(exit_code({warning}, false) == 0);
  CHECK(exit_code({warning}, true) == 4);
  CHECK(exit_code({warning, error}, true) == 1);
  CHECK(exit_code({error, io}, false) == 3);
  CHECK(exit_code({io, bug}, false) == 70);
}
