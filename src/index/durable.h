// Files that outlast a power cut.
#pragma once

#include <string>

namespace dossier {

// Throws the Error(io) that says what could not be done ("write") with `path`, by the system's error number.
[[noreturn]] void throw_system_error(int code, const std::string& what, const std::string& path);

// Forces a file's bytes, or a folder's entries, to the disk. Throws Error(io).
void make_durable(const std::string& path);

}  // namespace dossier
