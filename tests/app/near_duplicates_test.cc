// Copies, versions and excerpts among the documents of an index, from files in several formats to families.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "dossier/app/browse_index.h"
#include "dossier/search/searcher.h"
#include "indexed_folder.h"
#include "support/repeated_texts.h"

namespace dossier {
namespace {

using namespace repeated;

std::string as_html(const Article& article, const std::string& header, const std::string& footer) {
  std::string out = "<!DOCTYPE html><html lang=en><head><title>" + article.title +
                    "</title></head><body><nav><a href=/>Home</a> " + "<a href=/news>News</a></nav><p>" +
                    header + "</p><article><h1>" + article.title + "</h1>\n";
  for (const std::string& paragraph : article.paragraphs) out += "<p>" + paragraph + "</p>\n";
  return out + "</article><footer>" + footer + "</footer></body></html>\n";
}

std::string as_markdown(const Article& article) {
  std::string out = "# " + article.title + "\n";
  for (const std::string& paragraph : article.paragraphs) out += "\n" + paragraph + "\n";
  return out;
}

// Lines of some 70 columns, curly quotes, ligatures.
std::string as_text(const Article& article, const std::string& header) {
  std::string out = header + "\n\n" + article.title + "\n";
  for (const std::string& paragraph : article.paragraphs) {
    out += "\n";
    std::size_t column = 0;
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
      const bool wrap = paragraph[i] == ' ' && column > 66;
      const bool ligature = paragraph.compare(i, 2, "fi") == 0;
      out += wrap                   ? "\n"
             : paragraph[i] == '\'' ? "\u2019"
             : ligature             ? "\uFB01"
                                    : std::string(1, paragraph[i]);
      i += ligature;
      column = wrap ? 0 : column + 1;
    }
    out += "\n";
  }
  return out;
}

Article revised(Article article, const std::string& from, const std::string& to) {
  for (std::string& paragraph : article.paragraphs) {
    const std::size_t at = paragraph.find(from);
    if (at == std::string::npos) continue;
    paragraph.replace(at, from.size(), to);
    return article;
  }
  ADD_FAILURE() << from;
  return article;
}

using FilePair = std::pair<std::string, std::string>;  // names, the lower one first

// What is found among the files of a folder: pairs of names with "copy", "version" or "excerpt".
std::map<FilePair, std::string> pairs_in(const IndexedFolder& folder) {
  std::map<FilePair, std::string> out;
  for (const Family& family : list_families(folder.index())) {
    for (const FamilyPair& pair : family.pairs) {
      const auto name = [&](std::size_t i) { return below(family.documents[i].path, folder.docs()); };
      FilePair names{name(pair.first), name(pair.second)};
      if (names.second < names.first) std::swap(names.first, names.second);
      out[names] = relation_name(pair.relation.relation);
    }
  }
  return out;
}

// Writes files and remembers how each is related to the others, by rule.
class Collection {
 public:
  explicit Collection(IndexedFolder& folder) : folder_(folder) {}

  // A text of family `family` as of `edition`: files of one edition are copies, of two editions versions.
  void add(const std::string& name, const std::string& content, const std::string& family, int edition = 0) {
    folder_.write(name, content);
    texts_.push_back({name, family, edition, {}});
  }
  void add_excerpt(const std::string& name, const std::string& content, const std::set<std::string>& of) {
    folder_.write(name, content);
    texts_.push_back({name, name, 0, of});
  }

  std::map<FilePair, std::string> expected() const {
    std::map<FilePair, std::string> out;
    for (const Text& one : texts_) {
      for (const Text& other : texts_) {
        if (one.name >= other.name) continue;
        if (one.family == other.family)
          out[{one.name, other.name}] = one.edition == other.edition ? "copy" : "version";
        else if (one.holds.contains(other.family) || other.holds.contains(one.family))
          out[{one.name, other.name}] = "excerpt";
      }
    }
    return out;
  }
  std::size_t size() const { return texts_.size(); }

