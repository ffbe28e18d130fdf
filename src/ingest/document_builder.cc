#include "dossier/ingest/document_builder.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "dateline.h"
#include "dossier/core/hash.h"
#include "dossier/core/language.h"
#include "dossier/core/utf8.h"
#include "dossier/dates/publication.h"
#include "dossier/ingest/passage_language.h"
#include "dossier/ingest/passages.h"
#include "dossier/text/language_detector.h"

namespace dossier {
namespace {

constexpr std::size_t kIdDigits = 12;  // 48 bits: a collision is expected at some 16 million files
constexpr std::size_t kMaxTitleBytes = 1000;
constexpr std::size_t kMaxFieldBytes = 500;
constexpr std::size_t kMaxUrlBytes = 2000;

std::string field(std::string_view value, std::size_t most) {
  return collapse_whitespace(truncate_utf8(trim(truncate_utf8(value, 4 * most)), most));
}

std::string_view file_name(std::string_view path) noexcept {
  return path.substr(path.rfind('/') + 1);
}

// "QAT_63_2008.txt" as a title: the name without its ending, made valid UTF-8.
std::string title_from_name(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::size_t dot = name.rfind('.');
  return repair_utf8(dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot));
}

bool is_address(std::string_view value) noexcept {
  return value.starts_with("http://") || value.starts_with("https://");
}

// "www.un.org" of "https://www.un.org/press/en/" is "un.org": what a page comes from where it names nobody.
std::string host_of(std::string_view url) {
  if (!is_address(url)) return {};
  std::string_view host = url.substr(url.find("//") + 2);
  host = host.substr(0, host.find_first_of("/?#"));
  host = host.substr(host.find('@') == std::string_view::npos ? 0 : host.find('@') + 1);
  host = host.substr(0, host.find(':'));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return ascii_lower(host);
}

using Claims = std::vector<std::pair<std::string, std::string>>;

// The name of the file that the document is or is a record of.
std::string_view own_name(const ExtractedDocument& extracted, const SourceFile& file) noexcept {
  return file_name(extracted.file_name.empty() ? file.path : extracted.file_name);
}

// Whether it is one of several records of that file.
bool is_record(const ExtractedDocument& extracted) noexcept {
  if (extracted.member.empty()) return false;
  return extracted.file_name.empty() || !extracted.member.ends_with("/" + extracted.file_name);
}

// A record that has an id of its own is known by that; its place in the file may change at any time.
std::string document_path(const ExtractedDocument& extracted, const SourceFile& file) {
  const bool has_place = extracted.metadata.id.empty() || !is_record(extracted);
  return file.path + extracted.member.substr(0, has_place ? std::string::npos : extracted.member.rfind("//"));
}

// `language` is the document's; what the file says beside it is its region.
std::optional<PublicationDate> published(const ExtractedDocument& extracted, Claims datelines,
                                         const SourceFile& file, const std::string& language,
                                         const BuildOptions& options) {
  Claims claims = extracted.metadata.dates;
  if (!extracted.metadata.url.empty()) claims.emplace_back("url", extracted.metadata.url);
  std::move(datelines.begin(), datelines.end(), std::back_inserter(claims));
  const bool any = options.published_from.empty();
  if (!any) {
    std::erase_if(claims,
                  [&](const auto& claim) { return !claim.first.starts_with(options.published_from); });
  }
  const bool name_counts = !is_record(extracted) && (any || options.published_from == "file-name");
  const std::string& tag = extracted.metadata.language;
  return publication_date(claims, name_counts ? own_name(extracted, file) : std::string_view{}, options.today,
                          normalize_language(tag) == language ? tag : language);
}

std::string language_of(const ExtractedDocument& extracted, const std::string& text,
                        const BuildOptions& options) {
  if (!options.language.empty()) return options.language;
  const std::string declared = normalize_language(extracted.metadata.language);
  return declared.empty() ? detect_language(text) : declared;
}

}  // namespace

Document build_document(ExtractedDocument&& extracted, const SourceFile& file, const BuildOptions& options) {
  const RawMetadata& raw = extracted.metadata;
  Document document;
  document.id = raw.id.empty() ? hash_hex(file.path + extracted.member).substr(0, kIdDigits)
                               : field(raw.id, kMaxFieldBytes);
  document.title = field(raw.title, kMaxTitleBytes);
  if (document.title.empty())
    document.title = raw.id.empty() ? title_from_name(own_name(extracted, file)) : document.id;
  document.author = field(raw.author, kMaxFieldBytes);
  document.source = field(raw.source, kMaxFieldBytes);
  document.url = field(raw.url, kMaxUrlBytes);
  // A source that is an address is where it came from: the address, and whose it is.
  if (is_address(document.source) && !is_address(document.url))
    document.url = field(raw.source, kMaxUrlBytes);
  if (document.source.empty() || is_address(document.source)) document.source = host_of(document.url);
  document.type = extracted.type;
  document.recognised = extracted.recognised;
  document.paths = {document_path(extracted, file)};
  document.modified = file.modified_ns / 1'000'000'000 - (file.modified_ns % 1'000'000'000 < 0);
  Claims datelines;
  if (extracted.type != "text/html") datelines = dateline_claims(extracted.blocks);
  PassagedText cut =
      make_passages(std::move(extracted.blocks), document.title, {}, std::move(extracted.apart));
  document.text = std::move(cut.text);
  document.passages = std::move(cut.passages);
  document.language = language_of(extracted, document.text, options);
  if (options.language.empty()) find_passage_languages(document);
  document.published = published(extracted, std::move(datelines), file, document.language, options);
  return document;
}

}  // namespace dossier
