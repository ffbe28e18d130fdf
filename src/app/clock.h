// The one place where app reads the clock.
#pragma once

#include <chrono>
#include <cstdint>

#include "dossier/core/calendar.h"

namespace dossier {

// Seconds since 1970-01-01 UTC.
inline std::int64_t seconds_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

inline Day today_utc() {
  return static_cast<Day>(seconds_now() / 86400);
}

}  // namespace dossier
