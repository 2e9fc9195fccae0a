#pragma once

#include <cstddef>
#include <functional>

namespace briefpack {

/// Calls `work` once with each number below `count`, on up to `threads` threads, of which this one is the first, and returns when
/// all calls have ended. Which thread makes which call is not determined, so that the outcome is the same every time only when
/// no call reads what another writes. When calls throw, the exception of the lowest number is thrown here.
void side_by_side(unsigned threads, std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace briefpack
