// Collections of documents made at random, and the databases of them: by Xapian's writer and as segments.
#pragma once

#include <xapian.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "dossier/index/segment_builder.h"
#include "index/database_comparison.h"

namespace dossier {

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

inline Xapian::Document stock_document(const Item& item) {
  Xapian::Document document;
  for (const Word& word : item.words) {
    document.add_term(word.name, word.wdf);
    for (const std::uint32_t position : word.positions) document.add_posting(word.name, position, 0);
  }
  for (const auto& [slot, value] : item.values) document.add_value(slot, value);
  document.set_data(item.data);
  return document;
}

inline PassagePostings pack(const Item& item) {
  PostingCollector collector;
  for (const Word& word : item.words) {
    collector.add_term(word.name, word.wdf);
    for (const std::uint32_t position : word.positions) collector.add_posting(word.name, position, 0);
  }
  for (const auto& [slot, value] : item.values) collector.add_value(slot, value);
  return collector.pack();
}

inline void write_stock(const Collection& collection, const std::string& path) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  for (const auto& [key, value] : collection.metadata) database.set_metadata(key, value);
  for (const Item& item : collection.items) database.replace_document(item.docid, stock_document(item));
  database.commit();
}

inline void write_segment(const Collection& collection, const std::string& path) {
  SegmentBuilder builder(path);
  for (const Item& item : collection.items) builder.add(item.docid, pack(item), item.data);
  builder.finish(collection.metadata);
}

inline std::vector<Xapian::valueno> slots_of(const Collection& collection) {
  std::set<Xapian::valueno> slots{0};
  for (const Item& item : collection.items) {
    for (const auto& [slot, value] : item.values) slots.insert(slot);
  }
  return {slots.begin(), slots.end()};
}

inline Lines describe(const Xapian::Database& database, const Collection& collection) {
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

}  // namespace dossier
