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
#include "dossier/text/stemmer.h"

namespace dossier {
namespace {

static_assert(max_word_bytes + 7 <= schema::max_term_bytes,
              "a stem and its family fit behind the longest prefix, ZXH");

// The terms of one field. Prefixes are put together once.
class FieldTerms {
 public:
  explicit FieldTerms(std::string_view prefix)
      : written_(prefix),
        folded_(std::string(schema::prefix::folded) + std::string(prefix)),
        stem_(std::string(schema::prefix::stem) + std::string(prefix)) {}

  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  // The numbers of a word's terms.
  struct Numbers {
    std::uint32_t written = none, folded = none, stem = none, folded_stem = none;
  };

  Numbers numbers_of(const TermForms& forms, TermNumbers& terms) {
    return {.written = terms.number(with(written_, forms.written)),
            .folded = forms.folded.empty() ? none : terms.number(with(folded_, forms.folded)),
            .stem = terms.number(with(stem_, forms.stem)),
            .folded_stem = forms.folded_stem.empty() ? none : terms.number(with(stem_, forms.folded_stem))};
  }

 private:
  const std::string& with(const std::string& prefix, const std::string& term) {
    buffer_.assign(prefix);
    buffer_.append(term);
    return buffer_;
  }

  std::string written_, folded_, stem_;
  std::string buffer_;
};

void add(const FieldTerms::Numbers& numbers, std::uint32_t word, PostingCollector& out) {
  const std::uint32_t position = word + 1;
  out.add_posting(numbers.written, position);
  if (numbers.folded != FieldTerms::none) out.add_posting(numbers.folded, position);
  out.add_term(numbers.stem);
  if (numbers.folded_stem != FieldTerms::none) out.add_term(numbers.folded_stem);
}

// What is known of the words that an analyzer has given last: more than it remembers itself.
class WordCache {
 public:
  struct Word {
    std::uint64_t number = none;  // Token::word
    std::uint64_t hash = 0;       // of the form by which spellings meet
    FieldTerms::Numbers body;
  };

  const Word& find_or_add(const Token& token, FieldTerms& body, TermNumbers& terms) {
    while (token.word >= words_.size() && words_.size() < kMost) words_.resize(2 * words_.size());
    Word& word = words_[token.word & (words_.size() - 1)];
    if (word.number != token.word) {
      word = {token.word, Fingerprinter::hash_of(token.term->meeting_form()),
              body.numbers_of(*token.term, terms)};
    }
    return word;
  }

  void clear() { words_.assign(kFirst, {}); }

 private:
  static constexpr std::uint64_t none = ~std::uint64_t{0};
  static constexpr std::size_t kFirst = 1024, kMost = 1 << 17;
  std::vector<Word> words_ = std::vector<Word>(kFirst);
};

// In a language that writes compounds as one word, lets long words be found by their end.
void add_reversed(const Token& token, const CompoundRules& rules, PostingCollector& out) {
  const bool whole = token.kind == TokenKind::word || token.kind == TokenKind::ideographic;
  if (!whole || count_code_points(without_family(token.term->stem)) < rules.shortest_whole()) return;
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

// Gives how many there are.
std::uint32_t add_fingerprints(const Fingerprinter& signature, PostingCollector& out) {
  const std::vector<std::uint64_t> fingerprints = signature.fingerprints();
  for (const std::uint64_t fingerprint : fingerprints)
    out.add_boolean_term(schema::fingerprint_term(fingerprint));
  return static_cast<std::uint32_t>(fingerprints.size());
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
                        .published = document.published,
                        .recognised = document.recognised};
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

struct TermCache::Impl {
  std::shared_ptr<TermNumbers> numbers = std::make_shared<TermNumbers>();
  WordCache words;
  FieldTerms body{""}, title{schema::prefix::title}, author{schema::prefix::author},
      heading{schema::prefix::heading};
  PostingCollector shared{numbers}, postings{numbers};  // of the document and the passage at hand
};

TermCache::TermCache() : impl_(std::make_unique<Impl>()) {}
TermCache::~TermCache() = default;
TermCache::TermCache(TermCache&&) noexcept = default;

struct DocumentIndexer::Impl {
  Impl(const Document& to_index, Analyzer& with, TermCache::Impl& remembered)
      : document(to_index), analyzer(with), cache(remembered), rest(to_index), record(make_record(to_index)) {
    record.length = share();
  }

  // Works out, once, what every passage of the document shares. Gives the words of the title.
  std::uint32_t share() {
    cache.shared.clear();
    if (cache.numbers->is_full()) {
      cache.numbers->clear();
      cache.words.clear();
    }
    const std::uint32_t words = add_words(document.title, document.language, cache.title, cache.shared);
    add_words(document.author, document.language, cache.author, cache.shared);
    add_values_and_filters(document, analyzer, cache.shared);
    return words;
  }

  // Gives the position behind the last word.
  std::uint32_t add_words(const std::string& text, std::string_view language, FieldTerms& field,
                          PostingCollector& out, std::uint32_t position = 0) {
    return analyzer.analyze(
        text, language,
        [&](const Token& token) { add(field.numbers_of(*token.term, *cache.numbers), token.position, out); },
        position);
  }

  void add_headings(const Passage& passage, PostingCollector& out) {
    std::uint32_t position = 0;
    for (const std::string& heading : passage.headings)
      position = schema::heading_gap + add_words(heading, document.language, cache.heading, out, position);
  }

  // All words of the text in their order, headings among them: what is a heading in one format may be none in
  // another.
  const WordCache::Word& sign(const Token& token) {
    const WordCache::Word& word = cache.words.find_or_add(token, cache.body, *cache.numbers);
    if (token.kind != TokenKind::compound) signature.add(word.hash);
    return word;
  }

  PassagePostings index(const Passage& passage, const StoredPassage& stored) {
    if (cache.numbers->is_full()) share();
    PostingCollector& postings = cache.postings;
    postings = cache.shared;
    analyzer.analyze(stored.lead, document.language, [&](const Token& token) { sign(token); });
    const std::string_view language = text_language(passage.language, document.language);
    const CompoundRules* compounds = compound_rules(language);
    record.length += analyzer.analyze(stored.text, language, [&](const Token& token) {
      add(sign(token).body, token.position, postings);
      if (compounds != nullptr) add_reversed(token, *compounds, postings);
    });
    add_headings(passage, postings);
    add_mentions(passage.mentions, postings);
    if (!passage.language.empty())
      postings.add_boolean_term(schema::keyword_term(schema::prefix::passage_language, passage.language));
    if (rest.at_end()) record.fingerprints = add_fingerprints(signature, postings);
    return postings.pack();
  }

  const Document& document;
  Analyzer& analyzer;
  TermCache::Impl& cache;
  StoredPassages rest;
  StoredDocument record;
  Fingerprinter signature;
};

DocumentIndexer::DocumentIndexer(const Document& document, Analyzer& analyzer, TermCache& cache)
    : impl_(std::make_unique<Impl>(document, analyzer, *cache.impl_)) {}

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
  TermCache cache;
  return DocumentIndexer(document, analyzer, cache).next(std::numeric_limits<std::uint64_t>::max());
}

}  // namespace dossier
