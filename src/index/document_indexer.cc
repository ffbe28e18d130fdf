#include "dossier/index/document_indexer.h"

#include <limits>
#include <utility>

#include "dossier/core/hash.h"
#include "dossier/core/utf8.h"
#include "dossier/index/date_terms.h"
#include "dossier/index/mention_slot.h"
#include "dossier/index/schema.h"
#include "dossier/text/compound_rules.h"
#include "dossier/text/fingerprints.h"

namespace dossier {
namespace {

static_assert(max_word_bytes + 4 <= schema::max_term_bytes, "a word fits behind the longest prefix, XFXH");

// The terms of one field, by which a passage's postings grow. Prefixes are put together once.
class FieldTerms {
 public:
  explicit FieldTerms(std::string_view prefix)
      : written_(prefix),
        folded_(std::string(schema::prefix::folded) + std::string(prefix)),
        stem_(std::string(schema::prefix::stem) + std::string(prefix)) {}

  void add(const Token& token, PostingCollector& out) {
    const std::uint32_t position = token.position + 1;
    post(written_, token.term->written, position, out);
    if (!token.term->folded.empty()) post(folded_, token.term->folded, position, out);
    out.add_term(with(stem_, token.term->stem));
    if (!token.term->folded_stem.empty()) out.add_term(with(stem_, token.term->folded_stem));
  }

 private:
  void post(const std::string& prefix, const std::string& term, std::uint32_t position,
            PostingCollector& out) {
    out.add_posting(with(prefix, term), position);
  }

  const std::string& with(const std::string& prefix, const std::string& term) {
    buffer_.assign(prefix);
    buffer_.append(term);
    return buffer_;
  }

  std::string written_, folded_, stem_;
  std::string buffer_;
};

// In a language that writes compounds as one word, lets long words be found by their end.
void add_reversed(const Token& token, const CompoundRules& rules, PostingCollector& out) {
  const bool whole = token.kind == TokenKind::word || token.kind == TokenKind::ideographic;
  if (!whole || count_code_points(token.term->stem) < rules.shortest_whole()) return;
  out.add_boolean_term(schema::reversed_term(token.term->stem));
}

void add_values_and_filters(const Document& document, Analyzer& analyzer, PostingCollector& out) {
  namespace prefix = schema::prefix;
  out.add_boolean_term(schema::id_term(document.id));
  if (!document.language.empty())
    out.add_boolean_term(schema::keyword_term(prefix::language, document.language));
  if (!document.type.empty()) out.add_boolean_term(schema::keyword_term(prefix::type, document.type));
  if (!document.source.empty()) out.add_boolean_term(schema::keyword_term(prefix::source, document.source));
  for (const std::string& path : document.paths) {
    for (const std::string& term : path_terms(path, analyzer)) out.add_boolean_term(term);
  }
  if (!document.published) return;
  const DateTerms dates = date_terms(document.published->days);
  for (const std::string& unit : dates.unit) out.add_boolean_term(std::string(prefix::published_unit) + unit);
  for (const std::string& unit : dates.above)
    out.add_boolean_term(std::string(prefix::published_above) + unit);
  out.add_value(schema::slot::published_first, schema::encode_day(document.published->days.first));
  out.add_value(schema::slot::published_last, schema::encode_day(document.published->days.last));
}

void add_mentions(const std::vector<DateMention>& mentions, PostingCollector& out) {
  namespace prefix = schema::prefix;
  if (mentions.empty()) return;
  for (const DateMention& mention : mentions) {
    const DateTerms dates = date_terms(mention.days);
    for (const std::string& unit : dates.unit)
      out.add_boolean_term(std::string(prefix::mentioned_unit) + unit);
    for (const std::string& unit : dates.above)
      out.add_boolean_term(std::string(prefix::mentioned_above) + unit);
  }
  out.add_value(schema::slot::mentions, encode_mention_days(mentions));
}

// All words of the text in their order, headings among them: what is a heading in one format may be none in
// another.
void sign(const Token& token, Fingerprinter& signature) {
  if (token.kind != TokenKind::compound) signature.add(token.term->meeting_form());
}

// Gives how many there are.
std::uint32_t add_fingerprints(const Fingerprinter& signature, PostingCollector& out) {
  const std::vector<std::uint64_t> fingerprints = signature.fingerprints();
  for (const std::uint64_t fingerprint : fingerprints)
    out.add_boolean_term(schema::fingerprint_term(fingerprint));
  return static_cast<std::uint32_t>(fingerprints.size());
}

void add_headings(const Passage& passage, const std::string& language, Analyzer& analyzer, FieldTerms& terms,
                  PostingCollector& out) {
  std::uint32_t position = 0;
  for (const std::string& heading : passage.headings) {
    position = schema::heading_gap +
               analyzer.analyze(
                   heading, language, [&](const Token& token) { terms.add(token, out); }, position);
  }
}

// A document's passages in turn, as they are kept.
class StoredPassages {
 public:
  explicit StoredPassages(const Document& document) : document_(document) {}

