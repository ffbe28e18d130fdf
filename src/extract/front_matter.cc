#include "front_matter.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "clean_text.h"
#include "dossier/core/utf8.h"
#include "html_blocks.h"

namespace dossier {
namespace {

// Front matter is written by hand or by a program for a few dozen fields; more is data.
constexpr std::size_t kMaxBytes = 1 << 20;
constexpr std::size_t kMaxListed = 20;  // authors
constexpr std::size_t kMaxKeyBytes = 40;

using Fields = std::map<std::string, std::string>;

// By which names a field goes, the first that is there counting.
constexpr auto kTitle = std::to_array<const char*>({"title", "headline", "name", "subject", "display_name"});
constexpr auto kAuthor = std::to_array<const char*>({"author", "authors", "creator", "by", "byline"});
constexpr auto kSource = std::to_array<const char*>(
    {"source", "publisher", "publication", "organization", "organisation", "site_name", "site"});
constexpr auto kSummary =
    std::to_array<const char*>({"summary", "description", "abstract", "excerpt", "deck"});
constexpr auto kLanguage = std::to_array<const char*>({"language", "lang", "locale"});
constexpr auto kUrl = std::to_array<const char*>(
    {"canonical_url", "canonical", "url", "source_url", "link", "permalink", "source_pdf_url"});
// Most trusted first: what is named for publication, then plain dates, then years.
constexpr auto kDates = std::to_array<const char*>({"date_published",
                                                    "datepublished",
                                                    "publication_date",
                                                    "publicationdate",
                                                    "date_of_publication",
                                                    "published",
                                                    "published_at",
                                                    "published_on",
                                                    "published_date",
                                                    "publishdate",
                                                    "publish_date",
                                                    "pubdate",
                                                    "pub_date",
                                                    "release_date",
                                                    "date_signed",
                                                    "date_issued",
                                                    "issued",
                                                    "date_adopted",
                                                    "date",
                                                    "datum",
                                                    "fecha",
                                                    "data",
                                                    "дата",
                                                    "created",
                                                    "date_created",
                                                    "year"});

template <std::size_t N>
std::string first_of(const Fields& fields, const std::array<const char*, N>& names) {
  for (const char* name : names) {
    const auto field = fields.find(name);
    if (field != fields.end() && !field->second.empty()) return field->second;
  }
  return {};
}

// A value as one line of clean text. The parser gives controls and bad UTF-8 for some escapes; some programs
// write references of HTML.
std::string as_line(const std::string& value) {
  const std::string line = collapse_whitespace(clean_text(repair_utf8(value)));
  return line.find('&') == std::string::npos || line.find(';') == std::string::npos ? line : html_line(line);
}

void set_fields(FrontMatter& found, const Fields& fields) {
  RawMetadata& metadata = found.metadata;
  metadata.title = as_line(first_of(fields, kTitle));
  metadata.author = as_line(first_of(fields, kAuthor));
  metadata.source = as_line(first_of(fields, kSource));
  metadata.language = as_line(first_of(fields, kLanguage));
  metadata.url = as_line(first_of(fields, kUrl));
  found.summary = as_line(first_of(fields, kSummary));
  for (const char* name : kDates) {
    const auto field = fields.find(name);
    std::string written = field == fields.end() ? std::string() : as_line(field->second);
    if (!written.empty())
      metadata.dates.emplace_back(fmt::format("front-matter:{}", name), std::move(written));
  }
}

std::string key_name(std::string_view key) {
  std::string name = ascii_lower(trim(key));
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::string scalar(const YAML::Node& node) {
  return node.IsScalar() ? node.Scalar() : std::string();
}

// A scalar, or the scalars of a list, or the names of a list of maps, with commas between.
std::string plain_value(const YAML::Node& node) {
  if (node.IsScalar()) return node.Scalar();
  std::string values;
  if (!node.IsSequence()) return values;
  std::size_t count = 0;
  for (const YAML::Node& item : node) {
    if (++count > kMaxListed) break;
    const std::string value = item.IsMap() && item["name"] ? scalar(item["name"]) : scalar(item);
    if (!value.empty()) values += (values.empty() ? "" : ", ") + value;
  }
  return values;
}

Fields read_yaml(std::string_view yaml) {
  Fields fields;
  const YAML::Node root = YAML::Load(std::string(yaml));
  if (root.IsNull()) return fields;
  if (!root.IsMap()) throw YAML::Exception(YAML::Mark::null_mark(), "not a list of fields");
  for (const auto& entry : root) {
    if (entry.first.IsScalar()) fields.emplace(key_name(entry.first.Scalar()), plain_value(entry.second));
  }
  return fields;
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  return text.substr(offset, text.find('\n', offset) - offset);
}

std::string_view without_quotes(std::string_view value) {
  value = trim(value);
  const bool quoted =
      value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

bool is_of_key(char c) noexcept {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
  return letter || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == ' ';
}

// A line "key: value" or "key = value" that begins at the left margin.
std::optional<std::pair<std::string_view, std::string_view>> split_field(std::string_view line, char mark) {
  const std::size_t at = line.find(mark);
  if (at == std::string_view::npos || at == 0 || at > kMaxKeyBytes || line[0] == ' ') return std::nullopt;
  const std::string_view key = line.substr(0, at);
  if (!std::all_of(key.begin(), key.end(), is_of_key)) return std::nullopt;
  return std::pair{key, line.substr(at + 1)};
}

// The lines that are fields; what else stands there is passed over.
Fields read_lines(std::string_view block, char mark) {
  Fields fields;
  while (!block.empty()) {
    const std::string_view line = line_at(block, 0);
    if (const auto field = split_field(line, mark)) {
      fields.emplace(key_name(field->first), std::string(without_quotes(field->second)));
    }
    block.remove_prefix(std::min(line.size() + 1, block.size()));
  }
  return fields;
}

// Whether most lines of a block are fields or belong to one: broken, but no text between two rules.
bool is_mostly_fields(std::string_view block, char mark) {
  std::size_t fields = 0;
  std::size_t others = 0;
  while (!block.empty()) {
    const std::string_view line = line_at(block, 0);
    const bool belongs = line.empty() || std::string_view(" \t-#]}").find(line[0]) != std::string_view::npos;
    if (!belongs) ++(split_field(line, mark) ? fields : others);
    block.remove_prefix(std::min(line.size() + 1, block.size()));
  }
  return fields > others;
}

FrontMatter from_lines(std::string_view block, char mark) {
  FrontMatter found;
  if (!is_mostly_fields(block, mark)) return found;
  set_fields(found, read_lines(block, mark));
  found.length = block.size();
  return found;
}

FrontMatter from_yaml(std::string_view yaml) {
  std::string problem = fmt::format("front matter of {} bytes, read for its plain fields only", yaml.size());
  if (yaml.size() <= kMaxBytes) {
    try {
      FrontMatter found;
      Fields fields = read_yaml(yaml);
      fields.merge(read_lines(yaml, ':'));  // what a quote that is never closed has swallowed
      set_fields(found, fields);
      found.length = yaml.size();
      return found;
    } catch (const YAML::Exception& error) {
      // It may quote half a character. Line 1 of the file is the "---".
      const std::string why = clean_text(repair_utf8(error.msg));
      problem = error.mark.is_null() ? fmt::format("front matter: {}", why)
                                     : fmt::format("front matter, line {}: {}", error.mark.line + 2, why);
    }
  }
  FrontMatter found = from_lines(yaml, ':');
  found.problem = std::move(problem);
  return found;
}

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
  const std::string_view fence = trim(line_at(text, 0));
  const bool toml = fence == "+++";
  if (!toml && fence != "---") return {};
  const std::size_t start = std::min(text.find('\n'), text.size() - 1) + 1;
  for (std::size_t at = start; at < text.size();) {
    const std::string_view line = line_at(text, at);
    const std::size_t next = std::min(at + line.size() + 1, text.size());
    if (trim(line) == fence || (!toml && trim(line) == "...")) {
      const std::string_view block = text.substr(start, at - start);
      FrontMatter found = toml ? from_lines(block, '=') : from_yaml(block);
      if (found.length == 0 && !trim(block).empty()) return {};
      found.length = next;
      return found;
    }
    at = next;
  }
  return {};  // never closed: a rule, then text
}

}  // namespace dossier
