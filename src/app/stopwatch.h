// How long stages take.
#pragma once

#include <chrono>

namespace dossier {

class Stopwatch {
 public:
  // Seconds since the last lap, or since it was made.
  double lap() noexcept {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double> passed = now - last_;
    last_ = now;
    return passed.count();
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace dossier