  bool at_end() const noexcept { return next_ == document_.passages.size(); }
  const Passage& passage() const { return document_.passages[next_]; }

  StoredPassage take() {
    const Passage& passage = document_.passages[next_++];
    const std::string_view text = document_.text;
    const std::size_t from = std::exchange(previous_end_, passage.end);
    return {.ordinal = passage.ordinal,
            .page = passage.page,
            .start = passage.start,
            .headings = passage.headings,
            .language = passage.language,
            .mentions = passage.mentions,
            .lead = std::string(text.substr(from, passage.start - from)),
            .text = std::string(text.substr(passage.start, passage.end - passage.start))};
  }

 private:
  const Document& document_;
  std::size_t next_ = 0;
  std::size_t previous_end_ = 0;
};

// What tells a document from another version of it: all that is indexed but paths and times.
std::string content_hash(const StoredDocument& record, const Document& document) {
  Hasher hasher;
  hasher.update(encode(record));
  for (StoredPassages passages(document); !passages.at_end();) hasher.update(encode(passages.take()));
  return hasher.hex();
}

StoredDocument make_record(const Document& document) {
  StoredDocument record{.id = document.id,
                        .title = document.title,
                        .author = document.author,
                        .source = document.source,
                        .url = document.url,
                        .language = document.language,
                        .type = document.type,
                        .published = document.published};
  record.content_hash = content_hash(record, document);
  record.paths = document.paths;
  record.modified = document.modified;
  return record;
}

}  // namespace

void set_id(IndexableDocument& document, const std::string& id) {
  for (PassagePostings& postings : document.postings)
    postings = replace_fact(postings, schema::id_term(document.record.id), schema::id_term(id));
  document.record.id = id;
}

std::vector<std::string> path_terms(const std::string& path, Analyzer& analyzer) {
  std::vector<std::string> terms;
  analyzer.analyze(repair_utf8(path), "", [&](const Token& token) {
    terms.push_back(std::string(schema::prefix::path) + token.term->meeting_form());
  });
  return terms;
}

struct DocumentIndexer::Impl {
  Impl(const Document& to_index, Analyzer& with)
      : document(to_index), analyzer(with), rest(to_index), record(make_record(to_index)) {
    // What every passage of the document shares is worked out once.
    record.length =
        analyzer.analyze(document.title, document.language, [&](const Token& t) { title.add(t, shared); });
    analyzer.analyze(document.author, document.language, [&](const Token& t) { author.add(t, shared); });
    add_values_and_filters(document, analyzer, shared);
  }

  PassagePostings index(const Passage& passage, const StoredPassage& stored) {
    postings = shared;
    analyzer.analyze(stored.lead, document.language, [&](const Token& token) { sign(token, signature); });
    const std::string_view language = text_language(passage.language, document.language);
    const CompoundRules* compounds = compound_rules(language);
    record.length += analyzer.analyze(stored.text, language, [&](const Token& token) {
      body.add(token, postings);
      if (compounds != nullptr) add_reversed(token, *compounds, postings);
      sign(token, signature);
    });
    add_headings(passage, document.language, analyzer, heading, postings);
    add_mentions(passage.mentions, postings);
    if (!passage.language.empty())
      postings.add_boolean_term(schema::keyword_term(schema::prefix::passage_language, passage.language));
    if (rest.at_end()) record.fingerprints = add_fingerprints(signature, postings);
    return postings.pack();
  }

  const Document& document;
  Analyzer& analyzer;
  StoredPassages rest;
  StoredDocument record;
  Fingerprinter signature;
  PostingCollector shared, postings;
  FieldTerms body{""}, title{schema::prefix::title}, author{schema::prefix::author},
      heading{schema::prefix::heading};
};

DocumentIndexer::DocumentIndexer(const Document& document, Analyzer& analyzer)
    : impl_(std::make_unique<Impl>(document, analyzer)) {}

DocumentIndexer::~DocumentIndexer() = default;

IndexableDocument DocumentIndexer::next(std::uint64_t memory) {
  IndexableDocument part{.is_first = impl_->record.passages == 0};
  while (!impl_->rest.at_end() && part.memory < memory) {
    const Passage& passage = impl_->rest.passage();
    StoredPassage& stored = part.passages.emplace_back(impl_->rest.take());
    part.postings.push_back(impl_->index(passage, stored));
    part.bytes += stored.lead.size() + stored.text.size();
    part.memory += sizeof stored + stored.lead.size() + stored.text.size() + part.postings.back().bytes();
    for (const std::string& text : stored.headings) part.memory += sizeof text + text.size();
  }
  impl_->record.passages += static_cast<std::uint32_t>(part.passages.size());
  part.is_last = impl_->rest.at_end();
  part.record = impl_->record;
  return part;
}

IndexableDocument make_indexable(const Document& document, Analyzer& analyzer) {
  return DocumentIndexer(document, analyzer).next(std::numeric_limits<std::uint64_t>::max());
}

}  // namespace dossier
