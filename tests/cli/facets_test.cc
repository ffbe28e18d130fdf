// facets and explain: counts that agree with searching, and why hits rank.
#include <nlohmann/json.hpp>

#include "cli/sample.h"

namespace dossier::cli {
namespace {

class FacetsCommand : public SampleIndex {};

TEST_F(FacetsCommand, CountsEverythingWithoutAQuery) {
  EXPECT_EQ(
      sandbox.session({"facets", "--by", "published:month,language", "--by", "source:1", "--by", "type"}),
      R"([0]
7 passages in 6 documents

published by month · passages (documents)
  1999-06  ######################################## 2 (2)
  2001-01  #################### 1 (1)
  2001-02  #################### 1 (1)
  2001-03  #################### 1 (1)
  2001-04  #################### 1 (1)
  2001-05  #################### 1 (1)
  2001-06  #################### 1 (1)
  2001-07  #################### 1 (1)
  2001-08  #################### 1 (1)
  2001-09  #################### 1 (1)
  2001-10  #################### 1 (1)
  2001-11  #################### 1 (1)
  2001-12  #################### 1 (1)
  2013-04  ######################################## 2 (1)
  2014-06  #################### 1 (1)
  undated: 1 (1)

language: en 5 (4), de 1 (1), sr 1 (1)

source: United Nations 2 (2), 2 more, without: 2 (2)

type: application/jsonl 3 (3), text/markdown 2 (1), text/html 1 (1), text/plain 1 (1)
)");
}

TEST_F(FacetsCommand, PrintsJsonAndCsv) {
  EXPECT_EQ(sandbox.session({"facets", "kosovo", "--by", "language", "--format", "json"}), R"([0]
{"schema_version":1,"query":{"text":"kosovo","interpreted":"kosovo","match":"all","relaxed":false,"problems":[],"suggestion":null},"index":{"documents":6,"passages":7,"uuid":"UUID","revision":3},"total":{"passages":5,"documents":4,"exact":true,"partial":{"passages":0,"documents":0}},"took_ms":T,"facets":{"language":{"buckets":[{"value":"en","passages":4,"documents":3},{"value":"sr","passages":1,"documents":1}],"more":0,"missing":0,"missing_passages":0}}}
)");
  EXPECT_EQ(
      sandbox.session({"facets", "kosovo", "--by", "source", "--by", "published:day", "--format", "csv"}),
      "[0]\n"
      "facet,value,passages,documents\r\n"
      "source,Balkan Review,2,1\r\n"
      "source,Tanjug,1,1\r\n"
      "source,United Nations,1,1\r\n"
      "source,,1,1\r\n"
      "published:day,1999-06-01,1,1\r\n"
      "published:day,1999-06-02,1,1\r\n"
      "published:day,1999-06-03,1,1\r\n"
      "published:day,1999-06-04,1,1\r\n"
      "published:day,1999-06-05,1,1\r\n"
      "published:day,1999-06-06,1,1\r\n"
      "published:day,1999-06-07,1,1\r\n"
      "published:day,1999-06-08,1,1\r\n"
      "published:day,1999-06-09,1,1\r\n"
      "published:day,1999-06-10,1,1\r\n"
      "published:day,1999-06-11,2,2\r\n"
      "published:day,1999-06-12,1,1\r\n"
      "published:day,1999-06-13,1,1\r\n"
      "published:day,1999-06-14,1,1\r\n"
      "published:day,1999-06-15,1,1\r\n"
      "published:day,1999-06-16,1,1\r\n"
      "published:day,1999-06-17,1,1\r\n"
      "published:day,1999-06-18,1,1\r\n"
      "published:day,1999-06-19,1,1\r\n"
      "published:day,1999-06-20,1,1\r\n"
      "published:day,1999-06-21,1,1\r\n"
      "published:day,1999-06-22,1,1\r\n"
      "published:day,1999-06-23,1,1\r\n"
      "published:day,1999-06-24,1,1\r\n"
      "published:day,1999-06-25,1,1\r\n"
      "published:day,1999-06-26,1,1\r\n"
      "published:day,1999-06-27,1,1\r\n"
      "published:day,1999-06-28,1,1\r\n"
      "published:day,1999-06-29,1,1\r\n"
      "published:day,1999-06-30,1,1\r\n"
      "published:day,2013-04-19,2,1\r\n"
      "published:day,2014-06-08,1,1\r\n");
}

TEST_F(FacetsCommand, KeepsTheOtherValuesOfWhatItFiltersBy) {
  EXPECT_EQ(sandbox.session({"facets", "--by", "language", "--by", "published:decade", "--where", "lang:en"}),
            R"([0]
5 passages in 4 documents

language: *en* 5 (4), de 1 (1), sr 1 (1)

published by decade · passages (documents)
  1990s  ############# 1 (1)
  2010s  ######################################## 3 (2)
  undated: 1 (1)
)");
}

TEST_F(FacetsCommand, AgreesWithFilteringByEachBucket) {
  const auto counts = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"search", "--format", "json", "-n", "0"});
    return nlohmann::json::parse(sandbox.run(arguments).out);
  };
  const struct {
    std::string facet, option, before;
  } rows[] = {{"published:year", "--published", ""},
              {"published:month", "--published", ""},
              {"language", "--where", "lang:"},
              {"source", "--where", "source:"},
              {"type", "--where", "type:"}};
  std::size_t buckets = 0;
  for (const auto& [facet, option, before] : rows) {
    const auto whole = counts({"council OR kosovo OR sanktionen", "--facet", facet});
    for (const auto& bucket : whole["facets"][facet]["buckets"]) {
      ++buckets;
      const std::string value = bucket["value"];
      const auto part = counts({"council OR kosovo OR sanktionen", "--facet", facet, option, before + value});
      EXPECT_EQ(part["total"]["passages"], bucket["passages"]) << facet << " " << value;
      EXPECT_EQ(part["total"]["documents"], bucket["documents"]) << facet << " " << value;
      EXPECT_EQ(part["facets"][facet]["buckets"].size(), whole["facets"][facet]["buckets"].size());
    }
  }
  EXPECT_GE(buckets, 15U);
}

