// The names of the index that are another spelling of a word: Вучич of Vucic, Kiev of Київ, Deutschland of
// Germany.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/index/index_reader.h"
#include "dossier/text/analyzer.h"
#include "dossier/text/name_sound.h"
#include "vocabulary.h"

namespace dossier {

enum class NameOrigin : std::uint8_t { transliteration, spelling, exonym };

struct OtherName {
  std::string written;  // case-folded, a word of the index
  NameOrigin origin = NameOrigin::spelling;
};

// Finds them by the index's list of words, and decides what is a name by what stands in its texts: a word
// that is written with a capital inside sentences. Not for two threads.
class OtherNames {
 public:
  OtherNames(const IndexReader& reader, Analyzer& analyzer, Vocabulary& vocabulary)
      : reader_(reader), analyzer_(analyzer), vocabulary_(vocabulary) {}

  // Those of `word` (case-folded), two dozen at most. `capital`: it was typed with one. A word typed small is
  // a name if it is one in the index's texts, or is in none of them; function words and names that name too
  // much have none.
  std::vector<OtherName> of(const std::string& word, bool capital);

  // Those of a name that was typed as several words, all with a capital, and that Chinese or Korean write as
  // one: 毛泽东 of "Mao Zedong". `words`: case-folded.
  std::vector<OtherName> written_as_one(const std::vector<std::string>& words);

  // Whether a word of the index (case-folded) is a name in its texts.
  bool is_name(const std::string& written) { return evidence(written) == Evidence::name; }

 private:
  enum class Evidence : std::uint8_t {
    none,
    word,  // it is written small
    noun,  // with a capital, as every noun of its language
    name,
  };
  static bool is_capitalised(Evidence found) noexcept {
    return found == Evidence::noun || found == Evidence::name;
  }

  void add_exonyms(const std::string& word, const std::string& meeting, std::vector<OtherName>& names);
  void add_forms_of(std::string_view form, std::vector<OtherName>& names);
  void add_alike(const std::string& word, const std::string& meeting, std::vector<OtherName>& names);
  void add(std::string_view written, NameOrigin origin, std::vector<OtherName>& names);
  bool may_be_name(const std::string& word, const std::string& meeting, bool capital);
  // How a word is written in the first passages that have it.
  Evidence evidence(const std::string& written);
  Evidence evidence_in(std::string_view text, std::string_view language, const std::string& written);

  const IndexReader& reader_;
  Analyzer& analyzer_;
  Vocabulary& vocabulary_;
};

}  // namespace dossier
