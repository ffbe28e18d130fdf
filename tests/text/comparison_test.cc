// Copies, versions, excerpts and look-alikes: texts of our own in the ways in which texts come back.
#include "dossier/text/comparison.h"

#include <gtest/gtest.h>

#include <map>

#include "support/repeated_texts.h"

namespace dossier {
namespace {

using namespace repeated;

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string out;
  for (const std::string& paragraph : paragraphs) out += (out.empty() ? "" : "\n\n") + paragraph;
  return out;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

std::string replaced_everywhere(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

Comparison compare(const std::string& left, const std::string& right, const std::string& left_title = {},
                   const std::string& right_title = {}) {
  static Analyzer analyzer;
  const CutText ours({left, left_title, {}}, analyzer);
  const CutText theirs({right, right_title, {}}, analyzer);
  const Comparison comparison = ours.compare_with(theirs);
  EXPECT_TRUE(comparison.relation == Relation::none || ours.counts().may_be_related(theirs.counts()));
  return comparison;
}

std::string said(const Comparison& comparison) {
  std::string out(relation_name(comparison.relation));
  for (const Difference& difference : comparison.differences)
    out += "; " + std::string(difference_name(difference.kind)) + ": " + difference.left + " / " +
           difference.right;
  return out;
}

TEST(WordCounts, RuleOutTextsThatShareLessThanFourFifthsOfTheShorter) {
  Analyzer analyzer;
  const auto counts = [&](const std::string& text) { return CutText({text, "", {}}, analyzer).counts(); };
  const WordCounts ours = counts("The ministers of both states met in Vienna on Friday");  // ten words
  EXPECT_TRUE(ours.may_be_related(counts("On Friday both ministers met in Graz")));        // six of seven
  EXPECT_FALSE(ours.may_be_related(counts("On Sunday both ministers met in Graz")));       // five
  EXPECT_FALSE(ours.may_be_related(counts("both both both both both")));
  EXPECT_TRUE(ours.may_be_related(counts("")));
}

TEST(Comparison, KnowsRepostsForCopies) {
  for (std::size_t i = 0; i < articles().size(); ++i) {
    const Article& article = articles()[i];
    const std::string text = joined(article.paragraphs);
    std::string printed = replaced_everywhere(text, "fi", "\uFB01");
    printed = replaced_everywhere(printed, "'", "\u2019");
    printed = replaced_everywhere(printed, " of ", "\u00A0of  ");
    const std::vector<std::string> copies = {
        headers()[i % 3] + "\n\n" + article.title + "\n\n" + text,
        text + "\n\n" + footers()[i % 3],
        article.title + "\n\n" + headers()[(i + 1) % 3] + "\n\n" + text + "\n\n" + footers()[(i + 1) % 3],
        printed,
    };
    for (const std::string& copy : copies) EXPECT_EQ(said(compare(text, copy)), "copy") << copy;
    EXPECT_EQ(said(compare(copies[0], copies[2])), "copy") << article.name;
  }
}

TEST(Comparison, PassesOverTyposPageNumbersAndListNumbers) {
  const std::string text = joined(articles()[2].paragraphs);
  EXPECT_EQ(said(compare(text, replaced(replaced(text, "witnesses", "witneses"), "recommends", "recomends"))),
            "copy");
  EXPECT_EQ(said(compare(text, replaced(text, "government", "govemment"))), "copy");
  EXPECT_EQ(said(compare(text, replaced(text, "table had", "ta- ble had"))), "copy");
  EXPECT_EQ(said(compare(text, replaced(text, "signed, most", "signed, 17 most"))), "copy");
  std::string numbered;
  int number = 1;
  for (const std::string& paragraph : articles()[2].paragraphs) {
    numbered += std::to_string(number) + ". " + paragraph + "\n\nShared waters, page " +
                std::to_string(number) + "\n\n";
    ++number;
  }
  EXPECT_EQ(said(compare(text, numbered)), "copy");
  EXPECT_EQ(said(compare(text, replaced(text, "meters on every well", "meters for every well"))), "copy");
}

struct Revision {
  std::size_t article;
  const char* from;
  const char* to;
  const char* difference;
};

TEST(Comparison, SaysInWhatVersionsDiffer) {
  const std::vector<Revision> revisions = {
      {0, "34 officers", "43 officers", "number: 34 / 43"},
      {0, "every second Thursday", "every second Friday", "name: Thursday / Friday"},
      {0, "will not carry", "will carry", "negation: not / "},
      {0, "mayor of Leposavic", "mayor of Zubin Potok", "name: Leposavic / Zubin Potok"},
      {1, "212,000", "221,000", "number: 212,000 / 221,000"},
      {1, "1 February", "1 March", "name: February / March"},
      {1, "Ingrid Solheim", "Ingrid Sundby", "name: Solheim / Sundby"},
      {2, "four metres", "six metres", "wording: four / six"},
      {2, "did not agree", "did agree", "negation: not / "},
      {2, "in Marvila", "in Belém", "name: Marvila / Belém"},
      {3, "seven violations", "seventeen violations", "wording: seven / seventeen"},
      {3, "none with casualties", "two with casualties", "negation: none / two"},
      {3, "General Ruiz Almeida", "General Ruiz Pardo", "name: Almeida / Pardo"},
      {4, "81 votes to 43", "81 votes to 44", "number: 43 / 44"},
      {4, "brought down one minister", "saved one minister", "wording: brought down / saved"},
      {5, "wheat and barley", "wheat and maize", "wording: barley / maize"},
      {5, "of Tarsia", "of Morania", "name: Tarsia / Morania"},
      {5, "of Tarsia", "of Tarsie", "name: Tarsia / Tarsie"},
      {6, "shall not be held", "shall be held", "negation: not / "},
      {6, "five working", "ten working", "wording: five / ten"},
      {7, "640 million", "460 million", "number: 640 / 460"},
      {7, "forty kilometres", "fifty kilometres", "wording: forty / fifty"},
      {8, "58 per cent", "85 per cent", "number: 58 / 85"},
      {8, "9 March", "9 May", "name: March / May"},
      {9, "in Nairobi", "in Vienna", "name: Nairobi / Vienna"},
      {9, "ten kilograms", "ten pounds", "wording: kilograms / pounds"},
  };
  for (const Revision& revision : revisions) {
    const std::string text = joined(articles()[revision.article].paragraphs);
    const std::string other = replaced(text, revision.from, revision.to);
    const std::string expected = "version; " + std::string(revision.difference);
    EXPECT_EQ(said(compare(text, other)), expected);
    EXPECT_EQ(said(compare(text, headers()[0] + "\n\n" + other + "\n\n" + footers()[0])), expected);
  }
}

TEST(Comparison, KnowsAVersionThatGrew) {
  const std::string added =
      "The delegations will meet again in Vienna before the report of the mission is due, and officers at "
      "the posts "
      "were told to expect visitors.";
  std::vector<std::string> paragraphs = articles()[0].paragraphs;
  const std::string text = joined(paragraphs);
  EXPECT_EQ(compare(text, text + "\n\n" + added).relation, Relation::version);
  paragraphs.insert(paragraphs.begin() + 2, added);
  EXPECT_EQ(compare(text, joined(paragraphs)).relation, Relation::version);
  EXPECT_EQ(compare(joined(paragraphs), text).differences.at(0).kind, DifferenceKind::text);
}

TEST(Comparison, KnowsNumberedDecisionsOfOneBodyForVersions) {
  const auto decision = [](const char* number, const char* year, const char* until) {
    return joined(
        {std::string("Decision ") + number + " (" + year + ")",
         "The Board, having considered the request of the harbour master, and noting that traffic in the "
         "strait "
         "has grown while the lights have not, extends the dredging of the southern channel until " +
             std::string(until) + ", and asks for soundings each quarter."});
  };
  const Comparison other_number = compare(decision("17", "2012", "the end of the season"),
                                          decision("23", "2012", "the end of the season"));
  EXPECT_EQ(other_number.relation, Relation::version) << said(other_number);
  const Comparison other_year =
      compare(decision("17", "2012", "31 March 2013"), decision("23", "2013", "31 March 2014"));
  EXPECT_EQ(other_year.relation, Relation::version) << said(other_year);
}

TEST(Comparison, KnowsExcerpts) {
  for (std::size_t i = 0; i < articles().size(); ++i) {
    const std::vector<std::string>& paragraphs = articles()[i].paragraphs;
    const std::string digest = "Press digest\n\n" + joined(articles()[(i + 1) % 10].paragraphs) + "\n\n" +
                               joined(paragraphs) + "\n\n" + joined(articles()[(i + 2) % 10].paragraphs);
    for (const std::string& part : {joined(paragraphs), joined({paragraphs[1], paragraphs[2]}),
                                    headers()[i % 3] + "\n\n" + joined({paragraphs[0], paragraphs[2]})}) {
      const Comparison found = compare(part, digest);
      EXPECT_EQ(found.relation, Relation::excerpt) << said(found) << part;
      EXPECT_TRUE(found.left_is_part);
      EXPECT_FALSE(compare(digest, part).left_is_part);
    }
  }
}

TEST(Comparison, IsNotTakenInByTemplates) {
  const std::vector<Article> mandates = {mandate("Morania", "Belcastro", "Moranian", "2101", "2013"),
                                         mandate("Tarsia", "Port Selim", "Tarsian", "2115", "2013"),
                                         mandate("Orlanda", "Tesk", "Orlandan", "2133", "2014"),
                                         mandate("Westmark", "Halden", "Westmarker", "2160", "2014"),
                                         mandate("Upper Selce", "Drenova", "Selcian", "2171", "2015")};
  const std::vector<Article> replies = {reply("Ms Novak", "4711/B", "3 May", "Lisbon"),
                                        reply("Mr Okafor", "4803/A", "17 June", "Ankara"),
                                        reply("Dr Lindqvist", "5120/C", "8 July", "Tunis"),
                                        reply("Mrs Tanaka", "5377/B", "30 August", "Quito")};
  for (const std::vector<Article>& templates : {mandates, replies}) {
    for (const Article& one : templates) {
      for (const Article& other : templates) {
        if (one.name >= other.name) continue;
        EXPECT_EQ(said(compare(joined(one.paragraphs), joined(other.paragraphs), one.title, other.title)),
                  "none");
      }
    }
  }
  // The same body, a year later: versions.
  const Comparison renewed =
      compare(joined(mandates[0].paragraphs),
              joined(mandate("Morania", "Belcastro", "Moranian", "2187", "2015").paragraphs));
  EXPECT_EQ(renewed.relation, Relation::version) << said(renewed);
}

TEST(Comparison, IsNotTakenInByQuotationsAndDisclaimers) {
  for (std::size_t i = 0; i < articles().size(); ++i) {
    const std::vector<std::string>& ours = articles()[i].paragraphs;
    const std::vector<std::string>& theirs = articles()[(i + 1) % 10].paragraphs;
    EXPECT_EQ(said(compare(joined(ours), joined(theirs))), "none");
    EXPECT_EQ(
        said(compare(joined({ours[0], quotation(), ours[1]}), joined({theirs[0], quotation(), theirs[2]}))),
        "none");
    EXPECT_EQ(said(compare(joined({ours[0], footers()[0], footers()[1]}),
                           joined({theirs[0], footers()[0], footers()[1]}))),
              "none");
  }
}

}  // namespace
}  // namespace dossier