TEST_F(FacetsCommand, NamesWhatIsNoFacet) {
  EXPECT_EQ(sandbox.session({"facets", "--by", "colour"}), R"([2]
--- error
dossier: there is no facet 'colour'
  hint: facets are published and mentioned (:day|month|year|decade), language, source and type
)");
  EXPECT_EQ(sandbox.session({"facets", "--by", "published:fortnight"}), R"([2]
--- error
dossier: 'published:fortnight' is no facet: 'fortnight' is neither an interval nor a size
  hint: facets are NAME[:interval][:size]: published:month, source:20
)");
  EXPECT_EQ(sandbox.session({"facets", "--by", "source:month"}), R"([2]
--- error
dossier: 'source:month' is no facet: 'month' is neither an interval nor a size
  hint: facets are NAME[:interval][:size]: published:month, source:20
)");
  EXPECT_EQ(sandbox.session({"search", "kosovo", "--facet", "source:0"}), R"([2]
--- error
dossier: 'source:0' is no facet: '0' is neither an interval nor a size
  hint: facets are NAME[:interval][:size]: published:month, source:20
)");
}

class ExplainCommand : public SampleIndex {};

TEST_F(ExplainCommand, ShowsHowAQueryIsReadAndWhyAHitRanks) {
  EXPECT_EQ(sandbox.session({"explain", "serbia", "asks", "-n", "1"}), R"([0]
tree      (seq serbia asks)
means     serbia AND asks
matches   passages with all of the words
found     1 passage in 1 document
compiled  Query(((Zen:serbia OR ZSen:serbia OR 0.5 * ZXHde:serbia) AND (Zen:ask OR ZSasks OR 0.5 * ZXHasks)))

 1. Letter of *Serbia*
    L1#0 · score S = passage S + document S + proximity S + written form S
      2.39 +  S  serbia (stem: Zen:serbia), in 1 passage; here serbia (typed, 2)
      1.78 +  S  asks (stem: Zen:ask), in 1 passage; here asks (typed)
)");
}

TEST_F(ExplainCommand, PrintsJsonWhoseWeightsSumUp) {
  const auto json = nlohmann::json::parse(
      sandbox.run({"explain", "kosovo resolution \"security council\" 12*", "--format", "json"}).out);
  EXPECT_EQ(json["schema_version"], 1);
  EXPECT_EQ(json["tree"], "(seq kosovo resolution \"security council\" 12*)");
  ASSERT_GE(json["hits"].size(), 1U);
  for (const auto& hit : json["hits"]) {
    double sum = 0;
    for (const auto& word : hit["words"]) sum += word["weight"].get<double>();
    EXPECT_GT(sum, 0);
    EXPECT_NEAR(sum, hit["passage_score"].get<double>(), 1e-9);
    double of_document = 0;
    for (const auto& word : hit["words"]) of_document += word["document_weight"].get<double>();
    EXPECT_NEAR(of_document, hit["document_score"].get<double>(), 1e-9);
    double of_expansion = 0;
    for (const auto& word : hit["expansion"]) of_expansion += word["weight"].get<double>();
    EXPECT_NEAR(of_expansion, hit["expansion_score"].get<double>(), 1e-9);
    double parts = 0;
    for (const char* part : {"passage", "document", "proximity", "written", "expansion"})
      parts += hit[part + std::string("_score")].get<double>();
    EXPECT_NEAR(hit["score"].get<double>(), parts, 1e-9);
  }
}

}  // namespace
}  // namespace dossier::cli
