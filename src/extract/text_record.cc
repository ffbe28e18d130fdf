#include "text_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "blocks.h"
#include "clean_text.h"

namespace dossier {

std::string* TextRecord::field(std::string_view name) noexcept {
  const std::array<std::pair<std::string_view, std::string*>, 8> fields{{{"id", &id},
                                                                         {"title", &title},
                                                                         {"date", &date},
                                                                         {"language", &language},
                                                                         {"source", &source},
                                                                         {"url", &url},
                                                                         {"author", &author},
                                                                         {"text", &text}}};
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.first == name; });
  return found == fields.end() ? nullptr : found->second;
}

void RecordProblems::add(std::size_t number, std::string_view problem) {
  if (++count_ > most_) return;
  text_ += fmt::format("{}{} {}: {}", text_.empty() ? "" : "; ", what_, number, problem);
}

std::string RecordProblems::text() const {
  return count_ <= most_ ? text_ : text_ + fmt::format("; and {} more", count_ - most_);
}

Outcome RecordProblems::outcome(std::size_t documents, const Outcome& otherwise) const {
  if (count_ > 0) return {documents > 0 ? Status::partial : Status::failed, Reason::bad_records, text()};
  if (documents == 0) return {Status::skipped, Reason::no_text, "there is no document in it"};
  return otherwise;
}

ExtractedDocument record_document(TextRecord&& record, std::size_t number, std::string_view format,
                                  ExtractedDocument&& document, const ExtractionLimits& limits) {
  document.member = fmt::format("//{}", number);
  RawMetadata& metadata = document.metadata;
  metadata.id = clean_text(record.id);
  metadata.title = clean_text(record.title);
  metadata.author = clean_text(record.author);
  metadata.source = clean_text(record.source);
  metadata.language = clean_text(record.language);
  metadata.url = clean_text(record.url);
  if (!record.date.empty())
    metadata.dates.emplace_back(fmt::format("{}:date", format), clean_text(record.date));
  std::vector<Block> blocks = split_paragraphs(clean_text(record.text));
  document.blocks.insert(document.blocks.begin(), std::make_move_iterator(blocks.begin()),
                         std::make_move_iterator(blocks.end()));
  if (std::string cut = cut_to_limits(document, limits); !cut.empty()) {
    document.outcome = {Status::partial, Reason::too_large, std::move(cut)};
  }
  return std::move(document);
}

}  // namespace dossier
