// What confines extraction workers on this system, for people.
#pragma once

#include <optional>
#include <string>

#include "dossier/extract/worker.h"

namespace dossier {

// What the system lacks and what follows from it, a sentence without its full stop; empty if it lacks
// nothing, or no worker ran.
std::string confinement_gap(const std::optional<Confinement>& confinement);

// The same, or that all is as it should be.
std::string describe_confinement(const std::optional<Confinement>& confinement);

}  // namespace dossier
