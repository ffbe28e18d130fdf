#include "front_matter.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <map>

#include "dossier/core/utf8.h"
#include "html_blocks.h"

namespace dossier {
namespace {

// Front matter is written by hand or by a program for a few dozen fields; more is data.
constexpr std::size_t kMaxBytes = 1 << 20;
constexpr std::size_t kMaxListed = 20;  // authors

using Fields = std::map<std::string, std::string>;

// By which names a field goes, the first that is there counting.
constexpr std::array kTitle{"title", "headline", "name", "subject", "display_name"};
constexpr std::array kAuthor{"author", "authors", "creator", "by", "byline"};
constexpr std::array kSource{"source", "publisher", "publication", "organization", "organisation", "site_name", "site"};
constexpr std::array kLanguage{"language", "lang", "locale"};
constexpr std::array kUrl{"canonical_url", "canonical", "url", "source_url", "link", "permalink", "source_pdf_url"};
// Most trusted first: what is named for publication, then plain dates, then years.
constexpr std::array kDates{"date_published", "datepublished", "publication_date", "published",   "published_at",
                            "publishdate",    "publish_date",  "pubdate",          "date_signed", "date_issued",
                            "issued",         "date",          "datum",            "created",     "date_created",
                            "year"};

template <std::size_t N>
std::string first_of(const Fields& fields, const std::array<const char*, N>& names) {
  for (const char* name : names) {
    const auto field = fields.find(name);
    if (field != fields.end() && !field->second.empty()) return field->second;
  }
  return {};
}

std::string as_line(const std::string& value) {
  const std::string line = collapse_whitespace(value);
  return line.find('&') == std::string::npos || line.find(';') == std::string::npos ? line : html_line(line);
}

RawMetadata to_metadata(const Fields& fields) {
  RawMetadata metadata;
  metadata.title = as_line(first_of(fields, kTitle));
  metadata.author = as_line(first_of(fields, kAuthor));
  metadata.source = as_line(first_of(fields, kSource));
  metadata.language = first_of(fields, kLanguage);
  metadata.url = first_of(fields, kUrl);
  for (const char* name : kDates) {
    const auto field = fields.find(name);
    if (field != fields.end() && !field->second.empty())
      metadata.dates.emplace_back(fmt::format("front-matter:{}", name), field->second);
  }
  return metadata;
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
  if (!root.IsMap()) throw YAML::Exception(YAML::Mark::null_mark(), "not a list of fields");
  for (const auto& entry : root) {
    if (entry.first.IsScalar()) fields.emplace(key_name(entry.first.Scalar()), plain_value(entry.second));
  }
  return fields;
}

std::string_view without_quotes(std::string_view value) {
  value = trim(value);
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// "key: value" lines that begin at the left margin; what else stands there is passed over.
Fields read_lines(std::string_view yaml) {
  Fields fields;
  while (!yaml.empty()) {
    const std::size_t end = std::min(yaml.find('\n'), yaml.size());
    const std::string_view line = yaml.substr(0, end);
    const std::size_t colon = line.find(':');
    const bool field = colon != std::string_view::npos && colon > 0 && colon < 40 && line[0] != ' ' && line[0] != '#';
    if (field) fields.emplace(key_name(line.substr(0, colon)), std::string(without_quotes(line.substr(colon + 1))));
    yaml.remove_prefix(std::min(end + 1, yaml.size()));
  }
  return fields;
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  return text.substr(offset, text.find('\n', offset) - offset);
}

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
  if (trim(line_at(text, 0)) != "---") return {};
  const std::size_t start = std::min(text.find('\n'), text.size() - 1) + 1;
  for (std::size_t at = start; at < text.size();) {
    const std::string_view line = line_at(text, at);
    const std::size_t next = std::min(at + line.size() + 1, text.size());
    if (trim(line) != "---" && trim(line) != "...") {
      at = next;
      continue;
    }
    const std::string_view yaml = text.substr(start, at - start);
    FrontMatter found{.length = next};
    if (trim(yaml).empty()) return found;
    if (yaml.size() > kMaxBytes) {
      found.problem = fmt::format("front matter of {} bytes, read for its plain fields only", yaml.size());
      found.metadata = to_metadata(read_lines(yaml));
      return found;
    }
    try {
      found.metadata = to_metadata(read_yaml(yaml));
    } catch (const YAML::Exception& error) {
      // Line 1 of the file is the "---".
      found.problem = error.mark.is_null() ? fmt::format("front matter: {}", error.msg)
                                           : fmt::format("front matter, line {}: {}", error.mark.line + 2, error.msg);
      found.metadata = to_metadata(read_lines(yaml));
    }
    return found;
  }
  return {};  // never closed: a rule, then text
}

}  // namespace dossier
