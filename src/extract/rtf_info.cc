#include "rtf_info.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "apart.h"
#include "office_blocks.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxValueBytes = 64 * 1024;
constexpr std::size_t kMaxAbout = 100;

}  // namespace

void RtfInfo::add_text(RtfPlace place, std::string_view text) {
  std::string& value = place == RtfPlace::title ? title_ : place == RtfPlace::author ? author_ : value_;
  if (value.size() < kMaxValueBytes) value.append(text);
}

void RtfInfo::end(RtfPlace place) {
  if (place == RtfPlace::about && about_.size() < kMaxAbout) about_.push_back(std::exchange(value_, {}));
}

void RtfInfo::set_date_part(RtfPlace place, std::string_view word, int number) {
  std::string& written = place == RtfPlace::created ? created_ : modified_;
  if (word == "yr") {
    written = fmt::format("{:04}", std::clamp(number, 0, 9999));
  } else if (!written.empty() && written.size() < 10) {
    written += fmt::format("-{:02}", std::clamp(number, 0, 99));
  }
}

void RtfInfo::add_to(ExtractedDocument& document) {
  RawMetadata& metadata = document.metadata;
  metadata.title = block_text(title_);
  metadata.author = block_text(author_);
  if (!created_.empty()) metadata.dates.emplace_back("rtf:created", std::move(created_));
  if (!modified_.empty()) metadata.dates.emplace_back("rtf:modified", std::move(modified_));
  add_about(document, about_);
}

}  // namespace dossier
