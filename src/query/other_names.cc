#include "other_names.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "dossier/core/utf8.h"
#include "dossier/text/exonyms.h"
#include "dossier/text/function_words.h"
#include "dossier/text/normalizer.h"

namespace dossier {
namespace {

constexpr std::size_t kMostNames = 24;
constexpr std::size_t kMostListened = 4000;      // words of one key, the most frequent first
constexpr std::size_t kFewestLetters = 4;        // of a name to be listened to
constexpr std::size_t kFewestJoinedLetters = 6;  // of a name of several words: "Li Na" would be too many
constexpr std::uint32_t kFewPassages = 2;    // so many may be slips: whoever types it means something else
constexpr std::size_t kFewestInflected = 4;  // letters of a name that may be inflected; in Latin one more
constexpr std::size_t kMostAdded = 2;        // letters of an ending
constexpr std::size_t kMostRead = 4;         // passages of a word
constexpr std::size_t kCommonStart = 3;      // letters that inflections share at least
constexpr std::size_t kMostEndings = 3;      // letters that they may differ by

// Languages that write every noun with a capital: it tells nothing there.
bool capitalises_nouns(std::string_view language) noexcept {
  return language == "de" || language == "lb";
}

// Georgian has capitals in Unicode, but sets none.
bool has_case(std::string_view word) noexcept {
  const auto c = static_cast<UChar32>(decode_utf8(word, 0).code_point);
  const bool georgian = c >= 0x10A0 && c <= 0x10FF;
  return !georgian && (u_islower(c) != 0 || u_isupper(c) != 0);
}

// Scripts that write family and given name without a space.
bool joins_names(std::string_view word) noexcept {
  UErrorCode status = U_ZERO_ERROR;
  const auto first = static_cast<UChar32>(decode_utf8(word, 0).code_point);
  const UScriptCode script = uscript_getScript(first, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HANGUL;
}

bool is_small(std::string_view text, std::size_t at) noexcept {
  return u_islower(static_cast<UChar32>(decode_utf8(text, at).code_point)) != 0;
}

// Whether the word at `start` stands inside a sentence, as far as the signs before it tell.
bool is_inside_sentence(std::string_view text, std::size_t start) noexcept {
  if (start < 2 || text[start - 1] != ' ') return false;
  std::size_t before = start - 2;
  while (before > 0 && !is_code_point_boundary(text, before)) --before;
  const auto c = static_cast<UChar32>(decode_utf8(text, before).code_point);
  return c == ',' || u_islower(c) != 0 || (u_isalpha(c) != 0 && u_isupper(c) == 0);
}

}  // namespace

std::vector<OtherName> OtherNames::of(const std::string& word, bool capital) {
  std::vector<OtherName> names;
  const std::string meeting = fold_diacritics(word);
  if (reader_.words().size() == 0 || is_function_word(meeting) || is_never_joined(meeting)) return names;
  if (!capital && is_name_only_capitalised(meeting)) return names;
  if (!may_be_name(word, meeting, capital)) return names;
  add_exonyms(word, meeting, names);
  if (!is_name_only_capitalised(meeting)) add_alike(word, meeting, names);
  return names;
}

std::vector<OtherName> OtherNames::written_as_one(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) joined += word;
  std::vector<OtherName> names;
  if (reader_.words().size() == 0 || count_code_points(joined) < kFewestJoinedLetters) return names;
  add_alike(joined, fold_diacritics(joined), names);
  std::erase_if(names, [](const OtherName& name) { return !joins_names(name.written); });
  return names;
}

void OtherNames::add(std::string_view written, NameOrigin origin, std::vector<OtherName>& names) {
  const bool known =
      std::any_of(names.begin(), names.end(), [&](const OtherName& name) { return name.written == written; });
  if (!known && names.size() < kMostNames) names.push_back({std::string(written), origin});
}

bool OtherNames::may_be_name(const std::string& word, const std::string& meeting, bool capital) {
  if (capital || !has_case(word)) return true;
  const WordRun spellings = reader_.words().meeting(meeting);
  std::uint32_t passages = 0;
  for (std::size_t i = spellings.begin; i < spellings.end; ++i) passages += reader_.words().word(i).passages;
  if (passages <= kFewPassages) return true;
  for (std::size_t i = spellings.begin; i < spellings.end; ++i) {
    const Evidence found = evidence(std::string(reader_.words().word(i).written));
    if (found != Evidence::none) return found == Evidence::name;
  }
  return false;
}

void OtherNames::add_exonyms(const std::string& word, const std::string& meeting,
                             std::vector<OtherName>& names) {
  std::vector<std::string_view> forms = exonyms_of(meeting);
  const std::size_t letters = count_code_points(meeting);
  if (forms.empty() && letters > kCommonStart) {  // an inflected name: "Киеве"
    const std::string_view start = first_code_points(meeting, std::max(kCommonStart, letters - kMostEndings));
    const auto wanted = vocabulary_.stems(word);
    for (const std::string_view form : exonyms_beginning(start)) {
      const auto stems = vocabulary_.stems(form);
      const bool same = std::any_of(stems.begin(), stems.end(),
                                    [&](const std::string& stem) { return wanted.contains(stem); });
      if (same && !is_never_joined(form)) forms = exonyms_of(form);
      if (!forms.empty()) break;
    }
  }
  for (const std::string_view form : forms) add_forms_of(form, names);
}

// A name as it stands in the index, and inflected: "Києві", "Москве", "Beogradu".
void OtherNames::add_forms_of(std::string_view form, std::vector<OtherName>& names) {
  const WordTable& words = reader_.words();
  const std::size_t letters = count_code_points(form);
  const bool in_latin = alphabet_of(form) == Alphabet::latin;
  const bool inflected = letters >= kFewestInflected + (in_latin ? 1 : 0);
  const std::string_view start = inflected && !in_latin ? first_code_points(form, letters - 1) : form;
  const WordRun run = words.beginning(start);
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const TableWord word = words.word(i);
    const std::string written(word.written);
    if (word.meeting == form) {
      // "Pools" is Dutch for Polish: where it is a common word of the index it is no name.
      if (is_adjective(form) || !has_case(written) || evidence(written) != Evidence::word)
        add(written, NameOrigin::exonym, names);
    } else if (inflected && has_case(written) && count_code_points(word.meeting) <= letters + kMostAdded &&
               evidence(written) == Evidence::name) {
      add(written, NameOrigin::exonym, names);
    }
  }
}

