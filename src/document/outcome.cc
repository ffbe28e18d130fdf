#include "dossier/document/outcome.h"

#include <algorithm>
#include <array>

namespace dossier {
namespace {

constexpr std::array<std::string_view, 4> kStatuses{"ok", "partial", "skipped", "failed"};
constexpr std::array<std::string_view, 17> kReasons{
    "",           "unsupported-format", "empty",   "no-text",     "no-text-layer", "binary",
    "too-large",  "encrypted",          "damaged", "bad-records", "bad-encoding",  "unreadable",
    "not-a-file", "bad-link",           "crashed", "timed-out",   "out-of-memory"};
static_assert(kReasons.size() == static_cast<std::size_t>(Reason::out_of_memory) + 1);

template <typename Value, std::size_t N>
std::optional<Value> parse(const std::array<std::string_view, N>& names, std::string_view name) noexcept {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace

std::string_view status_name(Status status) noexcept {
  return kStatuses[static_cast<std::size_t>(status)];
}
std::string_view reason_name(Reason reason) noexcept {
  return kReasons[static_cast<std::size_t>(reason)];
}
std::optional<Status> parse_status(std::string_view name) noexcept {
  return parse<Status>(kStatuses, name);
}
std::optional<Reason> parse_reason(std::string_view name) noexcept {
  return parse<Reason>(kReasons, name);
}

}  // namespace dossier
