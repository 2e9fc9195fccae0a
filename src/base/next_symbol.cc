#include "base/next_symbol.h"

#include <dlfcn.h>

namespace briefpack {

void* next_symbol(const char* name) { return dlsym(RTLD_NEXT, name); }

}  // namespace briefpack
