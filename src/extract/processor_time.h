// The time that this process has worked: what limits inside an extractor go by.
#pragma once

#include <ctime>

namespace dossier {

// Seconds of processor time since the process began.
inline double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace dossier
