// Segments are the same databases as those of Xapian's own writer.
#include "dossier/index/segment_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "dossier/core/error.h"
#include "index/database_comparison.h"
#include "support/temporary_folder.h"

namespace dossier {
namespace {

using Positions = std::vector<std::uint32_t>;

struct Word {
  std::string name;
  std::uint32_t wdf = 1;
  Positions positions = {};
};

struct Item {
  std::uint32_t docid = 0;
  std::vector<Word> words = {};
  std::map<std::uint32_t, std::string> values = {};
  std::string data = {};
};

struct Collection {
  std::vector<Item> items = {};
  std::map<std::string, std::string> metadata = {};
};

Xapian::Document stock_document(const Item& item) {
  Xapian::Document document;
  for (const Word& word : item.words) {
    document.add_term(word.name, word.wdf);
    for (const std::uint32_t position : word.positions) document.add_posting(word.name, position, 0);
  }
  for (const auto& [slot, value] : item.values) document.add_value(slot, value);
  document.set_data(item.data);
  return document;
}

PassagePostings pack(const Item& item) {
  PostingCollector collector;
  for (const Word& word : item.words) {
    collector.add_term(word.name, word.wdf);
    for (const std::uint32_t position : word.positions) collector.add_posting(word.name, position, 0);
  }
  for (const auto& [slot, value] : item.values) collector.add_value(slot, value);
  return collector.pack();
}

void write_stock(const Collection& collection, const std::string& path) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  for (const auto& [key, value] : collection.metadata) database.set_metadata(key, value);
  for (const Item& item : collection.items) database.replace_document(item.docid, stock_document(item));
  database.commit();
}

void write_segment(const Collection& collection, const std::string& path) {
  SegmentBuilder builder(path);
  for (const Item& item : collection.items) builder.add(item.docid, pack(item), item.data);
  builder.finish(collection.metadata);
}

std::vector<Xapian::valueno> slots_of(const Collection& collection) {
  std::set<Xapian::valueno> slots{0};
  for (const Item& item : collection.items) {
    for (const auto& [slot, value] : item.values) slots.insert(slot);
  }
  return {slots.begin(), slots.end()};
}

Lines describe(const Xapian::Database& database, const Collection& collection) {
  Lines out;
  describe_statistics(database, out);
  describe_terms(database, out);
  describe_documents(database, out);
  describe_values(database, slots_of(collection), out);
  Lines words;
  for (auto term = database.allterms_begin(); term != database.allterms_end() && words.size() < 50; ++term)
    words.push_back(*term);
  if (!words.empty()) describe_answers(database, words, out);
  return out;
}

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

class Randomly {
 public:
  explicit Randomly(unsigned seed) : random_(seed) {}

  std::uint32_t below(std::uint32_t count) {
    return std::uniform_int_distribution<std::uint32_t>(0, count - 1)(random_);
  }
  std::string bytes(std::size_t length) {
    std::string out;
    while (out.size() < length) out.push_back(static_cast<char>(below(256)));
    return out;
  }
  // Words of few letters, so that they meet again and share beginnings; now and then an ugly one.
  std::string name() {
    if (below(40) == 0) return std::string(1 + below(3), '\0') + bytes(below(5));
    if (below(40) == 0) return std::string(245, static_cast<char>('a' + below(3)));
    std::string out;
    for (std::uint32_t length = 1 + below(6); length > 0; --length)
      out.push_back(static_cast<char>('a' + below(4)));
    return out;
  }
  Positions positions() {
    std::set<std::uint32_t> out;
    const std::uint32_t reach = below(8) == 0 ? 0xFFFFFFFF : 1 + below(2000);
    for (std::uint32_t count = below(2) == 0 ? 1 : below(40); count > 0; --count) out.insert(below(reach));
    return {out.begin(), out.end()};
  }
  Item item(std::uint32_t docid) {
    Item out{.docid = docid};
    if (below(12) == 0) return out;
    std::map<std::string, Word> words;
    for (std::uint32_t count = below(120); count > 0; --count) {
      const std::string word = name();
      const std::uint32_t wdf = below(6) == 0 ? 1 + below(100'000) : 1 + below(3);
      // Xapian's check takes places of a document whose terms all have frequency 0 for a fault.
      words[word] =
          below(4) == 0 ? Word{word, 0} : Word{word, wdf, below(3) == 0 ? Positions{} : positions()};
    }
    for (const auto& [name, word] : words) out.words.push_back(word);
    for (const std::uint32_t slot : {0u, 1u, 127u, 128u, 129u, 256u, 384u, 70'000u, 0xFFFFFFFEu}) {
      if (below(2) == 0) out.values[slot] = bytes(1 + below(below(9) == 0 ? 3000 : 6));
    }
    if (below(5) > 0) out.data = bytes(below(below(6) == 0 ? 30'000 : 300));
    return out;
  }
  Collection collection() {
    Collection out;
    std::uint32_t docid = 0;
    for (std::uint32_t count = below(250); count > 0; --count) {
      docid += below(10) == 0 ? 1 + below(9000) : 1;
      out.items.push_back(item(docid));
    }
    for (std::uint32_t count = below(40); count > 0; --count)
      out.metadata["k" + bytes(below(20))] = bytes(1 + below(below(5) == 0 ? 20'000 : 50));
    return out;
  }

 private:
  std::mt19937 random_;
};

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