 private:
  struct Text {
    std::string name;
    std::string family;
    int edition;
    std::set<std::string> holds;  // families that it holds, or parts of which it is
  };
  IndexedFolder& folder_;
  std::vector<Text> texts_;
};

void add_articles(Collection& files) {
  const std::vector<std::pair<const char*, const char*>> revisions = {
      {"34 officers", "43 officers"},
      {"212,000", "221,000"},
      {"did not agree", "did agree"},
      {"General Ruiz Almeida", "General Ruiz Pardo"},
      {"81 votes to 43", "81 votes to 44"},
      {"of Tarsia", "of Morania"},
      {"shall not be held", "shall be held"},
      {"640 million", "460 million"},
      {"9 March", "9 May"},
      {"in Nairobi", "in Vienna"}};
  for (std::size_t i = 0; i < articles().size(); ++i) {
    const Article& article = articles()[i];
    const std::string& name = article.name;
    files.add(name + ".md", as_markdown(article), name);
    files.add(name + ".html", as_html(article, headers()[i % 3], footers()[i % 3]), name);
    files.add(name + ".txt", as_text(article, headers()[(i + 1) % 3]), name);
    files.add(name + "-revised.md", as_markdown(revised(article, revisions[i].first, revisions[i].second)),
              name, 1);
  }
  for (std::size_t i = 0; i + 2 < articles().size(); i += 3) {
    Article digest{"digest", "Digest of the week", {}};
    std::set<std::string> held;
    for (std::size_t k = i; k < i + 3; ++k) {
      held.insert(articles()[k].name);
      for (const std::string& paragraph : articles()[k].paragraphs) digest.paragraphs.push_back(paragraph);
    }
    files.add_excerpt("digest-" + std::to_string(i) + ".html", as_html(digest, "Weekly", footers()[1]), held);
  }
}

void add_look_alikes(Collection& files) {
  const std::vector<Article> templates = {mandate("Morania", "Belcastro", "Moranian", "2101", "2013"),
                                          mandate("Tarsia", "Port Selim", "Tarsian", "2115", "2013"),
                                          mandate("Orlanda", "Tesk", "Orlandan", "2133", "2014"),
                                          mandate("Westmark", "Halden", "Westmarker", "2160", "2014"),
                                          reply("Ms Novak", "4711/B", "3 May", "Lisbon"),
                                          reply("Mr Okafor", "4803/A", "17 June", "Ankara"),
                                          reply("Dr Lindqvist", "5120/C", "8 July", "Tunis")};
  int number = 0;
  for (const Article& article : templates) {
    const std::string name = "template-" + std::to_string(++number) + ".md";
    files.add(name, as_markdown(article), name);
  }
  // Comments on one speech, and notices with one disclaimer.
  const std::vector<std::string> comments = {
      "Commuters in the border towns applauded, and some of them had tears in their eyes. The bus company "
      "has "
      "counted on delays of forty minutes in each direction for as long as it has existed.",
      "Economists are divided on what a second window would bring. A study of the chamber puts the loss at "
      "two "
      "working days for each employee and year, most of it on Mondays.",
      "The opposition called the speech theatre. Its spokesman recalled that the speaker had voted against "
      "the "
      "money for new booths when it was last before the house."};
  for (const std::string& comment : comments) {
    const std::string name = "comment-" + std::to_string(++number) + ".md";
    files.add(name,
              as_markdown({"",
                           "The speech on the bridge",
                           {comment, quotation(),
                            comment.substr(0, comment.find('.') + 1) +
                                " Letters to the editor run two to one in favour."}}),
              name);
    const std::string notice = "notice-" + std::to_string(++number) + ".md";
    files.add(notice, as_markdown({"", "Notice", {comment, footers()[0]}}), notice);
    const std::string empty = "short-" + std::to_string(++number) + ".md";
    files.add(empty,
              "# Statement\n\nThe ministry declined to comment on the matter.\n\n" + std::to_string(number),
              empty);
  }
}

TEST(NearDuplicates, AreFoundWithPrecisionAndRecall) {
  IndexedFolder folder;
  Collection files(folder);
  add_articles(files);
  add_look_alikes(files);
  ASSERT_GE(files.size(), 59U);
  folder.update();
  const auto expected = files.expected();
  const auto found = pairs_in(folder);
  ASSERT_GE(expected.size(), 80U);
  std::size_t right = 0;
  for (const auto& [pair, relation] : found) {
    const auto known = expected.find(pair);
    const std::string wanted = known == expected.end() ? "nothing" : known->second;
    right += wanted == relation;
    if (wanted != relation)
      std::printf("%s and %s: %s found, %s expected\n", pair.first.c_str(), pair.second.c_str(),
                  relation.c_str(), wanted.c_str());
  }
  for (const auto& [pair, relation] : expected) {
    if (!found.contains(pair))
      std::printf("%s and %s: %s missed\n", pair.first.c_str(), pair.second.c_str(), relation.c_str());
  }
  const double precision = static_cast<double>(right) / static_cast<double>(found.size());
  const double recall = static_cast<double>(right) / static_cast<double>(expected.size());
  EXPECT_GE(precision, 0.95);
  EXPECT_GE(recall, 0.95);
}

std::string relations_in(const IndexedFolder& folder) {
  std::string out;
  for (const auto& [pair, relation] : pairs_in(folder))
    out += (out.empty() ? "" : ", ") + pair.first + " " + relation + " " + pair.second;
  return out;
}

TEST(NearDuplicates, AreKnownAcrossRunsAndForgottenWithTheirDocuments) {
  IndexedFolder folder;
  const Article& article = articles()[0];
  folder.write("a.md", as_markdown(article));
  folder.write("b.html", as_html(article, headers()[0], footers()[0]));
  folder.update();
  EXPECT_EQ(relations_in(folder), "a.md copy b.html");
  folder.write("c.md", as_markdown(revised(article, "34 officers", "43 officers")));
  folder.update();
  EXPECT_EQ(relations_in(folder), "a.md copy b.html, a.md version c.md, b.html version c.md");
  // One file becomes another text, another goes, the third stays as it is.
  folder.write("b.html", as_html(articles()[1], headers()[0], footers()[0]));
  folder.update();
  EXPECT_EQ(relations_in(folder), "a.md version c.md");
  EXPECT_EQ(remove_documents(folder.index(), {folder.docs() + "/a.md"}).documents, 1U);
  EXPECT_EQ(relations_in(folder), "");
  folder.write("d.txt", as_text(articles()[1], headers()[1]));
  folder.update();
  EXPECT_EQ(relations_in(folder), "a.md version c.md, b.html copy d.txt") << "a.md is read again";
  EXPECT_EQ(folder.faults(), Lines{});
}

TEST(NearDuplicates, OfALargeFamilyHangTogetherWhateverIsRemoved) {
  IndexedFolder folder;
  std::string records;
  for (int i = 0; i < 60; ++i) {
    records += "{\"id\":\"r" + std::to_string(i) + "\",\"title\":\"Note " + std::to_string(i) +
               "\",\"text\":\"" + articles()[3].paragraphs[0] + "\"}\n";
  }
  folder.write("notes.jsonl", records);
  folder.update();
  ASSERT_EQ(list_families(folder.index()).size(), 1U);
  EXPECT_EQ(list_families(folder.index())[0].documents.size(), 60U);
  Lines first;
  for (int i = 0; i < 20; ++i) first.push_back("r" + std::to_string(i));
  remove_documents(folder.index(), first);
  ASSERT_EQ(list_families(folder.index()).size(), 1U);
  EXPECT_EQ(list_families(folder.index())[0].documents.size(), 40U);
  Searcher searcher(folder.index());
  const SearchResult result = searcher.search({.query = "ceasefire valley", .by = GroupBy::document});
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_EQ(result.hits[0].grouped.size(), 39U);
  EXPECT_EQ(result.total.documents, 40U);
}

}  // namespace
}  // namespace dossier
