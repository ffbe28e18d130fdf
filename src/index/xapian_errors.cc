#include "dossier/index/xapian_errors.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "dossier/core/error.h"

namespace dossier {
namespace {

struct Translation {
  std::string_view type;  // as Xapian::Error::get_type gives it
  ErrorCode code;
  const char* hint;
};

constexpr const char* kUnopened = "check its permissions; if it is damaged, index again into a new folder";

constexpr std::array<Translation, 7> kTranslations{{
    {"DatabaseLockError", ErrorCode::locked, "wait until the other writer is done"},
    {"DatabaseVersionError", ErrorCode::no_index,
     "it was written by another version of Xapian; index again into a new folder"},
    {"DatabaseCorruptError", ErrorCode::no_index, "the index is damaged; index again into a new folder"},
    {"DatabaseOpeningError", ErrorCode::no_index, kUnopened},
    {"DatabaseNotFoundError", ErrorCode::no_index, kUnopened},
    {"DatabaseCreateError", ErrorCode::io, "check its permissions, or name another with --index"},
    {"DatabaseError", ErrorCode::io, ""},
}};

}  // namespace

void throw_translated(const Xapian::Error& error, const std::string& doing) {
  const char* system = error.get_error_string();  // set where the system refused
  const std::string reason = error.get_msg() + (system != nullptr ? std::string(": ") + system : "");
  const std::string message = doing + ": " + reason;
  if (system != nullptr && std::strcmp(system, std::strerror(ENOSPC)) == 0) {
    throw Error(ErrorCode::io, message,
                "the disk is full: make room and run the command again; what was committed is kept");
  }
  if (system != nullptr && std::strcmp(system, std::strerror(EACCES)) == 0)
    throw Error(ErrorCode::no_index, message, "check the permissions of the index's folder");
  const std::string_view type = error.get_type();
  for (const Translation& row : kTranslations) {
    if (type == row.type) throw Error(row.code, message, row.hint);
  }
  throw Error(ErrorCode::internal, message);
}

}  // namespace dossier
