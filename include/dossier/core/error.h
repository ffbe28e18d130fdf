// The one exception of the project, thrown when an operation cannot go on. A normal outcome (nothing found, a
// file that cannot be read, a query with problems) is a value instead.
#pragma once

#include <stdexcept>
#include <string>

namespace dossier {

// What kind of failure it is; cli/main turns it into an exit code.
enum class ErrorCode {
  usage,      // the arguments make no sense
  no_index,   // no usable index there: missing, of another version, damaged
  locked,     // another process is writing to the index
  not_found,  // a document or passage asked for by name is not there
  io,         // the system refused: permission, full disk, read error
  internal,   // should not happen; a bug
};

// An operation that could not go on. what() says what was attempted, on what, and why it failed; hint() says
// what to do about it and may be empty.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

  ErrorCode code() const noexcept { return code_; }
  const std::string& hint() const noexcept { return hint_; }

 private:
  ErrorCode code_;
  std::string hint_;
};

}  // namespace dossier
