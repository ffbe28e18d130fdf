#include "dossier/search/hit.h"

#include <algorithm>
#include <utility>

namespace dossier {

bool let_pass(const std::vector<MentionFilter>& filters, const DayInterval& date) noexcept {
  return std::all_of(filters.begin(), filters.end(), [&](const MentionFilter& filter) {
    return filter.within ? date.within(filter.days) : date.overlaps(filter.days);
  });
}

std::string passage_id(const std::string& document_id, std::uint32_t ordinal) {
  return document_id + "#" + std::to_string(ordinal);
}

HitDocument to_hit_document(StoredDocument&& document) {
  HitDocument out;
  out.id = std::move(document.id);
  out.title = std::move(document.title);
  out.author = std::move(document.author);
  out.source = std::move(document.source);
  out.url = std::move(document.url);
  out.language = std::move(document.language);
  out.type = std::move(document.type);
  out.path = document.paths.empty() ? std::string() : document.paths[0];
  out.paths = std::move(document.paths);
  out.published = std::move(document.published);
  out.modified = document.modified;
  out.passages = document.passages;
  out.recognised = document.recognised;
  return out;
}

DocumentRelation to_document_relation(const StoredRelation& relation) {
  return {.relation = relation.relation,
          .is_part = relation.is_part,
          .shared = relation.shared / 1000.0,
          .differences = relation.differences,
          .more = relation.more};
}

HitPassage to_hit_passage(const HitDocument& document, StoredPassage&& passage) {
  HitPassage out;
  out.id = passage_id(document.id, passage.ordinal);
  out.ordinal = passage.ordinal;
  out.page = passage.page;
  out.headings = std::move(passage.headings);
  out.language = text_language(passage.language, document.language);
  out.text = std::move(passage.text);
  out.mentioned = std::move(passage.mentions);
  return out;
}

}  // namespace dossier
