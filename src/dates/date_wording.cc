#include "date_wording.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

#include "dossier/core/utf8.h"

namespace dossier::dates {
namespace {

// How far before and behind a date its words may stand, in bytes. Chinese tells who passed a law, and then
// that it did.
constexpr std::size_t kReachBefore = 60;
constexpr std::size_t kReachBehind = 30;
constexpr std::size_t kReachBehindUnspaced = 120;

struct WordingRow {
  DateWording wording;
  // Beginnings of words, or whole words where a space stands behind, with commas between. Those of Chinese,
  // Japanese and Korean may stand inside a run of letters.
  const char* words;
};

// A table; add a language's words by adding rows.
constexpr WordingRow kRows[] = {
    {DateWording::published, "publish,publication,posted,release date,issued,created,written,"},
    {DateWording::published, "first published,appeared,adopted,signed,online since"},
    {DateWording::published, "veröffentlich,erschienen,erscheinung,publiziert,erstellt,gepostet,"},
    {DateWording::published, "geschrieben,verfasst,online seit,eingestellt"},
    {DateWording::published, "publié,parution,paru le,mis en ligne,mise en ligne,posté ,rédigé"},
    {DateWording::published, "publicad,publicación,publicat,pubblicat,publicação,creado,criado"},
    {DateWording::published, "gepubliceerd,geplaatst,publicerad,publicerat,publisert,udgivet,"},
    {DateWording::published, "offentliggjort,julkaistu"},
    {DateWording::published, "опубликова,публикац,размещен,создан,оприлюдн,опублікова,створен,"},
    {DateWording::published, "публикуван"},
    {DateWording::published, "objavlj,objava,objavi,kreirano,postavljeno,објављ,објава,објави,"},
    {DateWording::published, "публикуваан,publikuar"},
    {DateWording::published, "opublikowan,dodano,utworzon,publikován,zveřejněn,vydáno,vloženo,"},
    {DateWording::published, "publikovan,zverejnen"},
    {DateWording::published, "yayın,eklenme,közzét,megjelen,avaldatud,publicēt,paskelbta,diterbitkan,"},
    {DateWording::published, "đăng"},
    {DateWording::published, "δημοσι,نشر,انتشار,פורסם,प्रकाशित"},
    {DateWording::published,
     "发布,發布,发表,發表,通过,通過,公布,颁布,公開,掲載,投稿,配信,등록,입력,게시,작성"},
    {DateWording::changed, "updat,last modif,modified,last change,changed,last edit,edited,revised,"},
    {DateWording::changed, "reviewed,amended"},
    {DateWording::changed, "aktualis,stand am,stand vom,letzte änderung,geändert,bearbeitet,"},
    {DateWording::changed, "überarbeitet,änderung,bijgewerkt,gewijzigd"},
    {DateWording::changed, "mis à jour,mise à jour,modifié,actualis,actualiz,modificad,aggiornat,"},
    {DateWording::changed, "modificat,atualiz,última modif,ultima modif"},
    {DateWording::changed, "обновлен,изменен,в редакции,оновлен,змінен,ažurir,izmen,izmijen,ажурир,"},
    {DateWording::changed, "измењ,përditës"},
    {DateWording::changed, "zaktualiz,aktualiz,zmodyfik,upraven,uppdatera,oppdatert,opdateret,ændret,"},
    {DateWording::changed, "endret,päivitet,muokattu,güncelle,frissít,módosít,ενημερ,τροποπ"},
    {DateWording::other, "until,valid,expire,deadline,effective,in force,into force,born ,died ,"},
    {DateWording::other, "as amended,registration,apply by,event date,accessed,retrieved,member since,"},
    {DateWording::other, "joined "},
    {DateWording::other, "bis ,gültig,in kraft,inkrafttreten,geboren,gestorben,anmeldeschluss,"},
    {DateWording::other,
     "einsendeschluss,termin ,termine ,abgerufen,mitglied seit,beginn,beitritt,registriert"},
    {DateWording::other, "jusqu'au,en vigueur,échéance,consulté,inscrit,hasta ,en vigor,vigencia,nacido,"},
    {DateWording::other, "fino al,in vigore,scadenza,em vigor,até "},
    {DateWording::other, "вступа,вступил,действует,срок,родился,до ,діє ,чинн,на снази,ступа,важи"},
    {DateWording::other, "施行,截止,有效,生效,出生,起施行"},
    {DateWording::changed, "تحديث,به روز,עודכן,更新,修改,修正,修订,수정,업데이트,diperbarui,cập nhật"},
};

// Nouns that name a date only right beside it: "Date: 5 June 2012".
constexpr std::string_view kNouns[] = {"date",  "stand", "datum", "fecha", "data",      "дата",
                                       "датум", "dato",  "dátum", "tarih", "תאריך",     "التاريخ",
                                       "تاريخ", "日期",  "時間",  "时间",  "päivämäärä"};

// What an act is called, anywhere in a title, with commas between;
constexpr const char* kActs[] = {
    "gesetz,verordnung,beschluss,verfügung,abkommen,übereinkommen,vertrag,protokoll,erlass,reglement,",
    "richtlinie,konvention,notenaustausch,vereinbarung,weisung,entscheid,urteil,erklärung,",
    "bekanntmachung,briefwechsel,mitteilung,kreisschreiben,satzung,anordnung",
    "act,law,order,regulation,decision,directive,resolution,decree,treaty,convention,protocol,",
    "ordinance,agreement,statute,proclamation,statement,declaration,circular,memorandum,exchange of",
    "loi,décret,arrêté,ordonnance,règlement,décision,accord,protocole,circulaire,traité,résolution,",
    "échange de",
    "legge,decreto,ordinanza,regolamento,decisione,accordo,convenzione,trattato,risoluzione",
    "ley,llei,orden,ordre,decret,resolución,resolució,reglamento,acuerdo,convenio,acord,lei,portaria,",
    "resolução",
    "закон,указ,постановлен,приказ,распоряжен,решен,постанов,наказ,рішен,уредб,одлук,правилник",
    "zakon,uredb,odluk,pravilnik,ustawa,rozporządzen,uchwał,zákon,vyhlášk,nařízen,törvény,rendelet,wet,",
    "besluit,verordening,lag,förordning,ligj,vendim"};
// and what stands between its name and its date.
constexpr std::string_view kActPrepositions[] = {"vom",  "du",    "of",  "de",  "del", "dell", "dal",
                                                 "från", "dated", "от",  "від", "од",  "od",   "do",
                                                 "van",  "dnia",  "dne", "av",  "din", "datë"};

bool is_letter(char32_t c) noexcept {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

// Words of scripts that leave no space between words.
bool is_unspaced(char32_t c) noexcept {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF);
}

std::string lower(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = decode_utf8(text, i);
    append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    i = next;
  }
  return out;
}

// The code point that ends before `at`; 0 at the beginning.
char32_t code_point_before(std::string_view text, std::size_t at) noexcept {
  if (at == 0) return 0;
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  return decode_utf8(text, start).code_point;
}

bool begins_word(std::string_view text, std::size_t at) noexcept {
  return is_code_point_boundary(text, at) &&
         (is_unspaced(decode_utf8(text, at).code_point) || !is_letter(code_point_before(text, at)));
}

template <typename Use>
void for_each_word(std::string_view words, Use&& use) {
  while (!words.empty()) {
    const std::size_t comma = std::min(words.find(','), words.size());
    use(words.substr(0, comma));
    words.remove_prefix(std::min(comma + 1, words.size()));
  }
}

struct Word {
  std::string_view text;
  DateWording wording;
};

// The words of the table by their first byte.
const std::array<std::vector<Word>, 256>& words_by_byte() {
  static const auto all = [] {
    std::array<std::vector<Word>, 256> words;
    for (const WordingRow& row : kRows) {
      for_each_word(row.words, [&](std::string_view word) {
        words[static_cast<unsigned char>(word[0])].push_back({word, row.wording});
      });
    }
    return words;
  }();
  return all;
}

// What a word of the table that begins at `at` says.
DateWording wording_at(std::string_view text, std::size_t at) {
  for (const Word& word : words_by_byte()[static_cast<unsigned char>(text[at])]) {
    const bool whole = word.text.ends_with(' ');
    const std::string_view letters = word.text.substr(0, word.text.size() - (whole ? 1 : 0));
    if (!text.substr(at).starts_with(letters) || !begins_word(text, at)) continue;
    const std::size_t end = at + letters.size();
    if (!whole || end == text.size() || !is_letter(decode_utf8(text, end).code_point)) return word.wording;
  }
  return DateWording::none;
}

// Whether the last word of `before` is one of these.
template <std::size_t N>
bool ends_in(std::string_view before, const std::string_view (&words)[N]) noexcept {
  while (!before.empty()) {
    const char32_t c = code_point_before(before, before.size());
    if (is_letter(c)) break;
    before.remove_suffix(c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4);
  }
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    return before.ends_with(word) && begins_word(before, before.size() - word.size());
  });
}

