#include "xml_metadata.h"

#include <algorithm>

#include "clean_text.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kMostBytes = 4000;  // of a value
constexpr char kPieceBreak = '\x1F';      // between elements inside a value
constexpr std::size_t kMostAuthors = 20;
constexpr std::size_t kMostDates = 20;

// "2019-05-14" of the numbers of elements for day, month and year, in whatever order they stand.
std::string joined_date(std::string_view pieces) {
  std::vector<std::string_view> numbers;
  while (!pieces.empty()) {
    const std::size_t end = std::min(pieces.find(kPieceBreak), pieces.size());
    if (const std::string_view piece = trim(pieces.substr(0, end)); !piece.empty()) numbers.push_back(piece);
    pieces.remove_prefix(std::min(end + 1, pieces.size()));
  }
  if (numbers.size() > 1 && numbers.front().size() < 4) std::reverse(numbers.begin(), numbers.end());
  std::string date;
  for (const std::string_view number : numbers) {
    if (!date.empty()) date += '-';
    if (number.size() == 1) date += '0';
    date += number;
  }
  return date;
}

}  // namespace

bool XmlMetadata::is_in(std::string_view ancestor) const noexcept {
  return std::find(open_.begin(), open_.end(), ancestor) != open_.end();
}

void XmlMetadata::note(Field field, int rank, const std::string& from, std::string_view value) {
  std::string clean = collapse_whitespace(clean_text(value));
  if (!has_word(clean)) return;
  if (field == Field::date) {
    if (dates_.size() < kMostDates) dates_.push_back({rank, {from, std::move(clean)}});
  } else if (field == Field::author) {
    const bool known = std::find(authors_.begin(), authors_.end(), clean) != authors_.end();
    if (!known && authors_.size() < kMostAuthors) authors_.push_back(std::move(clean));
  } else if (rank < best(field).rank) {
    best(field) = {std::move(clean), rank};
  }
}

void XmlMetadata::collect(Field field, int rank, std::string from) {
  collected_.push_back({open_.size(), field, rank, std::move(from), {}});
}

void XmlMetadata::start(std::string_view name, const XmlAttributes& attributes) {
  open_.emplace_back(name);
  if (!best(Field::language).value.empty() || open_.size() > 1) {
    // Only the root's language is the document's.
  } else if (const std::string_view language = attributes.get("lang"); !language.empty()) {
    note(Field::language, 5, "", language);
  }
  if (open_.front() == "TEI" || open_.front() == "TEI.2" || open_.front() == "teiCorpus")
    start_tei(name, attributes);
  else if (open_.front() == "akomaNtoso")
    start_akoma(name, attributes);
  else if (open_.front() == "article" || open_.front() == "book" || open_.front() == "svg")
    start_article(name, attributes);
  else
    start_dublin_core(name);
}

void XmlMetadata::start_tei(std::string_view name, const XmlAttributes& attributes) {
  if (!is_in("teiHeader")) return;
  const bool own = is_in("fileDesc") && !is_in("sourceDesc");
  if (name == "title" && is_in("titleStmt")) {
    collect(Field::title, attributes.get("type") == "sub" ? 3 : 1, "");
  } else if (name == "title" && is_in("sourceDesc")) {
    collect(Field::title, 4, "");
  } else if (name == "author" && (is_in("titleStmt") || (is_in("sourceDesc") && authors_.empty()))) {
    collect(Field::author, 1, "");
  } else if (name == "publisher" || name == "distributor") {
    // The edition's publisher made the file; the source is who published the text.
    collect(Field::source, own ? 2 : 1, "");
  } else if (name == "date" && (is_in("sourceDesc") || is_in("publicationStmt"))) {
    const std::string_view when = attributes.get("when");
    const int rank = own ? 2 : 1;
    if (when.empty())
      collect(Field::date, rank, "tei:date");
    else
      note(Field::date, rank, "tei:date", when);
  } else if (name == "language") {
    note(Field::language, 6, "", attributes.get("ident"));
  } else if (name == "idno" && (attributes.get("type") == "URL" || attributes.get("type") == "URI")) {
    collect(Field::url, 1, "");
  }
}

