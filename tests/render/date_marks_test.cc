// Dates set apart from matches, and what each was resolved to.
#include <gtest/gtest.h>

#include "dossier/render/search_output.h"
#include "dossier/render/show.h"
#include "render/sample.h"

namespace dossier {
namespace {

DateMention mention_at(const std::string& text, const std::string& part, const std::string& date) {
  const Range range = sample::find_range(text, part);
  const auto parsed = parse_partial_date(date).value();
  return {.start = static_cast<std::uint32_t>(range.start),
          .end = static_cast<std::uint32_t>(range.end),
          .days = parsed.days,
          .precision = parsed.precision};
}

Day day_of(const std::string& date) {
  return parse_partial_date(date)->days.first;
}

// The passage's lines in an answer that holds it alone.
std::string shown(const std::string& text, const std::vector<std::string>& matches,
                  const std::vector<std::string>& dates, Style style = {}) {
  SearchResult result;
  Hit hit = sample::bare_hit();
  hit.passage.text = text;
  hit.passage.highlights.clear();
  for (const std::string& match : matches) hit.passage.highlights.push_back(sample::find_range(text, match));
  for (const std::string& date : dates) hit.passage.mentioned.push_back(mention_at(text, date, "2013"));
  result.hits = {hit};
  style.dates = true;
  const std::string out = sample::written(write_search_text, result, style);
  const std::size_t start = out.find("text\n    ") + 9;
  return out.substr(start, out.find('\n', start) - start);
}

TEST(DateMarks, StandAroundMatches) {
  const struct {
    const char* text;
    std::vector<std::string> matches, dates;
    const char* expected;
  } rows[] = {
      {"signed on 24 May 2013.", {}, {"24 May 2013"}, "signed on [24 May 2013]."},
      {"signed on 24 May 2013.", {"signed"}, {"24 May 2013"}, "*signed* on [24 May 2013]."},
      {"signed on 24 May 2013.", {"May"}, {"24 May 2013"}, "signed on [24 *May* 2013]."},
      {"signed on 24 May 2013.", {"24", "2013"}, {"24 May 2013"}, "signed on [*24* May *2013*]."},
      {"signed on 24 May 2013.", {"24 May 2013"}, {"24 May 2013"}, "signed on [*24 May 2013*]."},
      {"signed on 24 May 2013 there",
       {"on 24 May 2013 there"},
       {"24 May 2013"},
       "signed *on* [*24 May 2013*] *there*"},
      {"signed on 24 May 2013.", {"on 24 May"}, {"24 May 2013"}, "signed *on* [*24 May* 2013]."},
      {"May and June", {"and"}, {"May", "June"}, "[May] *and* [June]"},
      {"May June", {}, {"May J", "June"}, "[May J][une]"},
      {"May", {}, {"May"}, "[May]"},
      {"2013年5月的会议", {"会议"}, {"2013年5月"}, "[2013年5月]的*会议*"},
  };
  for (const auto& [text, matches, dates, expected] : rows) EXPECT_EQ(shown(text, matches, dates), expected);
}

TEST(DateMarks, AreAnotherInkInColour) {
  EXPECT_EQ(shown("on 24 May 2013", {"on", "May"}, {"24 May 2013"}, {.colour = true}),
            "\x1b[1;31mon\x1b[0m \x1b[4;36m24 \x1b[0m\x1b[1;4;31mMay\x1b[0m\x1b[4;36m 2013\x1b[0m");
}

TEST(DateMarks, StandOnlyWhereAskedFor) {
  const std::string text = sample::written(write_search_text, sample::result(), Style{});
  EXPECT_EQ(text.find('['), std::string::npos) << text;
}

TEST(DateMarks, OfAFragmentEndWithIt) {
  SearchResult result = sample::result();
  result.hits.resize(1);
  HitPassage& passage = result.hits[0].passage;
  passage.fragments = {sample::find_range(passage.text, "sides signed on 24 May")};
  const std::string text = sample::written(write_search_text, result, Style{.dates = true});
  EXPECT_NE(text.find("… sides signed on [24 May] …\n"), std::string::npos) << text;
}

DocumentView view_of_dates() {
  DocumentView view;
  view.document = sample::agreement_hit().document;
  view.document.passages = 1;
  HitPassage passage;
  passage.text =
      "On 24 May 2013; the next day; May 29; early June 2013; 9 Muharram; Monday; March to May 2014.";
  DateMention whole = mention_at(passage.text, "24 May 2013", "2013-05-24");
  DateMention next = mention_at(passage.text, "the next day", "2013-05-25");
  next.how = MentionHow::relative, next.anchor = MentionAnchor::previous, next.anchor_day = whole.days.first;
  DateMention inferred = mention_at(passage.text, "May 29", "2023-05-29");
  inferred.how = MentionHow::inferred, inferred.anchor = MentionAnchor::published;
  inferred.anchor_day = day_of("2023-06-02");
  DateMention early = mention_at(passage.text, "early June 2013", "2013-06");
  early.part = MentionPart::beginning;
  DateMention converted = mention_at(passage.text, "9 Muharram", "2013-11-13");
  converted.how = MentionHow::calendar, converted.anchor = MentionAnchor::paragraph;
  converted.anchor_day = day_of("2013-11-01");
  DateMention monday = mention_at(passage.text, "Monday", "2023-05-29");
  monday.how = MentionHow::relative, monday.anchor = MentionAnchor::published;
  monday.anchor_day = day_of("2023-06-02");
  DateMention march = mention_at(passage.text, "March", "2014-03");
  march.how = MentionHow::inferred, march.anchor = MentionAnchor::sentence;
  march.anchor_day = day_of("2014-05");
  passage.mentioned = {whole, next, inferred, early, converted, monday, march};
  view.passages = {passage};
  return view;
}

constexpr const char* kResolved =
    "    24 May 2013 = 2013-05-24 (explicit)\n"
    "    the next day = 2013-05-25 (relative to 2013-05-24, mentioned before)\n"
    "    May 29 = 2023-05-29 (inferred from publication on 2023-06-02)\n"
    "    early June 2013 = early 2013-06 (explicit)\n"
    "    9 Muharram = 2013-11-13 (from another calendar, by 2013-11-01, the paragraph's date)\n"
    "    Monday = 2023-05-29 (relative to publication on 2023-06-02)\n"
    "    March = 2014-03 (inferred from 2014-05-01, beside it)\n";

TEST(ShowDates, SaysUnderAPassageAloneWhatEachDateIsAndWhy) {
  const std::string text = sample::written(write_view_text, view_of_dates(), Style{});
  EXPECT_TRUE(text.ends_with(std::string("March to May 2014.\n\n") + kResolved)) << text;
  EXPECT_NE(text.find("On 24 May 2013;"), std::string::npos) << text;
}

TEST(ShowDates, AreTheStylesWishWherePassagesAreMany) {
  DocumentView view = view_of_dates();
  view.document.passages = 2;
  view.passages.push_back(view.passages[0]);
  view.passages[1].ordinal = 1;
  const std::string without = sample::written(write_view_text, view, Style{});
  EXPECT_EQ(without.find(kResolved), std::string::npos) << without;
  const std::string with = sample::written(write_view_text, view, Style{.dates = true});
  const std::size_t first = with.find(kResolved);
  ASSERT_NE(first, std::string::npos) << with;
  EXPECT_NE(with.find(kResolved, first + 1), std::string::npos) << with;
  EXPECT_NE(with.find("On [24 May 2013]; [the next day];"), std::string::npos) << with;
}

TEST(ShowDates, AreInJsonWithPartAndAnchor) {
  const std::string json = sample::written(write_view_json, view_of_dates());
  EXPECT_NE(
      json.find(R"("first":"2023-05-29","last":"2023-05-29","precision":"day","how":"inferred","part":"",)"
                R"("anchor":{"kind":"published","day":"2023-06-02"}})"),
      std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("precision":"month","how":"explicit","part":"early","anchor":null})"),
            std::string::npos)
      << json;
}

}  // namespace
}  // namespace dossier
