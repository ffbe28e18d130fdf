// Whatever is typed is answered with 0, 1 or 2: never with a crash, and without delay.
#include <nlohmann/json.hpp>
#include <random>

#include "cli/sample.h"

namespace dossier::cli {
namespace {

using std::string_literals::operator""s;

class HostileQuery : public SampleIndex {
 protected:
  void expect_an_answer(const std::vector<std::string>& words) const {
    std::vector<std::string> arguments = {"search", "--format", "json", "--"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    const Finished finished = sandbox.run(arguments);
    const std::string shown =
        nlohmann::json(words).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
    ASSERT_TRUE(finished.code >= 0 && finished.code <= 2)
        << finished.code << " for " << shown << finished.err;
    if (finished.out.empty()) {
      EXPECT_EQ(finished.err.substr(0, 27), "dossier: no query was given") << shown;
      return;
    }
    const auto answer = nlohmann::json::parse(finished.out, nullptr, false);
    ASSERT_FALSE(answer.is_discarded()) << shown << finished.out;
    const std::size_t length = answer["query"]["text"].get<std::string>().size();
    for (const auto& problem : answer["query"]["problems"])
      EXPECT_LE(problem["offset"].get<std::size_t>() + problem["length"].get<std::size_t>(), length) << shown;
  }
};

TEST_F(HostileQuery, ATableOfThem) {
  const std::string words = [] {
    std::string out;
    for (int i = 0; i < 20000; ++i) out += "w" + std::to_string(i) + " ";
    return out;
  }();
  for (const std::string& query : {""s,
                                   " "s,
                                   "\""s,
                                   "\"\""s,
                                   "\"\"\""s,
                                   "'"s,
                                   "("s,
                                   ")"s,
                                   "()"s,
                                   ")("s,
                                   "((((((((((a"s,
                                   "a))))))))"s,
                                   std::string(100000, '('),
                                   std::string(100000, ')'),
                                   std::string(100000, '"'),
                                   std::string(100000, '-'),
                                   std::string(100000, '*'),
                                   std::string(100000, '~'),
                                   std::string(100000, ':'),
                                   words,
                                   "AND"s,
                                   "OR"s,
                                   "NOT"s,
                                   "AND AND AND"s,
                                   "a AND"s,
                                   "OR a"s,
                                   "NOT NOT NOT a"s,
                                   "- -"s,
                                   "--"s,
                                   "-"s,
                                   "+"s,
                                   "+-+-a"s,
                                   "-a -b -c"s,
                                   "NOT kosovo"s,
                                   "*"s,
                                   "**"s,
                                   "k*"s,
                                   "ko*"s,
                                   "*o"s,
                                   "k*o"s,
                                   "~"s,
                                   "a~"s,
                                   "kosovo~"s,
                                   "kosovo~99999999999999999999"s,
                                   "\"kosovo\"~3"s,
                                   "NEAR"s,
                                   "a NEAR b"s,
                                   "a NEAR/0 b"s,
                                   "a NEAR/-1 b"s,
                                   "a NEAR/99999999999999999999 b"s,
                                   "a NEAR/5 b NEAR/5 c NEAR/5 d NEAR/5 e"s,
                                   "(a OR b) NEAR/5 (c OR d)"s,
                                   "a w/ b"s,
                                   "a pre/5"s,
                                   "\"a NEAR/5 b\" NEAR/3 (\"c d\" OR e)"s,
                                   "title:"s,
                                   "title:()"s,
                                   "title:(a"s,
                                   "title:title:a"s,
                                   "foo:bar"s,
                                   ":"s,
                                   "::"s,
                                   ":a"s,
                                   "a:"s,
                                   "lang:"s,
                                   "lang:()"s,
                                   "lang:(en OR)"s,
                                   "lang:*"s,
                                   "source:***"s,
                                   "type:/"s,
                                   "path:"s,
                                   "path:*"s,
                                   "path:../../../etc/passwd"s,
                                   "published:"s,
                                   "published:.."s,
                                   "published:2013-02-30"s,
                                   "published:9999999999999"s,
                                   "published:2017..2013"s,
                                   "published:0000"s,
                                   "published:9999..0001"s,
                                   "date:-1"s,
                                   "mentioned:2013"s,
                                   "published:=2013 published:=2014"s,
                                   "http://example.org/?a=b&c=d#e"s,
                                   "C:\\x\\y"s,
                                   "a\tb\nc\rd"s,
                                   "\x1b[2J\x07"s,
                                   "\xff\xfe\xfd"s,
                                   "caf\xe9"s,
                                   "\xc0\x80"s,
                                   "\xed\xa0\x80"s,
                                   "\xf4\x90\x80\x80"s,
                                   "\u202Ekosovo\u202C"s,
                                   "ko\u00ADsovo"s,
                                   "\u0301\u0301\u0301"s,
                                   "e\u0301"s,
                                   "ﬁ ﬀ Ⅷ"s,
                                   "北约 科索沃"s,
                                   "北约*"s,
                                   "\"北约\""s,
                                   "ประเทศไทย"s,
                                   "한국어"s,
                                   "\U0001F600"s,
                                   "\U0001F1F7\U0001F1F8"s,
                                   "İstanbul ISTANBUL ıstanbul"s,
                                   "ẞ ß SS"s,
                                   "Ωσς"s,
                                   "l'égalité"s,
                                   "S/RES/1244"s,
                                   "1,000.00"s,
                                   "$(id)"s,
                                   "`id`"s,
                                   "; rm -rf /"s,
                                   "%s%n%d"s,
                                   "' OR 1=1 --"s,
                                   "<script>alert(1)</script>"s,
                                   "Zkosovo"s,
                                   "XFkosovo"s,
                                   "QL1"s,
                                   std::string(100000, 'a'),
                                   std::string(5000, 'a') + "*",
                                   "\"" + words.substr(0, 5000) + "\""})
    expect_an_answer({query});
  expect_an_answer({"kosovo", "", "(", "\"", "-"});
}

TEST_F(HostileQuery, AFileOfThemIsAnsweredLineByLine) {
  std::string lines =
      "nul\tkos\0ovo \0\n\0\nbad\t\xff\xfe(\n\t\t\t\nlong\t"s + std::string(1 << 20, 'a') + " kosovo";
  const Finished finished = sandbox.run({"search", "--queries", "-", "--format", "json"}, {.input = lines});
  EXPECT_EQ(finished.code, 0) << finished.err;
  std::istringstream answers(finished.out);
  std::size_t count = 0;
  for (std::string line; std::getline(answers, line); ++count)
    EXPECT_TRUE(nlohmann::json::accept(line)) << line;
  EXPECT_EQ(count, 4U);
}

// Pieces of the language strung together at random, the same each time.
class RandomQueries : public HostileQuery, public testing::WithParamInterface<unsigned> {};

TEST_P(RandomQueries, FiftyOfThem) {
  static const std::vector<std::string> pieces = {
      "kosovo",   "council", "AND",        "OR",    "NOT",   "NEAR/5", "NEAR",       "w/3",        "pre/2",
      "(",        ")",       "\"",         "+",     "-",     "=",      "*",          "~",          ":",
      "title:",   "author:", "source:",    "lang:", "type:", "path:",  "published:", "mentioned:", "date:",
      "foo:",     "2013",    "2013-05",    "..",    "1990s", "en",     " ",          " ",          " ",
      "\t",       "“",       "”",          "«",     "»",     "é",      "ж",          "北",         "\xff",
      "\xe2\x82", "\u202E",  "\U0001F600", "a",     "1",     "/",      "\\",         "'",          ",",
      ".",        "~9",      "secess*",    "<",     "&"};
  std::mt19937 random(GetParam());  // its numbers are the same everywhere
  for (int i = 0; i < 50; ++i) {
    std::string query;
    for (std::size_t left = 1 + random() % 24; left > 0; --left) query += pieces[random() % pieces.size()];
    expect_an_answer({query});
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomQueries, testing::Range(0U, 10U));

}  // namespace
}  // namespace dossier::cli