void XmlMetadata::start_akoma(std::string_view name, const XmlAttributes& attributes) {
  if (name == "docTitle" || name == "longTitle" || name == "shortTitle") {
    if (!is_in("body")) collect(Field::title, name == "docTitle" ? 1 : name == "shortTitle" ? 2 : 3, "");
    return;
  }
  if (!is_in("meta")) return;
  const int rank = is_in("FRBRWork") ? 1 : is_in("FRBRExpression") ? 2 : 9;
  if (name == "FRBRdate" && rank < 9)
    note(Field::date, rank, "akn:FRBRdate", attributes.get("date"));
  else if (name == "publication")
    note(Field::date, 3, "akn:publication", attributes.get("date"));
  else if (name == "FRBRlanguage")
    note(Field::language, rank, "", attributes.get("language"));
  else if (name == "FRBRcountry")
    note(Field::source, rank, "", attributes.get("value"));
  else if (name == "FRBRalias" || name == "FRBRname")
    note(Field::title, 5, "", attributes.get("value"));
}

void XmlMetadata::start_article(std::string_view name, const XmlAttributes& attributes) {
  const bool front = is_in("article-meta") || is_in("book-meta") || is_in("info") || is_in("articleinfo") ||
                     is_in("bookinfo");
  const std::string_view parent = open_.size() > 1 ? std::string_view(open_[open_.size() - 2]) : "";
  if (name == "article-title" && is_in("title-group")) {
    collect(Field::title, 1, "");
  } else if (name == "title" && (open_.size() == 2 || (front && open_.size() == 3))) {
    collect(Field::title, 2, "");
  } else if (name == "journal-title" || name == "publisher-name") {
    collect(Field::source, name == "journal-title" ? 1 : 2, "");
  } else if ((name == "name" && parent == "contrib") || (name == "author" && front)) {
    collect(Field::author, 1, "");
  } else if (front && (name == "pub-date" || name == "pubdate" || name == "date")) {
    const std::string_view iso = attributes.get("iso-8601-date");
    if (!iso.empty())
      note(Field::date, 1, "xml:pub-date", iso);
    else
      collect(Field::date, 1, "xml:pub-date");
  }
}

void XmlMetadata::start_dublin_core(std::string_view name) {
  if (open_.size() > 4) return;
  if (name == "title" || name == "headline")
    collect(Field::title, static_cast<int>(open_.size()), "");
  else if (name == "creator" || name == "author" || name == "byline")
    collect(Field::author, 1, "");
  else if (name == "publisher")
    collect(Field::source, 1, "");
  else if (name == "language")
    collect(Field::language, 1, "");
  else if (name == "issued" || name == "date" || name == "pubDate" || name == "published")
    collect(Field::date, name == "issued" ? 1 : 2, "xml:" + std::string(name));
}

void XmlMetadata::text(std::string_view text) {
  for (Collected& collected : collected_) {
    if (collected.text.size() < kMostBytes) collected.text.append(text.substr(0, kMostBytes));
  }
}

void XmlMetadata::end(std::string_view) {
  // "Ada" and "Lovelace" of a name, "2019" and "05" of a date are elements of their own.
  for (Collected& collected : collected_) {
    if (collected.depth < open_.size()) collected.text += kPieceBreak;
  }
  if (!collected_.empty() && collected_.back().depth == open_.size()) {
    const Collected done = std::move(collected_.back());
    collected_.pop_back();
    const bool in_pieces = done.field == Field::date && done.text.find(kPieceBreak) != std::string::npos;
    note(done.field, done.rank, done.from, in_pieces ? joined_date(done.text) : done.text);
  }
  open_.pop_back();
}

RawMetadata XmlMetadata::take() {
  RawMetadata metadata{.title = std::move(best(Field::title).value),
                       .source = std::move(best(Field::source).value),
                       .language = std::move(best(Field::language).value),
                       .url = std::move(best(Field::url).value)};
  for (const std::string& author : authors_)
    metadata.author += (metadata.author.empty() ? "" : ", ") + author;
  std::stable_sort(dates_.begin(), dates_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [rank, claim] : dates_) metadata.dates.push_back(std::move(claim));
  return metadata;
}

}  // namespace dossier
