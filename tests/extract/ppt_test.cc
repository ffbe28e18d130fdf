// What is read of PowerPoint's presentations before 2007. Files are made here, record by record.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "extraction.h"
#include "support/ole_file.h"

namespace dossier {
namespace {

std::string number(std::uint64_t value, int bytes = 4) {
  std::string out;
  append_little_endian(out, value, bytes);
  return out;
}

std::string record(std::uint64_t type, const std::string& data, std::uint64_t instance = 0) {
  return number(instance << 4, 2) + number(type, 2) + number(data.size()) + data;
}

std::string container(std::uint64_t type, const std::string& data, std::uint64_t instance = 0) {
  return number(instance << 4 | 0xF, 2) + number(type, 2) + number(data.size()) + data;
}

constexpr std::uint64_t kTitle = 0;
constexpr std::uint64_t kBody = 1;
constexpr std::uint64_t kNotes = 2;
constexpr std::uint64_t kOther = 4;

std::string text(std::uint64_t kind, const std::string& bytes) {
  return record(3999, number(kind)) + record(4008, bytes);
}

std::string wide(const std::u16string& units, std::uint64_t type = 4000, std::uint64_t instance = 0) {
  std::string bytes;
  for (const char16_t unit : units) append_little_endian(bytes, unit, 2);
  return record(type, bytes, instance);
}

// A shape with a text, or with what refers to one.
std::string shape(const std::string& content) {
  return container(0xF004, record(0xF00A, "12345678") + container(0xF00D, content));
}

std::string drawing(const std::string& shapes) {
  return container(1036, container(0xF002, container(0xF003, shapes)));
}

std::string slide(const std::string& shapes, const std::string& more = "") {
  return container(1006, record(1007, std::string(24, '\0')) + drawing(shapes) + more);
}

std::string notes(std::uint64_t slide_number, const std::string& shapes) {
  return container(1008, record(1009, number(slide_number) + number(0)) + drawing(shapes));
}

std::string place(std::uint64_t object, std::uint64_t slide_number) {
  return record(1011, number(object) + number(0) + number(0) + number(slide_number) + number(0));
}

std::string slides(const std::string& places) {
  return container(4080, places, 0);
}

std::string document(const std::string& content) {
  return container(1000, record(1001, std::string(40, '\0')) + content);
}

// The streams of a presentation: objects 1 (the document), 2, 3 ... one save after the other.
class Presentation {
 public:
  Presentation& save(const std::vector<std::pair<std::uint64_t, std::string>>& objects) {
    std::string places;
    for (const auto& [object, bytes] : objects) {
      places += number(1U << 20 | object) + number(stream_.size());
      stream_ += bytes;
    }
    const std::size_t table = stream_.size();
    stream_ += record(6002, places);
    const std::size_t edit = stream_.size();
    stream_ += record(4085, number(0, 8) + number(edit_) + number(table) + number(1) + number(0, 8) + key_);
    edit_ = edit;
    return *this;
  }
  Presentation& encrypt() {
    key_ = number(7);
    return *this;
  }

  std::string stream() const { return stream_; }
  std::string user() const { return record(4086, number(20) + number(0xE391C05F) + number(edit_)); }
  std::string file() const { return ole_file({{"PowerPoint Document", stream_}, {"Current User", user()}}); }

