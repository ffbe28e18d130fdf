// Which terms a document is found by.
#include "dossier/index/document_indexer.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "dossier/index/index_reader.h"
#include "dossier/index/schema.h"
#include "support/sample_documents.h"
#include "support/temporary_folder.h"

namespace dossier {
namespace {

using Terms = std::vector<std::string>;

// The terms that begin with `prefix` and a small letter or digit, positions behind a colon.
Terms terms_of(const PassagePostings& postings, const std::string& prefix) {
  const Xapian::Document document = to_xapian(postings);
  Terms out;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    const std::string name = *term;
    const bool is_word =
        name.starts_with(prefix) && !(name[prefix.size()] >= 'A' && name[prefix.size()] <= 'Z');
    if (!is_word) continue;
    out.push_back(name);
    char separator = ':';
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
      out.back() += separator + std::to_string(*at);
      separator = ',';
    }
  }
  return out;
}

TEST(DocumentIndexer, GivesWordsTheirFormsAndPlaces) {
  const PassagePostings postings =
      to_indexable({.id = "d", .passages = {{"Vučić met ministers. He met them."}}}).postings.at(0);
  EXPECT_EQ(terms_of(postings, ""), (Terms{"he:4", "met:2,5", "ministers:3", "them:6", "vučić:1"}));
  EXPECT_EQ(terms_of(postings, "XF"), (Terms{"XFvucic:1"})) << "accents dropped, where that changes the word";
  EXPECT_EQ(terms_of(postings, "Z"), (Terms{"Zen:he", "Zen:met", "Zen:minist", "Zen:them", "Zen:vucic"}));
}

TEST(DocumentIndexer, GivesCompoundsWholeAndInParts) {
  const PassagePostings postings =
      to_indexable({.id = "d", .passages = {{"The F-35, co-operation"}}}).postings.at(0);
  EXPECT_EQ(terms_of(postings, ""),
            (Terms{"35:3", "co:4", "cooperation:4", "f:2", "f35:2", "operation:5", "the:1"}));
}

TEST(DocumentIndexer, KeepsFieldsApart) {
  const auto postings = to_indexable({.id = "d",
                                      .title = "Talks in Brussels",
                                      .author = "Ana Kos",
                                      .passages = {{"First.", {"Aims", "Peace"}}, {"Second."}}})
                            .postings;
  EXPECT_EQ(terms_of(postings[0], "S"), (Terms{"Sbrussels:3", "Sin:2", "Stalks:1"}));
  EXPECT_EQ(terms_of(postings[0], "ZS"), (Terms{"ZSen:brussel", "ZSen:in", "ZSen:talk"}));
  EXPECT_EQ(terms_of(postings[0], "A"), (Terms{"Aana:1", "Akos:2"}));
  EXPECT_EQ(terms_of(postings[0], "XH"), (Terms{"XHaims:1", "XHpeace:102"})) << "no phrase reaches over";
  EXPECT_EQ(terms_of(postings[0], "ZXH"), (Terms{"ZXHen:aim", "ZXHen:peac"}));
  EXPECT_EQ(terms_of(postings[0], ""), Terms{"first:1"});
  EXPECT_EQ(terms_of(postings[1], ""), Terms{"second:1"});
  EXPECT_EQ(terms_of(postings[1], "XH"), Terms{}) << "headings are a passage's own";
  EXPECT_EQ(terms_of(postings[1], "S"), terms_of(postings[0], "S")) << "the title is every passage's";
}

TEST(DocumentIndexer, StemsAsTheDocumentsLanguageDoes) {
  const auto stems = [](const std::string& language) {
    return terms_of(
        to_indexable({.id = "d", .language = language, .passages = {{"Verhandlungen"}}}).postings.at(0), "Z");
  };
  EXPECT_EQ(stems("de"), Terms{"Zde:verhandl"});
  EXPECT_EQ(stems("hr"), stems("sr")) << "one algorithm, one family";
  EXPECT_EQ(stems(""), Terms{"Zverhandlungen"});
}

