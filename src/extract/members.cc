#include "members.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <utility>

#include "charset.h"
#include "clean_text.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::uint64_t kFreeBytes = 64ull << 20;  // may be unpacked of the smallest file
constexpr std::size_t kMostNameBytes = 1000;

std::uint64_t most_unpacked(const ExtractionInput& input) noexcept {
  const std::uint64_t by_ratio = std::max(kFreeBytes, input.walk->packed * input.limits.unpacked_ratio);
  return std::min(input.limits.unpacked_bytes, by_ratio);
}

// Whether the walk, taken up again, has been at this place or is to go through it.
bool is_passed(const MemberPlace& place, const MemberPlace& resume) {
  const bool leads_there =
      place.size() < resume.size() && std::equal(place.begin(), place.end(), resume.begin());
  return !leads_there && !resume.empty() && place <= resume;
}

// Steps into a member, and out of it at the end.
class Step {
 public:
  Step(MemberWalk& walk, const std::string& name) : walk_(walk), before_(walk.member) {
    walk_.member += "//" + name;
    walk_.part = 0;
    walk_.tell();
  }
  ~Step() {
    walk_.member = std::move(before_);
    walk_.part = 0;
  }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;

 private:
  MemberWalk& walk_;
  std::string before_;
};

}  // namespace

Members::Members(const ExtractionInput& container, const DocumentSink& sink)
    : container_(container), sink_(sink) {}

std::uint64_t Members::most_bytes() const noexcept {
  const std::uint64_t most = most_unpacked(container_);
  const std::uint64_t left = most - std::min(most, container_.walk->unpacked);
  return std::min(container_.limits.member_bytes, left);
}

void Members::unpacked(std::uint64_t bytes) {
  MemberWalk& walk = *container_.walk;
  walk.unpacked += std::min(bytes, most_unpacked(container_) + 1);
  if (walk.unpacked > most_unpacked(container_)) {
    stop_ = {
        Status::partial, Reason::too_large,
        fmt::format("only the first {} bytes of what is packed in it were read", most_unpacked(container_))};
  }
}

void Members::add(std::string_view name, const Outcome& outcome) {
  add(name, [&](const ExtractionInput&, const DocumentSink&) { return outcome; });
}

void Members::add(std::string_view name, const MemberReader& read) {
  if (!more()) return;
  MemberWalk& walk = *container_.walk;
  walk.place.push_back(++ordinal_);
  const std::string shown = member_name(name);
  if (!is_passed(walk.place, walk.resume)) {
    if (walk.members >= container_.limits.members) {
      stop_ = {Status::partial, Reason::too_large,
               fmt::format("only the first {} files in it were read", container_.limits.members)};
    } else {
      ++walk.members;
      read_member(shown, read);
    }
  } else {
    unique(shown);  // the names behind it are as before
  }
  walk.place.pop_back();
  walk.tell();
}

void Members::read_member(const std::string& name, const MemberReader& read) {
  MemberWalk& walk = *container_.walk;
  const std::string member = unique(name);
  const Step step(walk, member);
  ExtractionInput input = container_;
  input.name = name;
  input.bytes = {};
  Outcome told;  // of the document that the member is
  Outcome outcome;
  if (walk.place.size() > container_.limits.depth) {
    outcome = {Status::skipped, Reason::too_large, "it lies too deep in files within files"};
  } else {
    try {
      outcome = read(input, [&](ExtractedDocument&& document) {
        if (document.member.empty()) told = document.outcome;
        document.member = "//" + member + document.member;
        if (document.file_name.empty()) document.file_name = member.substr(member.rfind('/') + 1);
        sink_(std::move(document));
      });
    } catch (const std::bad_alloc&) {
      if (walk.part != 0) throw;  // the member is read again without that part
      outcome = {Status::failed, Reason::out_of_memory, "it needs more memory than a worker may use"};
    }
  }
  if (outcome.status != Status::ok && outcome != told) sink_({.member = "//" + member, .outcome = outcome});
}

std::string Members::unique(const std::string& name) {
  std::uint32_t& times = names_[name];
  if (++times == 1) return name;
  while (true) {
    std::string other = fmt::format("{}~{}", name, times);
    if (names_.emplace(other, 1).second) return other;
    ++names_[name];
  }
}

std::string member_name(std::string_view written) {
  const std::string text =
      clean_text(is_valid_utf8(written) ? std::string(written) : decode_text(written).text);
  std::string name;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of("/\\"), rest.size());
    const std::string_view step = trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (step.empty() || step == "." || step == "..") continue;
    if (!name.empty()) name += '/';
    for (const char c : step) name += c == '\n' || c == '\t' ? ' ' : c;
  }
  if (name.empty()) return "unnamed";
  if (name.size() <= kMostNameBytes) return name;
  const std::size_t half = kMostNameBytes / 2;
  return repair_utf8(name.substr(0, half)) + "..." + repair_utf8(name.substr(name.size() - half));
}

}  // namespace dossier
