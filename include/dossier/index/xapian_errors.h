// Xapian's errors as ours, translated once, here.
#pragma once

#include <string>
#include <utility>

#include <xapian.h>

namespace dossier {

// Throws the Error that stands for `error`, which came up while `doing` ("opening the index /x").
[[noreturn]] void throw_translated(const Xapian::Error& error, const std::string& doing);

// Calls `work`; a Xapian::Error out of it becomes an Error. DatabaseModifiedError passes: whoever reads
// handles it.
template <typename Work>
decltype(auto) translating(const std::string& doing, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::Error& error) {
    throw_translated(error, doing);
  }
}

}  // namespace dossier