TEST(DocumentIndexer, AddsWhatFiltersLookFor) {
  const PassagePostings postings = to_indexable({.id = "d1",
                                                 .published = "2013-05",
                                                 .language = "sr",
                                                 .source = "Radio Évropa",
                                                 .type = "text/html",
                                                 .path = "/docs/Été 13/May.html",
                                                 .passages = {{"x"}}})
                                       .postings.at(0);
  EXPECT_EQ(terms_of(postings, "Q"), Terms{"Qd1"});
  EXPECT_EQ(terms_of(postings, "L"), Terms{"Lsr"});
  EXPECT_EQ(terms_of(postings, "T"), Terms{"Ttext/html"});
  EXPECT_EQ(terms_of(postings, "XS"), Terms{"XSradio evropa"});
  EXPECT_EQ(terms_of(postings, "XP"), (Terms{"XP13", "XP13/may", "XPdocs", "XPete", "XPhtml", "XPmay"}));
  EXPECT_EQ(terms_of(postings, "XDU"), Terms{"XDU2013-05"});
  EXPECT_EQ(terms_of(postings, "XDA"), (Terms{"XDA2010s", "XDA2013", "XDA20c"}));
  const DayInterval month = published_on("2013-05").days;
  EXPECT_EQ(postings.values(),
            (PassagePostings::Values{{schema::slot::published_first, schema::encode_day(month.first)},
                                     {schema::slot::published_last, schema::encode_day(month.last)}}));
  const PassagePostings bare =
      to_indexable({.id = "d2", .language = "", .type = "", .passages = {{"x"}}}).postings.at(0);
  EXPECT_TRUE(bare.values().empty());
  for (const char* prefix : {"L", "T", "XS", "XDU", "XDA"})
    EXPECT_EQ(terms_of(bare, prefix), Terms{}) << prefix;
}

TEST(DocumentIndexer, KeepsTheTextOnceInItsPassages) {
  Document document{.id = "d", .text = "Title\n\nOne.\n\nAims\n\nTwo.", .passages = {}};
  document.passages.push_back({.ordinal = 0, .start = 7, .end = 11});
  document.passages.push_back({.ordinal = 1, .headings = {"Aims"}, .start = 19, .end = 23});
  Analyzer analyzer;
  const IndexableDocument out = make_indexable(document, analyzer);
  ASSERT_EQ(out.passages.size(), 2U);
  EXPECT_EQ(out.passages[0].lead, "Title\n\n");
  EXPECT_EQ(out.passages[0].text, "One.");
  EXPECT_EQ(out.passages[1].lead, "\n\nAims\n\n");
  EXPECT_EQ(out.passages[1].text, "Two.");
  EXPECT_EQ(out.passages[1].start, 19U);
  EXPECT_EQ(out.record.passages, 2U);
  EXPECT_EQ(out.record.length, 2U);
}

// As make_indexable has it, which remembers nothing.
void expect_as_alone(const Document& document, Analyzer& analyzer, TermCache& cache) {
  const IndexableDocument got =
      DocumentIndexer(document, analyzer, cache).next(std::numeric_limits<std::uint64_t>::max());
  Analyzer fresh;
  const IndexableDocument wanted = make_indexable(document, fresh);
  EXPECT_EQ(encode(got.record), encode(wanted.record));
  ASSERT_EQ(got.postings.size(), wanted.postings.size());
  for (std::size_t i = 0; i < got.postings.size(); ++i) {
    EXPECT_EQ(got.postings[i].term_list(), wanted.postings[i].term_list()) << document.id;
    EXPECT_EQ(to_xapian(got.postings[i]).serialise(), to_xapian(wanted.postings[i]).serialise());
  }
}

TEST(TermCache, ChangesNothingOfWhatADocumentIsFoundBy) {
  Analyzer analyzer;
  TermCache cache;
  for (const auto* const language : {"en", "fr", "de", "", "en"}) {
    const SampleDocument sample{
        .id = std::string("of ") + language,
        .title = "Égalité des Vertragsstaaten",
        .language = language,
        .passages = {{"Vertragsstaaten agreed, l'égalité agreed; NATO's 1,000 agreed."},
                     {"\u00AD \u180E agreed Außenministerium", {"Égalité"}}}};
    expect_as_alone(to_document(sample), analyzer, cache);
  }
}

TEST(TermCache, BeginsAgainWhenItIsFull) {
  Analyzer analyzer;
  TermCache cache;
  SampleDocument sample{.id = "d", .title = "Numbers agreed", .language = "en"};
  for (int i = 0, number = 0; i < 300; ++i) {  // some 300,000 words: more than cache and analyzer remember
    std::string text = "Agreed:";
    for (int word = 0; word < 1000; ++word) text += " a" + std::to_string(number++) + "b";
    sample.passages.push_back({text});
  }
  const Document document = to_document(sample);
  expect_as_alone(document, analyzer, cache);
  expect_as_alone(document, analyzer, cache);
}

