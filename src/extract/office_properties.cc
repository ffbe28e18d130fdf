#include "office_properties.h"

#include <algorithm>
#include <array>
#include <utility>

#include "apart.h"
#include "office_blocks.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxValueBytes = 64 * 1024;
constexpr std::size_t kMaxAbout = 1000;  // keywords of OpenDocument come one by one
// "description" is what programs call the comments on a document.
constexpr std::array<std::string_view, 5> kAbout{"subject", "keywords", "keyword", "category", "description"};

bool holds_properties(std::string_view name) noexcept {
  return name == "coreProperties" || name == "meta";
}

}  // namespace

void OfficeProperties::start(std::string_view name, const XmlAttributes&) {
  inside_ = inside_ || holds_properties(name);
  value_.clear();
}

void OfficeProperties::text(std::string_view text) {
  if (inside_ && value_.size() < kMaxValueBytes) value_.append(text);
}

void OfficeProperties::end(std::string_view name) {
  // OpenDocument's "creator" and "date" are those of the last change.
  const std::array<std::pair<std::string_view, std::string*>, 8> fields{{{"title", &title_},
                                                                         {"initial-creator", &first_author_},
                                                                         {"creator", &author_},
                                                                         {"language", &language_},
                                                                         {"created", &created_},
                                                                         {"creation-date", &created_},
                                                                         {"modified", &modified_},
                                                                         {"date", &modified_}}};
  for (const auto& [field, value] : fields) {
    if (inside_ && field == name && value->empty()) *value = block_text(value_);
  }
  const bool is_about = std::find(kAbout.begin(), kAbout.end(), name) != kAbout.end();
  if (inside_ && is_about && about_.size() < kMaxAbout) about_.push_back(value_);
  value_.clear();
  if (holds_properties(name)) inside_ = false;
}

void OfficeProperties::add_to(ExtractedDocument& document) {
  RawMetadata& metadata = document.metadata;
  metadata.title = std::move(title_);
  metadata.author = std::move(first_author_.empty() ? author_ : first_author_);
  metadata.language = std::move(language_);
  if (!created_.empty()) metadata.dates.emplace_back(format_ + ":created", std::move(created_));
  if (!modified_.empty()) metadata.dates.emplace_back(format_ + ":modified", std::move(modified_));
  add_about(document, about_);
}

}  // namespace dossier
