// What a worker process gives up before it sees a file.
#pragma once

#include "dossier/extract/worker.h"

namespace dossier {

// Takes from the process, for good: opening files but to read what the system shares, and every system call
// that reading a document does not need. Call once, from a process of one thread that has loaded what it will
// use. Gives what the system granted: a kernel or a container may lack one or the other.
Confinement confine();

}  // namespace dossier
