// Segments are the same databases as those of Xapian's own writer.
#include "dossier/index/segment_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "dossier/core/error.h"
#include "index/random_collection.h"
#include "support/temporary_folder.h"

namespace dossier {
namespace {

// What both writers make of the collection, and what Xapian makes of it when it compacts and changes it.
void expect_equal(const Collection& collection) {
  const TemporaryFolder folder;
  const std::string stock = folder / "stock";
  const std::string ours = folder / "segment";
  write_stock(collection, stock);
  write_segment(collection, ours);
  ASSERT_EQ(faults_of(ours), "");
  const Lines wanted = describe(Xapian::Database(stock), collection);
  ASSERT_EQ(describe(Xapian::Database(ours), collection), wanted);

  Xapian::Database(ours).compact(folder / "compacted", Xapian::DBCOMPACT_NO_RENUMBER);
  ASSERT_EQ(faults_of(folder / "compacted"), "");
  ASSERT_EQ(describe(Xapian::Database(folder / "compacted"), collection), wanted);

  for (const std::string& path : {stock, ours}) {
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
    for (std::size_t i = 0; i < collection.items.size(); i += 3)
      database.delete_document(collection.items[i].docid);
    for (std::size_t i = 1; i < collection.items.size(); i += 3)
      database.replace_document(collection.items[i].docid, stock_document(collection.items[i - 1]));
    if (!collection.items.empty()) database.add_document(stock_document(collection.items[0]));
    database.set_metadata("later", "m");
    database.commit();
  }
  ASSERT_EQ(faults_of(ours), "");
  ASSERT_EQ(describe(Xapian::Database(ours), collection), describe(Xapian::Database(stock), collection));
}

TEST(SegmentBuilder, BuildsWhatXapiansWriterBuilds) {
  for (unsigned seed = 0; seed < 12; ++seed) {
    SCOPED_TRACE(seed);
    expect_equal(Randomly(seed).collection());
    if (HasFatalFailure()) return;
  }
}

TEST(SegmentBuilder, BuildsAnEmptyDatabase) {
  expect_equal({});
  expect_equal({.metadata = {{"k", "v"}}});
}

TEST(SegmentBuilder, KeepsDocumentsOfNothing) {
  expect_equal({.items = {{.docid = 1}, {.docid = 7, .data = "x"}, {.docid = 8, .values = {{3, "v"}}}}});
}

TEST(SegmentBuilder, CutsLongPostingLists) {
  Collection collection;
  for (std::uint32_t docid = 1; docid <= 100'000; ++docid) {
    collection.items.push_back({.docid = docid, .words = {{"everywhere", 1 + docid % 3, {docid % 200}}}});
    if (docid % 1000 == 0) collection.items.back().words.push_back({std::string("now\0and\0then", 12), 300});
  }
  expect_equal(collection);
}

TEST(SegmentBuilder, HoldsTheLargestThingsThereAre) {
  const std::string longest(245, 'z');
  Positions dense(50'000);
  for (std::uint32_t i = 0; i < dense.size(); ++i) dense[i] = i * 2;
  Item item{.docid = 1,
            .words = {{longest, 0xFFFFFF, {0}},
                      {std::string("\0\0\0\0", 4) + std::string(241, 'y'), 1, {0xFFFFFFFF}},
                      {"d", 1, dense},
                      {"edges", 2, {0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF}}},
            .values = {{5, std::string(100'000, 'v')}},
            .data = std::string(1'000'000, 'd')};
  Collection collection{.items = {item}, .metadata = {{std::string(253, 'k'), std::string(70'000, 'm')}}};
  item.docid = 70'000;
  collection.items.push_back(item);
  expect_equal(collection);
}

TEST(SegmentBuilder, BranchesAsOftenAsKeysNeed) {
  Collection collection;
  for (std::uint32_t docid = 1; docid <= 60; ++docid) {
    Item item{.docid = docid};
    for (std::uint32_t word = 0; word < 300; ++word) {
      const std::string number = std::to_string(1'000'000 + docid * 300 + word);
      item.words.push_back({number + std::string(200, 'w') + number, 1, {word}});
    }
    collection.items.push_back(std::move(item));
  }
  expect_equal(collection);
}

TEST(SegmentBuilder, RefusesWhatADatabaseCannotHold) {
  PostingCollector collector;
  EXPECT_THROW(collector.add_term(""), Error);
  EXPECT_THROW(collector.add_term(std::string(246, 'x')), Error);
  EXPECT_THROW(collector.add_term(std::string(5, '\0') + std::string(240, 'x')), Error);
  const TemporaryFolder folder;
  SegmentBuilder builder(folder / "segment");
  builder.add(3, pack({}), "");
  EXPECT_THROW(builder.add(3, pack({}), ""), Error);
  EXPECT_THROW(SegmentBuilder(folder / "segment"), Error) << "something is there";
}

TEST(TermNumbers, TellTermsApartByAllOfTheirBytes) {
  using namespace std::string_literals;
  const std::vector<std::string> terms = {"a",
                                          "a\0"s,
                                          "\0a"s,
                                          "sevenby",
                                          "sevenby\xFF",
                                          "sevenby\xFF\0"s,
                                          "eight by",
                                          "eight by one",
                                          "eight by two",
                                          "Zen:" + std::string(241, 'x'),
                                          "Zen:" + std::string(240, 'x') + 'y'};
  TermNumbers numbers;
  for (int i = 0; i < 5000; ++i) numbers.number("grows" + std::to_string(i));
  for (std::uint32_t round = 0; round < 2; ++round) {
    for (std::uint32_t i = 0; i < terms.size(); ++i)
      EXPECT_EQ(numbers.number(terms[i]), 5000 + i) << terms[i];
  }
  EXPECT_EQ(numbers.number("grows4999"), 4999u);
  EXPECT_EQ(numbers.size(), 5000 + terms.size());
}

TEST(PostingCollector, SortsTermsThatBeginAlike) {
  PostingCollector collector;
  std::vector<std::string> terms;
  for (int i = 0; i < 700; ++i) terms.push_back("Zen:the same beginning " + std::to_string(i * 37 % 700));
  terms.insert(terms.end(), {"Zen:the", "Zen:the ", "b", std::string("b\0", 2), "Zen:the same"});
  for (const std::string& term : terms) collector.add_term(term);
  std::vector<std::string> names;
  collector.pack().for_each([&](const PackedTerm& term) { names.emplace_back(term.name); });
  std::sort(terms.begin(), terms.end());
  EXPECT_EQ(names, terms);
}

TEST(PostingCollector, TakesTermsInAnyOrder) {
  PostingCollector shared;
  shared.add_boolean_term("Qid");
  shared.add_value(4, "four");
  PostingCollector collector = shared;
  for (const std::uint32_t position : {9u, 3u, 9u}) collector.add_posting("peace", position);
  collector.add_term("Zpeac");
  collector.add_term("Zpeac");
  collector.add_value(1, "one");
  const Xapian::Document document = to_xapian(collector.pack());
  Xapian::Document wanted;
  wanted.add_boolean_term("Qid");
  for (const std::uint32_t position : {9u, 3u, 9u}) wanted.add_posting("peace", position);
  wanted.add_term("Zpeac", 2);
  wanted.add_value(4, "four");
  wanted.add_value(1, "one");
  EXPECT_EQ(document.serialise(), wanted.serialise());
}

TEST(PassagePostings, GetAnotherFactInThePlaceOfOne) {
  PostingCollector collector;
  collector.add_boolean_term("Qone");
  collector.add_posting("peace", 4, 3);
  collector.add_value(1, "v");
  const Xapian::Document changed = to_xapian(replace_fact(collector.pack(), "Qone", "Qtwo"));
  Xapian::Document wanted;
  wanted.add_boolean_term("Qtwo");
  wanted.add_posting("peace", 4, 3);
  wanted.add_value(1, "v");
  EXPECT_EQ(changed.serialise(), wanted.serialise());
}

}  // namespace
}  // namespace dossier