 private:
  std::string stream_;
  std::string key_;
  std::size_t edit_ = 0;
};

std::string read(const Presentation& presentation) {
  const Extraction got = extract_bytes("a.ppt", presentation.file());
  EXPECT_EQ(print(got.outcome), "ok");
  return print(got.document().blocks);
}

TEST(Ppt, ReadsSlidesInTheOrderInWhichTheyAreShown) {
  Presentation file;
  file.save({{1, document(slides(place(3, 257) + text(kTitle, "Ferries") + text(kBody, "Fares\rTimes") +
                                 place(2, 256) + text(kTitle, "Harbours")))},
             {2, slide(shape(record(3998, number(0))) + shape(text(kOther, "A map of the coast")))},
             {3, slide(shape(record(3998, number(1))) + shape(record(3998, number(0))))}});
  const Extraction got = extract_bytes("a.ppt", file.file());
  EXPECT_EQ(print(got.outcome), "ok");
  EXPECT_EQ(print(got.document().blocks),
            "h1 Ferries\nli Fares\nli Times\nh1 Harbours\np A map of the coast");
  EXPECT_EQ(got.document().pages, 2u);
  EXPECT_EQ(got.document().blocks[2].page, 1u);
  EXPECT_EQ(got.document().blocks[3].page, 2u);
  EXPECT_EQ(got.document().metadata.title, "Ferries");
  EXPECT_EQ(got.document().type, "application/vnd.ms-powerpoint");
}

TEST(Ppt, ReadsLettersOfAllScriptsAndGroupsOfShapes) {
  Presentation file;
  file.save({{1, document(slides(place(2, 256)))},
             {2, slide(shape(record(3999, number(kOther)) + wide(u"Гавань\v港 \xD83D\xDEA2")) +
                       container(0xF003, container(0xF003, shape(text(kOther, "caf\xE9")))))}});
  EXPECT_EQ(read(file), "p Гавань\\n港 🚢\np café");
}

TEST(Ppt, ReadsNotesCommentsLinksAndWhatStandsBelowEachPage) {
  Presentation file;
  const std::string comment = container(
      5000, container(5002, record(5003, container(12000, wide(u"Ann", 4026, 0) +
                                                              wide(u"Check the fares.", 4026, 1)))));
  const std::string edges =
      container(4057, record(4058, number(0, 2) + number(1U << 5, 2)) + wide(u"Not shown", 4026, 1) +
                          wide(u"Port authority", 4026, 2));
  const std::string link =
      container(1033, container(4055, wide(u"here", 4026, 0) + wide(u"https://example.org/fares", 4026, 1)));
  file.save({{1, document(link + edges + container(4080, place(9, 1) + text(kTitle, "Click to edit"), 1) +
                          slides(place(2, 256)) + container(4080, place(3, 512), 2))},
             {2, slide(shape(text(kTitle, "Ferries")) + shape(text(kOther, "*")), comment)},
             {3, notes(256, shape(text(kNotes, "Say it slowly.")))}});
  const Extraction got = extract_bytes("a.ppt", file.file());
  EXPECT_EQ(print(got.document().blocks),
            "h1 Ferries\np Check the fares.\np Say it slowly.\np Port authority");
  EXPECT_EQ(print(got.document().apart), "li https://example.org/fares");
}

TEST(Ppt, ReadsWhatWasSavedLastAndNothingElse) {
  Presentation file;
  file.save({{1, document(slides(place(2, 256) + place(3, 257)))},
             {2, slide(shape(text(kOther, "An old figure")))},
             {3, slide(shape(text(kOther, "A slide that was deleted")))}});
  file.save({{1, document(slides(place(2, 256)))}, {2, slide(shape(text(kOther, "The figure")))}});
  file.save({{4, slide("")}});
  EXPECT_EQ(read(file), "p The figure");
}

TEST(Ppt, SaysWhatIsMissing) {
  Presentation gone;
  gone.save({{1, document(slides(place(2, 256) + place(8, 257) + text(kTitle, "Its slide is lost")))},
             {2, slide(shape(text(kOther, "The figure")))}});
  const Extraction cut = extract_bytes("a.ppt", gone.file());
  EXPECT_EQ(print(cut.outcome), "partial damaged");
  EXPECT_EQ(print(cut.document().blocks), "p The figure\nh1 Its slide is lost");

  Presentation locked;
  locked.encrypt().save({{1, document("")}});
  EXPECT_EQ(print(extract_bytes("a.ppt", locked.file()).outcome), "skipped encrypted");

  const std::string nothing = ole_file({{"PowerPoint Document", "nothing"}, {"Current User", "nobody"}});
  EXPECT_EQ(print(extract_bytes("a.ppt", nothing).outcome), "failed damaged");
  EXPECT_EQ(print(extract_bytes("a.ppt", ole_file({{"PowerPoint Document", gone.stream()}})).outcome),
            "failed damaged");
}

TEST(PptHostile, StaysWithinItsLimits) {
  std::string deep = shape(text(kOther, "Too deep"));
  for (int i = 0; i < 2000; ++i) deep = container(0xF003, deep);
  Presentation nested;
  nested.save({{1, document(slides(place(2, 256)))}, {2, slide(deep + shape(text(kOther, "Beside it")))}});
  const Extraction got = extract_bytes("a.ppt", nested.file());
  EXPECT_EQ(print(got.outcome), "partial damaged");
  EXPECT_EQ(print(got.document().blocks), "p Beside it");

  // One slide, shown a hundred thousand times over.
  std::string places;
  for (int i = 0; i < 100'000; ++i) places += place(2, 256);
  Presentation repeated;
  repeated.save({{1, document(slides(places))}, {2, slide(shape(text(kOther, std::string(10'000, 'a'))))}});
  EXPECT_EQ(extract_bytes("a.ppt", repeated.file()).document().blocks.size(), 1u);

  // A save that names itself as the one before.
  std::string stream = nested.stream();
  const std::size_t edit = stream.size() - 28;
  stream.replace(edit + 8, 4, number(stream.size() - 36));
  EXPECT_EQ(print(extract_bytes("a.ppt",
                                ole_file({{"PowerPoint Document", stream}, {"Current User", nested.user()}}))
                      .outcome),
            "partial damaged");
}

TEST(PptHostile, NeverFailsWhereverItIsCut) {
  Presentation file;
  file.save({{1, document(slides(place(2, 256) + text(kTitle, "Ferries")))},
             {2, slide(shape(record(3998, number(0))) + shape(text(kOther, "A map")))}});
  const std::string stream = file.stream();
  constexpr std::size_t kUnread = 11;  // bytes at the end: of what the last save was looking at
  for (std::size_t size = 0; size + kUnread < stream.size(); ++size) {
    const Extraction got = extract_bytes(
        "a.ppt", ole_file({{"PowerPoint Document", stream.substr(0, size)}, {"Current User", file.user()}}));
    EXPECT_NE(got.outcome.status, Status::ok) << size;
  }
}

}  // namespace
}  // namespace dossier