// Whether `act` stands in `text`. Long names are parts of others, too (Bundesgesetz); short ones are parts of
// anything (impact).
bool names_act(std::string_view text, std::string_view act) noexcept {
  constexpr std::size_t kShortBytes = 5;
  std::size_t at = text.find(act);
  while (at != std::string_view::npos && act.size() <= kShortBytes && !begins_word(text, at))
    at = text.find(act, at + 1);
  return at != std::string_view::npos;
}

}  // namespace

DateWording date_wording(std::string_view before, std::string_view behind) {
  std::size_t start = before.size() - std::min(before.size(), kReachBefore);
  while (!is_code_point_boundary(before, start)) ++start;
  const std::string words_before = lower(before.substr(start));
  for (std::size_t at = words_before.size(); at-- > 0;) {
    const DateWording wording = wording_at(words_before, at);
    if (wording != DateWording::none) return wording;
  }
  if (ends_in(words_before, kNouns)) return DateWording::published;
  // Beyond a mark that parts clauses something else is spoken of.
  behind = trim(behind.substr(0, behind.find_first_of("|/;\n")));
  const bool unspaced = !behind.empty() && is_unspaced(decode_utf8(behind, 0).code_point);
  const std::string words_behind =
      lower(truncate_utf8(behind, unspaced ? kReachBehindUnspaced : kReachBehind));
  for (std::size_t at = 0; at < words_behind.size(); ++at) {
    const DateWording wording = wording_at(words_behind, at);
    if (wording != DateWording::none) return wording;
  }
  return DateWording::none;
}

bool dates_an_act(std::string_view before) {
  const std::string words_before = lower(before);
  if (!ends_in(words_before, kActPrepositions)) return false;
  bool found = false;
  for (const char* row : kActs) {
    for_each_word(row, [&](std::string_view act) { found = found || names_act(words_before, act); });
  }
  return found;
}

}  // namespace dossier::dates