void OtherNames::add_alike(const std::string& word, const std::string& meeting,
                           std::vector<OtherName>& names) {
  const WordTable& words = reader_.words();
  const Alphabet alphabet = alphabet_of(word);
  if (count_code_points(word) < kFewestLetters && alphabet == Alphabet::latin) return;
  const WordRun listed = words.meeting(meeting);
  // The list knows it in Latin letters; for a word of Chinese that is not there the rules are not loaded.
  std::string latin;
  if (listed.begin != listed.end)
    latin = words.word(listed.begin).latin;
  else if (alphabet != Alphabet::pinyin)
    latin = Romanizer().romanize(word);
  const NameSound sound({latin, alphabet});
  for (const std::string& key : sound.keys()) {
    for (const std::uint32_t number : words.with_key(key, kMostListened)) {
      const TableWord candidate = words.word(number);
      if (candidate.meeting == meeting || names.size() == kMostNames) continue;
      const Alphabet other = alphabet_of(candidate.written);
      // Without vowels, or in syllables alone, too many words of one script sound alike.
      if (other == alphabet && (other == Alphabet::abjad || other == Alphabet::pinyin)) continue;
      if (!sound.sounds_like(NameSound({candidate.latin, other}))) continue;
      if (is_function_word(candidate.meeting) || is_never_joined(candidate.meeting)) continue;
      const std::string written(candidate.written);
      if (has_case(written) && !is_capitalised(evidence(written))) continue;
      add(written, other == alphabet ? NameOrigin::spelling : NameOrigin::transliteration, names);
    }
  }
}

OtherNames::Evidence OtherNames::evidence(const std::string& written) {
  const Xapian::Database& database = reader_.database();
  const Columns& columns = reader_.columns();
  std::size_t hint = 0, read = 0;
  for (auto posting = database.postlist_begin(written);
       posting != database.postlist_end(written) && read < kMostRead; ++posting, ++read) {
    const std::size_t number = columns.document_of(*posting, hint);
    if (number >= columns.rows().size()) continue;
    const StoredPassage passage = reader_.passage(*posting);
    const std::string& language = columns.languages()[columns.rows()[number].language];
    const Evidence found = evidence_in(passage.text, text_language(passage.language, language), written);
    if (found != Evidence::none) return found;
  }
  return Evidence::none;
}

OtherNames::Evidence OtherNames::evidence_in(std::string_view text, std::string_view language,
                                             const std::string& written) {
  Evidence found = Evidence::none;
  analyzer_.analyze(text, "", [&](const Token& token) {
    if (found == Evidence::word || token.term->written != written) return;
    if (is_small(text, token.start))
      found = Evidence::word;
    else if (is_inside_sentence(text, token.start))
      found = capitalises_nouns(language) ? Evidence::noun : Evidence::name;
  });
  return found;
}

}  // namespace dossier
