#include "dossier/app/find_dates.h"

#include <nlohmann/json.hpp>

#include "dossier/app/extract_file.h"
#include "dossier/core/language.h"
#include "dossier/core/utf8.h"
#include "dossier/dates/publication.h"
#include "dossier/text/language_detector.h"

namespace dossier {

TextDates find_dates(std::string_view text, const DatesRequest& request, MentionFinder& finder) {
  TextDates out{.text = repair_utf8(text)};
  const std::string language = request.language.empty() ? detect_language(out.text) : request.language;
  out.mentions = finder.find(out.text, {.published = request.published, .language = language});
  return out;
}

std::optional<TextDates> find_dates_of_record(std::string_view json, const DatesRequest& request,
                                              MentionFinder& finder) {
  const auto record = nlohmann::json::parse(json, nullptr, false);
  if (!record.is_object() || !record.contains("text") || !record["text"].is_string()) return std::nullopt;
  const auto field = [&](const char* name) {
    const auto value = record.find(name);
    return value != record.end() && value->is_string() ? value->get<std::string>() : std::string();
  };
  DatesRequest own = request;
  if (const std::string language = normalize_language(field("lang")); !language.empty())
    own.language = language;
  if (const auto published = parse_written_date(field("dct"))) own.published = published->days;
  TextDates out = find_dates(field("text"), own, finder);
  out.doc = field("doc");
  return out;
}

Outcome find_dates_in_file(const std::string& path, const DatesRequest& request, Worker& worker,
                           MentionFinder& finder, const std::function<void(TextDates&&)>& sink) {
  return extract_file(path, worker, {.language = request.language}, [&](ExtractedFile&& extracted) {
    const Document& document = extracted.document;
    DatesRequest own{request.published, document.language};
    if (!own.published && document.published) own.published = document.published->days;
    sink(find_dates(document.text, own, finder));
  });
}

}  // namespace dossier
