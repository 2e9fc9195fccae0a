#pragma once

#include <cstddef>
#include <cstdio>
#include <functional>

namespace briefpack {

/// A temporary stream to write, rewind and read: up to `most_in_memory` bytes it is in memory, beyond that on the disk (as
/// std::tmpfile, so nothing is left behind however the program ends). `failed` is called when there is no room or reading fails,
/// since those who write with fprintf seldom look; it must live until the stream is closed. Null when memory is short.
std::FILE* open_spool_file(std::size_t most_in_memory, std::function<void()> failed);

}  // namespace briefpack
