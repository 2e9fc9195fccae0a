#include "base/background_work.h"

#include <semaphore>
#include <stdexcept>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace briefpack;

TEST_CASE("each piece of background work is done once before it is finished, whatever the number of threads") {
  for (const unsigned threads : {0u, 1u, 2u, 7u}) {
    std::vector<int> calls(200);
    BackgroundWork work(threads);
    for (std::size_t i = 0; i < 150; ++i) work.add([&calls, i] { ++calls[i]; });
    work.finish();
    CHECK(std::vector<int>(calls.begin(), calls.begin() + 150) == std::vector<int>(150, 1));
    for (std::size_t i = 150; i < 200; ++i) work.add([&calls, i] { ++calls[i]; });
    work.finish();
    CHECK(calls == std::vector<int>(200, 1));
    work.finish();
  }
}

TEST_CASE("of several pieces of background work that throw, the first that was handed over is told, once") {
  BackgroundWork work(3);
  std::vector<int> calls(50);
  for (std::size_t i = 0; i < calls.size(); ++i) {
    work.add([&calls, i] {
      ++calls[i];
      if (i == 7 || i == 40) throw std::runtime_error(std::to_string(i));
    });
  }
  std::string thrown;
  try {
    work.finish();
  } catch (const std::runtime_error& error) {
    thrown = error.what();
  }
  CHECK(thrown == "7");
  CHECK(calls == std::vector<int>(50, 1));
  CHECK_NOTHROW(work.finish());
}

TEST_CASE("of pieces of background work that wait, those added first are done first") {
  std::binary_semaphore is_busy{0}, may_end{0};
  std::vector<int> done;  // by this thread, as the other one is busy
  BackgroundWork work(2);
  work.add([&] {
    is_busy.release();
    may_end.acquire();
  });
  is_busy.acquire();
  work.add([&] { done.push_back(3); });
  work.add([&] {
    done.push_back(4);
    may_end.release();
  });
  work.add_first([&] { done.push_back(2); });
  work.add_first([&] { done.push_back(1); });
  work.finish();
  CHECK(done == std::vector<int>{1, 2, 3, 4});
}

TEST_CASE("background work that nobody waits for ends with its owner") {
  std::vector<int> calls(20);
  {
    BackgroundWork work(2);
    for (int& each : calls) work.add([&each] { ++each; });
  }
  for (const int each : calls) CHECK(each <= 1);
}
