#include "json.h"

#include <fmt/format.h>

#include "dossier/core/percent.h"
#include "dossier/core/utf8.h"
#include "dossier/render/numbers.h"

namespace dossier {
namespace {

// Those that JSON allows to stand bare although they drive terminals or turn what is read.
bool wants_escape(char32_t c) {
  return (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string dump_line(const Json& json) {
  const std::string dumped = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string out;
  out.reserve(dumped.size() + 1);
  std::size_t copied = 0;
  for (std::size_t at = 0; at < dumped.size();) {
    const auto byte = static_cast<unsigned char>(dumped[at]);
    // The characters in question begin with one of these bytes.
    if (byte != 0x7F && byte != 0xC2 && byte != 0xD8 && byte != 0xE2) {
      ++at;
      continue;
    }
    const auto [code_point, next] = decode_utf8(dumped, at);
    if (wants_escape(code_point)) {
      out.append(dumped, copied, at - copied);
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(code_point));
      copied = next;
    }
    at = next;
  }
  out.append(dumped, copied);
  return out += '\n';
}

void put_path(Json& object, std::string_view path) {
  object["path"] = repair_utf8(path);
  if (!is_valid_utf8(path)) object["path_bytes"] = percent_escape(path, "/");
}

Json published_json(const std::optional<PublicationDate>& published) {
  if (!published) return nullptr;
  return {{"first", format_day(published->days.first)},
          {"last", format_day(published->days.last)},
          {"precision", unit_name(published->precision)},
          {"from", published->from}};
}

Json time_json(std::optional<std::int64_t> seconds) {
  return seconds ? Json(format_time(*seconds)) : Json();
}

Json ranges_json(const std::vector<Range>& ranges) {
  Json out = Json::array();
  for (const Range& range : ranges) out.push_back(Json::array({range.start, range.end}));
  return out;
}

void put_resolution(Json& object, const DateMention& mention) {
  object["first"] = format_day(mention.days.first);
  object["last"] = format_day(mention.days.last);
  object["precision"] = unit_name(mention.precision);
  object["how"] = mention_how_name(mention.how);
  object["part"] = mention_part_name(mention.part);
  object["anchor"] =
      mention.anchor == MentionAnchor::none
          ? Json()
          : Json({{"kind", mention_anchor_name(mention.anchor)}, {"day", format_day(mention.anchor_day)}});
}

Json mention_json(const DateMention& mention) {
  Json out = {{"start", mention.start}, {"end", mention.end}};
  put_resolution(out, mention);
  return out;
}

Json counts_json(const Counts& counts) {
  return {{"passages", counts.passages}, {"documents", counts.documents}};
}

Json document_json(const HitDocument& document) {
  Json out = {{"id", document.id}, {"title", document.title}};
  put_path(out, document.path);
  if (document.paths.size() > 1) {
    Json paths = Json::array();
    for (const std::string& path : document.paths) paths.push_back(repair_utf8(path));
    out["paths"] = std::move(paths);
  }
  out["source"] = document.source;
  out["language"] = document.language;
  out["type"] = document.type;
  if (document.recognised) out["ocr"] = true;
  out["published"] = published_json(document.published);
  out["author"] = document.author;
  out["url"] = document.url;
  out["modified"] = format_time(document.modified);
  out["passages"] = document.passages;
  return out;
}

Json passage_json(const HitPassage& passage) {
  Json mentioned = Json::array();
  for (const DateMention& mention : passage.mentioned) mentioned.push_back(mention_json(mention));
  return {{"id", passage.id},
          {"ordinal", passage.ordinal},
          {"page", passage.page ? Json(*passage.page) : Json()},
          {"headings", passage.headings},
          {"text", passage.text},
          {"highlights", ranges_json(passage.highlights)},
          {"fragments", ranges_json(passage.fragments)},
          {"mentioned", std::move(mentioned)}};
}

Json problems_json(const std::vector<Problem>& problems) {
  Json out = Json::array();
  for (const Problem& problem : problems) {
    Json entry = {
        {"offset", problem.span.offset}, {"length", problem.span.length}, {"message", problem.message}};
    if (!problem.filter.empty()) entry["filter"] = problem.filter;
    out.push_back(std::move(entry));
  }
  return out;
}

Json query_json(const SearchResult& result) {
  Json out = Json::object();
  if (!result.request.query_id.empty()) out["id"] = result.request.query_id;
  out.update({{"text", result.query},
              {"interpreted", result.interpreted},
              {"match", result.match},
              {"relaxed", result.relaxed},
              {"problems", problems_json(result.problems)},
              {"suggestion", result.suggestion ? Json(*result.suggestion) : Json()}});
  return out;
}

Json facets_json(const std::vector<Facet>& facets) {
  Json out = Json::object();
  for (const Facet& facet : facets) {
    Json buckets = Json::array();
    for (const Bucket& bucket : facet.buckets) {
      Json row = {{"value", bucket.value},
                  {"passages", bucket.counts.passages},
                  {"documents", bucket.counts.documents}};
      if (bucket.selected) row["selected"] = true;
      buckets.push_back(std::move(row));
    }
    out[facet.name] = {{"buckets", std::move(buckets)},
                       {"more", facet.more},
                       {"missing", facet.missing.documents},
                       {"missing_passages", facet.missing.passages}};
  }
  return out;
}

}  // namespace dossier
