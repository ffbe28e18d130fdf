#include "office_properties.h"

#include <array>
#include <utility>

#include "office_blocks.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxValueBytes = 64 * 1024;

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
  value_.clear();
  if (holds_properties(name)) inside_ = false;
}

RawMetadata OfficeProperties::take() {
  RawMetadata metadata{.title = std::move(title_),
                       .author = std::move(first_author_.empty() ? author_ : first_author_),
                       .language = std::move(language_)};
  if (!created_.empty()) metadata.dates.emplace_back(format_ + ":created", std::move(created_));
  if (!modified_.empty()) metadata.dates.emplace_back(format_ + ":modified", std::move(modified_));
  return metadata;
}

}  // namespace dossier
