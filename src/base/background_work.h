#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace briefpack {

/// Work that is handed over piece by piece and done beside this thread while it goes on. In which order pieces are done is not
/// determined, so that the outcome is the same every time only when none reads what another writes.
///
/// One thread hands over and waits.
class BackgroundWork {
 public:
  /// With one thread, or none, each piece is done where it is handed over. With more, the others start with the first piece.
  explicit BackgroundWork(unsigned threads) : threads_(threads) {}
  BackgroundWork(const BackgroundWork&) = delete;
  BackgroundWork& operator=(const BackgroundWork&) = delete;
  /// Waits for the pieces that were begun and drops the rest.
  ~BackgroundWork();

  void add(std::function<void()> piece);
  /// Adds a piece before all that wait: a large one, so that small ones are left for whoever has nothing to do at the end.
  void add_first(std::function<void()> piece);
  /// Returns when all pieces are done, which this thread helps to do. When pieces threw, the exception of the first that was handed
  /// over is thrown here.
  void finish();

 private:
  struct Piece {
    std::size_t number = 0;
    std::function<void()> work;
  };

  enum class Turn { first, last };
  void add(std::function<void()> piece, Turn turn);
  Piece take_waiting();
  void run_waiting();
  /// Does a piece without the lock.
  void run(Piece piece, std::unique_lock<std::mutex>& lock);

  unsigned threads_;
  std::mutex mutex_;  ///< Guards all below but `others_`.
  std::condition_variable changed_;
  std::deque<Piece> waiting_;
  std::size_t added_ = 0, running_ = 0;
  bool is_ending_ = false;
  std::pair<std::size_t, std::exception_ptr> failure_;  ///< That of the lowest number.
  std::vector<std::jthread> others_;
};

}  // namespace briefpack
