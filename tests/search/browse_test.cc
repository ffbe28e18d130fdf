// Looking at documents by name.
#include "dossier/search/browse.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searched_index.h"

namespace dossier {
namespace {

using Numbers = std::vector<std::uint32_t>;

class Browse : public testing::Test {
 protected:
  Browse() : index_(make(folder_)), reader_(index_) {}

  // The passages of the view: "id: one | two".
  std::string view(const std::string& id, std::uint32_t neighbours = 0, const std::string& query = {}) {
    ViewRequest request;
    request.id = id;
    request.neighbours = neighbours;
    request.query = query;
    const auto viewed = view_document(reader_, analyzer_, request);
    if (!viewed) return "none";
    std::string out = marked(viewed->document.id, {}) + ":";
    for (const HitPassage& passage : viewed->passages) out += " " + marked(passage.text, passage.highlights);
    return out;
  }

  static std::string make(const TemporaryFolder& folder) {
    IndexWriter writer(folder.path());
    for (const SampleDocument& sample : std::vector<SampleDocument>{
             {.id = "speech-2013",
           .title = "Of peace",
           .path = "/docs/un/a.txt",
           .passages = {{"zero"}, {"one peace"}, {"two"}, {"three"}}},
             {.id = "speech-2014", .path = "/docs/un/press/b.txt", .passages = {{"four"}}},
             {.id = "removed", .passages = {{"gone"}}},
             {.id = "speech-2013#1", .path = "/docs/unesco/c.txt", .passages = {{"five"}, {"six"}}},
             {.id = "note", .path = "/docs/d.txt", .passages = {{"seven"}}}}) {
      const std::string path = to_document(sample).paths[0];
      const std::uint32_t number = writer.add(to_indexable(sample));
      writer.put_file({.path = path, .documents = {number}});
    }
    writer.remove(2);
    writer.forget_file("/docs/removed.txt");
    writer.commit(0);
    return folder.path();
  }

  TemporaryFolder folder_;
  std::string index_;
  IndexReader reader_;
  Analyzer analyzer_;
};

TEST_F(Browse, GoesThroughAllDocumentsInTheOrderOfTheirAdding) {
  std::string ids;
  each_document(reader_, [&](const HitDocument& document) {
    ids += document.id + " ";
    return true;
  });
  EXPECT_EQ(ids, "speech-2013 speech-2014 speech-2013#1 note ");
  ids.clear();
  each_document(reader_, [&](const HitDocument& document) {
    ids += document.id + " ";
    return false;
  });
  EXPECT_EQ(ids, "speech-2013 ");
}

TEST_F(Browse, ShowsADocumentOrOneOfItsPassages) {
  EXPECT_EQ(view("speech-2013"), "speech-2013: zero one peace two three");
  EXPECT_EQ(view("speech-2013#2"), "speech-2013: two");
  EXPECT_EQ(view("speech-2013#2", 1), "speech-2013: one peace two three");
  EXPECT_EQ(view("speech-2013#0", 2), "speech-2013: zero one peace two");
  EXPECT_EQ(view("speech-2013#3", 4'000'000'000U), "speech-2013: zero one peace two three");
  EXPECT_EQ(view("speech-2013#4"), "none");
  EXPECT_EQ(view("speech-2013#4294967296"), "none");
  EXPECT_EQ(view("speech-2014#"), "none");
  EXPECT_EQ(view("removed"), "none");
}

TEST_F(Browse, KnowsADocumentByAUniqueBeginningOfItsId) {
  EXPECT_EQ(view("speech-2014"), "speech-2014: four");
  EXPECT_EQ(view("speech-2014#0"), view("speech-2014"));
  EXPECT_EQ(view("note"), "note: seven");
  EXPECT_EQ(view("spee"), "none") << "of several";
  EXPECT_EQ(view("not"), "none") << "too short";
  EXPECT_EQ(view("remo"), "none");
  EXPECT_EQ(view(""), "none");
}

TEST_F(Browse, TakesAnIdForWhatItIsBeforeItIsAPassage) {
  EXPECT_EQ(view("speech-2013#1"), "speech-2013#1: five six");
  EXPECT_EQ(view("speech-2013#1#1"), "speech-2013#1: six");
}

TEST_F(Browse, MarksAQuery) {
  EXPECT_EQ(view("speech-2013", 0, "peace"), "speech-2013: zero one [peace] two three");
  ViewRequest request;
  request.id = "speech-2013";
  request.query = "peace";
  const auto viewed = view_document(reader_, analyzer_, request);
  ASSERT_TRUE(viewed);
  EXPECT_EQ(marked(viewed->document.title, viewed->document.title_highlights), "Of [peace]");
  EXPECT_EQ(view("note", 0, "peace AND ("), "note: seven");
}

TEST_F(Browse, ResolvesIdsPathsAndFolders) {
  EXPECT_EQ(resolve_documents(reader_, "speech-2013"), Numbers{0});
  EXPECT_EQ(resolve_documents(reader_, "note"), Numbers{4});
  EXPECT_EQ(resolve_documents(reader_, "/docs/un/a.txt"), Numbers{0});
  EXPECT_EQ(resolve_documents(reader_, "/docs/un"), (Numbers{0, 1})) << "and not /docs/unesco";
  EXPECT_EQ(resolve_documents(reader_, "/docs/un///"), (Numbers{0, 1}));
  EXPECT_EQ(resolve_documents(reader_, "/docs"), (Numbers{0, 1, 3, 4}));
  EXPECT_EQ(resolve_documents(reader_, "/"), (Numbers{0, 1, 3, 4}));
  for (const char* name :
       {"", "docs", "docs/un", "/doc", "/docs/un/a.tx", "speech", "removed", "/docs/removed.txt"})
    EXPECT_EQ(resolve_documents(reader_, name), Numbers{}) << name;
}

TEST_F(Browse, FindsNothingInAnEmptyIndex) {
  const TemporaryFolder folder;
  make_index(folder.path(), {});
  IndexReader reader(folder.path());
  EXPECT_EQ(resolve_documents(reader, "/"), Numbers{});
  each_document(reader, [](const HitDocument&) -> bool { throw std::logic_error("there is no document"); });
}

}  // namespace
}  // namespace dossier