TEST(DocumentIndexer, GivesALongDocumentInParts) {
  SampleDocument sample{.id = "d", .title = "Long talks"};
  for (int i = 0; i < 100; ++i)
    sample.passages.push_back({"Round " + std::to_string(i) + " ended.", {"Day"}});
  const Document document = to_document(sample);
  Analyzer analyzer;
  const IndexableDocument whole = make_indexable(document, analyzer);
  EXPECT_TRUE(whole.is_first && whole.is_last);
  TermCache cache;
  DocumentIndexer indexer(document, analyzer, cache);
  std::size_t parts = 0;
  std::vector<StoredPassage> passages;
  for (bool more = true; more; ++parts) {
    IndexableDocument part = indexer.next(10'000);
    more = !part.is_last;
    EXPECT_EQ(part.is_first, parts == 0);
    EXPECT_EQ(part.record.content_hash, whole.record.content_hash);
    EXPECT_LE(part.memory, 12'000U) << "one passage above it at most";
    for (std::size_t i = 0; i < part.passages.size(); ++i)
      EXPECT_EQ(to_xapian(part.postings[i]).serialise(),
                to_xapian(whole.postings[passages.size() + i]).serialise());
    passages.insert(passages.end(), part.passages.begin(), part.passages.end());
    EXPECT_EQ(part.record.passages, passages.size()) << "counted up to here";
    EXPECT_EQ(part.record.length == whole.record.length, part.is_last);
  }
  EXPECT_GT(parts, 3U);
  ASSERT_EQ(passages.size(), whole.passages.size());
  for (std::size_t i = 0; i < passages.size(); ++i) EXPECT_EQ(encode(passages[i]), encode(whole.passages[i]));
}

TEST(DocumentIndexer, TellsVersionsOfADocumentApart) {
  const auto hash = [](const SampleDocument& sample) { return to_indexable(sample).record.content_hash; };
  const SampleDocument first{.id = "d", .title = "T", .passages = {{"Aims"}, {"One."}}};
  EXPECT_EQ(hash(first), hash(first));
  SampleDocument moved = first;
  moved.path = "/elsewhere/d.txt";
  EXPECT_EQ(hash(moved), hash(first)) << "where it lies is no part of it";
  for (const SampleDocument& other :
       {SampleDocument{.id = "d", .title = "T", .passages = {{"Aims"}, {"Two."}}},
        SampleDocument{.id = "d", .title = "U", .passages = {{"Aims"}, {"One."}}},
        SampleDocument{.id = "d", .title = "T", .published = "2013", .passages = {{"Aims"}, {"One."}}},
        SampleDocument{.id = "d", .title = "T", .passages = {{"Aims\n\nOne."}}},
        SampleDocument{.id = "d", .title = "T", .passages = {{"Aims"}, {"One.", {"Aims"}}}},
        SampleDocument{.id = "d", .title = "T", .passages = {{"Aims"}, {"One.", {}, 2}}}})
    EXPECT_NE(hash(other), hash(first));
}

TEST(DocumentIndexer, MakesNoTermThatXapianRefuses) {
  std::string salutation;  // folds to eleven times as many bytes
  for (int i = 0; i < 60; ++i) salutation += "\uFDFA";
  const std::string acronym(300, 'X');
  const std::string words = salutation + " " + acronym;
  const SampleDocument hostile{.id = std::string(500, 'i'),
                               .title = words,
                               .language = "ar",
                               .source = words,
                               .author = words,
                               .path = "/docs/" + words + "/a.txt",
                               .passages = {{words, {words}}}};
  std::size_t longest = 0;
  const PassagePostings postings = to_indexable(hostile).postings.at(0);
  postings.for_each([&](const PackedTerm& term) { longest = std::max(longest, term.name.size()); });
  EXPECT_LE(longest, schema::max_term_bytes);
  const TemporaryFolder folder;
  make_index(folder.path(), {hostile});
  EXPECT_EQ(IndexReader(folder.path()).find(hostile.id), 0U);
}

}  // namespace
}  // namespace dossier
