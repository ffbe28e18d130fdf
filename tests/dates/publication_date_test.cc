// Which of a document's claims is believed. Rows are claims and "date from source"; "" for none.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/dates/publication.h"

namespace dossier {
namespace {

using Claims = std::vector<std::pair<std::string, std::string>>;

const Day kToday = parse_partial_date("2024-06-30")->days.first;

std::string print(const std::optional<PublicationDate>& date) {
  return date ? format_partial_date({date->days, date->precision}) + " from " + date->from : "";
}

// "2013-05-24 from html:json-ld"; "" for none.
std::string chosen(const Claims& claims, std::string_view file_name = "", std::string_view language = "") {
  return print(publication_date(claims, file_name, kToday, language));
}

struct Row {
  Claims claims;
  std::string_view date;
};

void expect_chosen(const std::vector<Row>& rows) {
  for (const auto& [claims, date] : rows) EXPECT_EQ(chosen(claims), date) << testing::PrintToString(claims);
}

TEST(PublicationDate, TakesTheFirstPlausibleClaim) {
  struct NamedRow {
    Claims claims;
    std::string file_name;
    std::string_view date;
  };
  const std::vector<NamedRow> rows = {
      {{}, "", ""},
      {{{"a", "2013-05-24"}}, "", "2013-05-24 from a"},
      {{{"a", "2013-05-24"}, {"b", "2012-01-01"}}, "2011.txt", "2013-05-24 from a"},
      {{{"a", "soon"}, {"b", "May 2012"}}, "2011.txt", "2012-05 from b"},
      {{{"a", ""}, {"b", "2013-02-30"}}, "2011.txt", "2011 from file-name"},
      {{{"a", "1499-12-31"}, {"b", "1500"}}, "", "1500 from b"},
      {{{"a", "2024-07-02"}, {"b", "2013"}}, "", "2013 from b"},
      {{{"a", "2024-07-01"}}, "", "2024-07-01 from a"},  // today already where the sun rises earlier
      {{{"a", "2025"}}, "", ""},
      {{{"a", "2024"}}, "", "2024 from a"},  // a year that has begun
      {{{"a", "2020s"}}, "", "2020s from a"},
      {{{"a", "9999-12-31"}, {"b", "0001-01-01"}}, "2013-05-24.txt", "2013-05-24 from file-name"},
      {{}, "2025-07-01.txt", ""},
      {{}, "law(2023-12-29).md", "2023-12-29 from file-name"},
      {{{"a", "5 juin 2012"}}, "", "2012-06-05 from a"},
      {{{"front-matter:date", "2012"}, {"text:dateline", "5 June 2013"}}, "", "2012 from front-matter:date"},
      {{{"a", std::string(100'000, '1')}}, std::string(100'000, '2'), ""},
  };
  for (const auto& [claims, file_name, date] : rows) {
    EXPECT_EQ(chosen(claims, file_name), date) << testing::PrintToString(claims);
  }
}

TEST(PublicationDate, BelievesWhatAPageDeclares) {
  expect_chosen({
      {{{"html:json-ld", "2013-05-24"}, {"html:byline", "7 June 2013"}}, "2013-05-24 from html:json-ld"},
      {{{"html:json-ld", "2013-05-24"}, {"url", "https://example.org/2013/06/07/"}},
       "2013-05-24 from html:json-ld"},
      {{{"html:json-ld", "2013-05-24"}, {"html:json-ld:dateModified", "2014-01-01"}},
       "2013-05-24 from html:json-ld"},
      {{{"html:json-ld", "31.31.2013"}, {"html:pubdate", "2013"}}, "2013 from html:pubdate"},
  });
}

TEST(PublicationDate, TakesTheDayOfThePlaceForThatOfTheServer) {
  const std::pair<std::string, std::string> utc{"html:json-ld", "2013-05-25T02:10:00Z"};
  expect_chosen({
      {{utc, {"html:byline", "Published: May 24, 2013, 7:10 p.m."}}, "2013-05-24 from html:byline"},
      {{utc, {"url", "https://example.org/2013/05/24/a/"}}, "2013-05-24 from url"},
      {{utc, {"html:byline", "25 May 2013"}, {"html:byline", "24 May 2013"}}, "2013-05-25 from html:json-ld"},
      {{utc, {"html:byline", "24 May 2013"}, {"url", "https://example.org/2013/05/25/"}},
       "2013-05-25 from html:json-ld"},
      {{utc, {"html:aside", "24 May 2013"}}, "2013-05-25 from html:json-ld"},
  });
}

TEST(PublicationDate, TakesAMoreExactDateFromAByline) {
  expect_chosen({
      {{{"html:citation_date", "2013"}, {"html:byline", "5 June 2013"}}, "2013-06-05 from html:byline"},
      {{{"html:citation_date", "2013"}, {"html:byline", "5 June 2014"}}, "2013 from html:citation_date"},
      {{{"html:date", "05/06/2013"}, {"html:byline", "5.6.2013"}}, "2013-06-05 from html:byline"},
  });
}

TEST(PublicationDate, TakesTheDayOfAPageThatWasPublishedAnew) {
  const std::pair<std::string, std::string> declared{"html:json-ld", "2013-05-24"};
  const std::pair<std::string, std::string> shown{"html:byline", "3 March 2014"};
  const std::pair<std::string, std::string> changed{"html:article:modified_time", "2014-03-03"};
  expect_chosen({
      {{declared, shown, changed}, "2014-03-03 from html:byline"},
      {{declared, shown}, "2013-05-24 from html:json-ld"},
      {{declared, {"html:article:published_time", "2013-05-24"}, shown, changed},
       "2013-05-24 from html:json-ld"},
      {{declared, {"html:byline", "Updated 3 March 2014"}, changed}, "2013-05-24 from html:json-ld"},
      {{declared, {"html:byline:updated", "3 March 2014"}, changed}, "2013-05-24 from html:json-ld"},
  });
}

TEST(PublicationDate, FindsTheByline) {
  expect_chosen({
      {{{"html:byline", "By A. Kos | May 24, 2013"}}, "2013-05-24 from html:byline"},
      {{{"html:time", "2013-05-24T10:00:00+02:00"}}, "2013-05-24 from html:time"},
      {{{"html:text", "7 June 2013"}, {"html:byline", "24 May 2013"}}, "2013-05-24 from html:byline"},
      {{{"html:byline", "Updated on 7 June 2013"}, {"html:text", "Published on 24 May 2013"}},
       "2013-05-24 from html:text"},
      {{{"html:byline", "Published: 24 May 2013 | Updated: 7 June 2013"}}, "2013-05-24 from html:byline"},
      {{{"html:byline", "Updated: 7 June 2013 / Published: 24 May 2013"}}, "2013-05-24 from html:byline"},
      {{{"html:byline", "Written: 2013-05-24 15:03:30 / Updated: 2013-06-07"}},
       "2013-05-24 from html:byline"},
      {{{"html:byline", "04.02.2013, 08:27 Uhr"}}, "2013-02-04 from html:byline"},
      {{{"html:header", "Zuletzt bearbeitet: 04.02.2013, 08:27 Uhr"}, {"html:text", "01.02.2013"}},
       "2013-02-01 from html:text"},
      {{{"html:byline", "05.24.2013 07:00 AM"}}, "2013-05-24 from html:byline"},
      {{{"html:header", "Register until 24 May 2013"}, {"html:text", "7 June 2013"}},
       "2013-06-07 from html:text"},
      {{{"html:header", "14 - 20 January 2013"}}, ""},
      {{{"html:header", "31 December 2012 – 6 January 2013"}}, ""},
      {{{"html:byline", "no date at all"}, {"html:aside", "24 May 2013"}}, "2013-05-24 from html:aside"},
      {{{"html:byline", "3 March 1799"}}, ""},
  });
}

TEST(PublicationDate, KnowsWhatSpeaksOfPublicationInManyLanguages) {
  for (const std::string_view line : {"Published on 24 May 2013",
                                      "Posted 24 May 2013",
                                      "Date: 24.5.2013",
                                      "Veröffentlicht am 24. Mai 2013",
                                      "Erstellt am: 24.05.2013",
                                      "Datum\n24.05.2013",
                                      "Der Beitrag wurde am 24. Mai 2013 um 10:00 veröffentlicht",
                                      "Publié le 24 mai 2013",
                                      "Mis en ligne le 24 mai 2013",
                                      "Publicado el 24 de mayo de 2013",
                                      "Fecha: 24/05/2013",
                                      "Pubblicato il 24 maggio 2013",
                                      "Publicado em 24 de maio de 2013",
                                      "Gepubliceerd op 24 mei 2013",
                                      "Опубликовано 24 мая 2013 г.",
                                      "Дата: 24.05.2013",
                                      "Опубліковано 24 травня 2013",
                                      "Objavljeno 24. maja 2013.",
                                      "Објављено 24. маја 2013.",
                                      "Publikuar më 24 maj 2013",
                                      "发布时间：2013年5月24日",
                                      "Opublikowano 24 maja 2013",
                                      "Publicerad 24 maj 2013",
                                      "Julkaistu 24.5.2013",
                                      "Yayın: 24 Mayıs 2013",
                                      "نشر في 24 مايو 2013"}) {
    EXPECT_EQ(chosen({{"html:text", "7 June 2013"}, {"html:text", std::string(line)}}),
              "2013-05-24 from html:text")
        << line;
  }
}

TEST(PublicationDate, KnowsWhatSpeaksOfAChangeInManyLanguages) {
  for (const std::string_view line :
       {"Updated 7 June 2013", "Last modified: 7 June 2013", "This page was last edited on 7 June 2013",
        "Letzte Änderung: 07.06.2013", "Aktualisiert am 7. Juni 2013", "(Stand am 7. Juni 2013)",
        "Mis à jour le 7 juin 2013", "Actualizado el 7 de junio de 2013", "Aggiornato il 7 giugno 2013",
        "Обновлено 7 июня 2013", "Оновлено 7 червня 2013", "Ažurirano 7. juna 2013.",
        "Ажурирано 7. јуна 2013.", "更新于2013年6月7日", "Zaktualizowano 7 czerwca 2013"}) {
    EXPECT_EQ(chosen({{"html:text", std::string(line)}, {"html:text", "24 May 2013"}}),
              "2013-05-24 from html:text")
        << line;
    EXPECT_EQ(chosen({{"html:text", std::string(line)}}), "2013-06-07 from html:text") << line;
  }
}

TEST(PublicationDate, KnowsWhatSpeaksOfAnotherDayInManyLanguages) {
  for (const std::string_view line :
       {"Register by or until 7 June 2013", "Valid until 7 June 2013", "Born 7 June 2013",
        "Gültig bis 7. Juni 2013", "In Kraft seit 7. Juni 2013", "Jusqu'au 7 juin 2013",
        "Hasta el 7 de junio de 2013", "In vigore dal 7 giugno 2013", "до 7 июня 2013",
        "施行日期：2013年6月7日"}) {
    EXPECT_EQ(chosen({{"html:header", std::string(line)}, {"html:text", "24 May 2013"}}),
              "2013-05-24 from html:text")
        << line;
  }
  // Words that only begin like these.
  for (const std::string_view line :
       {"Документ от 7 июня 2013", "Bischof A. Kos, 7. Juni 2013", "Borna, 7. Juni 2013",
        "Texte postérieur, 7 juin 2013", "Terminal B, 7 June 2013"}) {
    EXPECT_EQ(chosen({{"html:header", std::string(line)}, {"html:text", "24 May 2013"}}),
              "2013-06-07 from html:header")
        << line;
  }
}

TEST(PublicationDate, ReadsDayAndMonthInTheOrderThatSomethingConfirms) {
  const std::pair<std::string, std::string> line{"html:byline", "05/06/2013"};
  EXPECT_EQ(chosen({line}), "2013-06-05 from html:byline");
  EXPECT_EQ(chosen({line}, "", "en-GB"), "2013-06-05 from html:byline");
  EXPECT_EQ(chosen({line}, "", "en-US"), "2013-05-06 from html:byline");
  EXPECT_EQ(chosen({line, {"url", "https://example.org/2013/05/06/"}}), "2013-05-06 from html:byline");
  EXPECT_EQ(chosen({line, {"html:og:updated_time", "2013-05-06"}}, "", "fr"), "2013-05-06 from html:byline");
  EXPECT_EQ(chosen({{"html:byline", "08/09/2024"}}, "", ""), "") << "neither August nor September has come";
  EXPECT_EQ(chosen({{"html:byline", "08/05/2024"}}, "", "en-US"), "2024-05-08 from html:byline");
}

TEST(PublicationDate, ReadsDayAndMonthAsTheOtherLinesDo) {
  struct OrderRow {
    std::string_view other;
    std::string_view language;
    std::string_view date;
  };
  for (const auto& [other, language, date] : std::vector<OrderRow>{
           {"03/28/2013", "", "2013-05-06"},
           {"03/28/2013", "en-GB", "2013-05-06"},
           {"28/03/2013", "en-US", "2013-06-05"},
           {"March 28, 2013", "", "2013-05-06"},
           {"March 28, 2013", "en", "2013-05-06"},
           {"March 28, 2013", "en-GB", "2013-06-05"},
           {"28 March 2013", "en", "2013-06-05"},
           {"28 March 2013", "en_US", "2013-05-06"},
           {"28.03.2013", "en-US", "2013-05-06"},  // with stops the day stands first everywhere
       }) {
    const Claims claims{{"html:byline", "05/06/2013"}, {"html:aside", std::string(other)}};
    EXPECT_EQ(chosen(claims, "", language), std::string(date) + " from html:byline")
        << other << " " << language;
  }
  EXPECT_EQ(chosen({{"html:byline", "05-06-2013"}}, "", "en-US"), "2013-05-06 from html:byline");
  EXPECT_EQ(chosen({{"html:byline", "05-24-2013"}}), "2013-05-24 from html:byline");
  EXPECT_EQ(chosen({{"html:byline", "05.06.2013"}}, "", "en-US"), "2013-06-05 from html:byline");
}

TEST(PublicationDate, IsNoDayThatNamesAnEvent) {
  expect_chosen({
      {{{"html:header", "Twenty years after 9/11"}}, ""},
      {{{"html:header", "What the attacks of September 11 changed"}}, ""},
      {{{"html:header", "11 September 2001"}}, "2001-09-11 from html:header"},
      {{{"html:time", "2001-09-11"}}, "2001-09-11 from html:time"},
      {{{"html:byline", "11.09.2001"}}, "2001-09-11 from html:byline"},
  });
}

TEST(PublicationDate, ReadsDaysButNoMonthsInOtherLanguagesThanTheDocuments) {
  const Claims german{{"html:byline", "5. Juni 2013"}}, bird{{"html:header", "Der Vogel des Jahres 2013"}};
  EXPECT_EQ(chosen(german, "", "en"), "2013-06-05 from html:byline");
  EXPECT_EQ(chosen(bird, "", "de"), "");  // "Des" is December in Indonesian
  EXPECT_EQ(chosen({{"html:byline", "Juni 2013"}}, "", "de"), "2013-06 from html:byline");
}

TEST(PublicationDate, BelievesThePropertiesOfAFileWhereNothingSpeaksAgainstThem) {
  const std::pair<std::string, std::string> made{"docx:created", "2013-05-24T10:00:00Z"};
  const std::pair<std::string, std::string> changed{"docx:modified", "2014-01-07T10:00:00Z"};
  expect_chosen({
      {{made, changed}, "2013-05-24 from docx:created"},
      {{changed}, "2014-01-07 from docx:modified"},
      {{made, {"text:dateline", "Brussels, 5 June 2012"}}, "2012-06-05 from text:dateline"},
      {{made, {"front-matter:date", "2012"}}, "2012 from front-matter:date"},
      {{{"pdf:created", "1970-01-01T00:00:00Z"}, {"pdf:modified", "1601-01-01"}}, ""},  // no clock was set
      {{{"mail:attached", "2013-05-14"}}, "2013-05-14 from mail:attached"},
      {{{"docx:modified", "2013-05-02"}, {"mail:attached", "2013-05-14"}}, "2013-05-02 from docx:modified"},
  });
  EXPECT_EQ(chosen({made}, "report-1996.pdf"), "1996 from file-name");  // it was scanned
  EXPECT_EQ(chosen({made}, "report-2013.pdf"), "2013-05-24 from docx:created");
  EXPECT_EQ(chosen({made}, "2013-05-02.pdf"), "2013-05-02 from file-name");
}

TEST(PublicationDate, GoesByTrustWhereNothingIsDeclared) {
  const std::pair<std::string, std::string> byline{"html:byline", "1 May 2013"};
  const std::pair<std::string, std::string> address{"url", "https://example.org/2013/05/02/"};
  const std::pair<std::string, std::string> doubtful{"html:date", "2013-05-13"};
  const std::pair<std::string, std::string> text{"html:text", "14 May 2013"};
  const std::pair<std::string, std::string> changed{"html:last-modified", "2013-05-15"};
  const std::pair<std::string, std::string> aside{"html:aside", "16 May 2013"};
  const std::pair<std::string, std::string> month{"url", "https://example.org/2013/05/"};
  expect_chosen({
      {{aside, changed, text, doubtful, address, byline}, "2013-05-01 from html:byline"},
      {{aside, changed, text, doubtful, address}, "2013-05-02 from url"},
      {{aside, changed, text, doubtful}, "2013-05-13 from html:date"},
      {{aside, changed, text}, "2013-05-14 from html:text"},
      {{aside, changed}, "2013-05-15 from html:last-modified"},
      {{aside, month}, "2013-05-16 from html:aside"},
      {{month}, "2013-05 from url"},
      {{doubtful, {"html:text", "24 May 2013"}, {"html:last-modified", "2013-05-13"}},
       "2013-05-24 from html:text"},
      {{month, {"html:text", "7 June 2013"}, {"html:text", "24 May 2013"}}, "2013-05-24 from html:text"},
  });
  EXPECT_EQ(chosen({text}, "2013-06-07.html"), "2013-06-07 from file-name");
  EXPECT_EQ(chosen({text}, "2012.html"), "2013-05-14 from html:text");
  EXPECT_EQ(chosen({changed}, "2012.html"), "2012 from file-name");
}

TEST(PublicationDate, TakesOnlySureDatelinesOfPlainText) {
  const auto dateline = [](std::string_view from, std::string_view line, std::string_view name = "") {
    return chosen({{std::string(from), std::string(line)}}, name);
  };
  const std::string_view found = "2012-06-05 from text:dateline";
  EXPECT_EQ(dateline("text:dateline", "Brussels, 5 June 2012"), found);
  EXPECT_EQ(dateline("text:dateline", "JUNE 5, 2012"), found);
  EXPECT_EQ(dateline("text:dateline", "vom 5. Juni 2012"), found);
  EXPECT_EQ(dateline("text:dateline", "U Beogradu, 5. juna 2012. godine"), found);
  EXPECT_EQ(dateline("text:dateline", "2012年6月5日 第十一届全国人民代表大会常务委员会第二十七次会议通过"),
            found);
  EXPECT_EQ(dateline("text:dateline", "On 5 June 2012 the Council of Ministers adopted a programme of work"),
            "");
  EXPECT_EQ(dateline("text:dateline", "(as last amended on 5 June 2012)"), "");
  EXPECT_EQ(dateline("text:dateline", "施行日期：自2012年6月5日起施行"), "");
  EXPECT_EQ(dateline("text:line", "5 June 2012"), "");
  EXPECT_EQ(dateline("text:foot", "5 June 2012"), "");
  EXPECT_EQ(dateline("text:foot", "Published on 5 June 2012"), "2012-06-05 from text:foot");
  EXPECT_EQ(dateline("text:dateline", "5 June 2012", "2012.txt"), found);
  EXPECT_EQ(dateline("text:dateline", "5 June 2012", "2013-01.txt"), "2013-01 from file-name");
}

TEST(PublicationDate, KnowsTheDateOfAnActByItsTitle) {
  for (const std::string_view title :
       {"Verordnung vom 5. Juni 2012 über den Schutz der Gewässer und die Aufsicht über ihre Nutzung",
        "Loi du 5 juin 2012 relative à la protection des eaux",
        "Legge del 5 giugno 2012 sulla protezione delle acque",
        "Directive 2012/1/EU of the Council of 5 June 2012 on the protection of waters against pollution",
        "Постановление правительства от 5 июня 2012 г. об охране вод",
        "Verordnung vom 5. Juni 2012 zur Änderung der Gewässerverordnung",
        "Act of 5 June 2012 amending the Water Act", "Zakon od 5. juna 2012. o zaštiti voda"}) {
    EXPECT_EQ(chosen({{"text:title", std::string(title)}}), "2012-06-05 from text:title") << title;
  }
  for (const std::string_view title :
       {"The floods of 5 June 2012 and what the government learned from them",
        "The impact of the floods and what the government learned from the losses of 5 June 2012",
        "Bericht über die Sitzungen zwischen dem 5. Juni 2012 und dem Jahresende"}) {
    EXPECT_EQ(chosen({{"text:title", std::string(title)}}), "") << title;
  }
}

TEST(PublicationDate, OfAFilesPropertiesGivesWayToItsName) {
  const Claims made{{"docx:created", "2016-10-07T07:01:00Z"}, {"docx:modified", "2021-05-16"}};
  EXPECT_EQ(chosen(made, "session-05102016.docx"), "2016-10-05 from file-name");
  EXPECT_EQ(chosen(made, "session.docx"), "2016-10-07 from docx:created");
  EXPECT_EQ(chosen({{"docx:created", "0000-00-00"}, made[1]}, ""), "2021-05-16 from docx:modified");
}

}  // namespace
}  // namespace dossier
