// Memory of the process beside what single objects own.
#pragma once

namespace dossier {

// Gives the system what is free: else the C library keeps it, of each thread apart, in pieces of one size
// that are of no use for another. For whoever has just let go of much. Some milliseconds; calls may run in
// parallel.
void give_back_memory() noexcept;

}  // namespace dossier
