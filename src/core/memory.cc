#include "dossier/core/memory.h"

#include <malloc.h>

namespace dossier {

void give_back_memory() noexcept {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

}  // namespace dossier
