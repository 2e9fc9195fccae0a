#pragma once

namespace briefpack {

/// The function of this name in the shared libraries after the program itself: the one that a function of ours with the same name
/// stands before. Null when there is none.
void* next_symbol(const char* name);

}  // namespace briefpack
