#include "passage_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "dates.h"
#include "dossier/core/utf8.h"
#include "dossier/render/excerpt.h"
#include "dossier/render/mention_text.h"
#include "dossier/render/terminal.h"

namespace dossier::web {
namespace {

// What <time> may say of itself: a day, a month, or a year of four digits; else nothing.
std::string machine_date(const DateMention& mention) {
  const bool plain =
      mention.precision <= CalendarUnit::year &&
      mention.days.first >= to_day({std::chrono::year(1), std::chrono::January, std::chrono::day(1)}) &&
      mention.days == unit_interval(mention.precision, mention.days.first);
  return plain ? format_unit(mention.precision, mention.days.first) : std::string();
}

class TextWriter {
 public:
  TextWriter(Html& html, const HitPassage& passage, const PassageStyle& style)
      : html_(html), passage_(passage), style_(style) {}

  void write(const std::vector<Piece>& pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].kind != Piece::Kind::date_begin) {
        put(pieces[i]);
        continue;
      }
      const std::size_t begin = i + 1;
      while (i + 1 < pieces.size() && pieces[i].kind != Piece::Kind::date_end) ++i;
      put_date(pieces, begin, i);
    }
  }

 private:
  void put(const Piece& piece) {
    if (piece.kind == Piece::Kind::gap) {
      html_.put("span", {{"class", "gap"}}, " … ");
    } else if (piece.kind == Piece::Kind::marked) {
      std::string name;
      if (style_.match_number != nullptr) name = fmt::format("m{}", ++*style_.match_number);
      html_.put("mark", {Attribute("id", name).when(!name.empty())}, piece.text);
    } else {
      html_.text(piece.text);
    }
  }

  const DateMention* mention_at(std::string_view place) const {
    const auto offset = static_cast<std::size_t>(place.data() - passage_.text.data());
    const auto found =
        std::find_if(passage_.mentioned.begin(), passage_.mentioned.end(),
                     [&](const DateMention& m) { return m.start <= offset && offset < m.end; });
    return found == passage_.mentioned.end() ? nullptr : &*found;
  }

  void put_date(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end) {
    const DateMention* mention = begin < end ? mention_at(pieces[begin].text) : nullptr;
    if (mention == nullptr) {
      for (std::size_t i = begin; i < end; ++i) put(pieces[i]);
      return;
    }
    const std::string when = machine_date(*mention);
    const std::string words = fmt::format("{} ({})", date_in_words(*mention), mention_reason(*mention));
    const auto time = html_.open("time", {Attribute("datetime", when).when(!when.empty()),
                                          {"title", words},
                                          Attribute("tabindex", "0").when(style_.focusable_dates)});
    for (std::size_t i = begin; i < end; ++i) put(pieces[i]);
  }

  Html& html_;
  const HitPassage& passage_;
  const PassageStyle& style_;
};

}  // namespace

void put_passage_text(Html& html, const HitPassage& passage, const PassageStyle& style) {
  const std::vector<Range> shown = style.whole ? std::vector<Range>() : passage.fragments;
  TextWriter(html, passage, style)
      .write(cut_pieces(passage.text, shown, passage.highlights, mention_ranges(passage.mentioned)));
}

std::string title_of(const HitDocument& document) {
  if (!trim(document.title).empty()) return document.title;
  return visible_name(document.path.substr(document.path.rfind('/') + 1));
}

void put_title(Html& html, const HitDocument& document) {
  if (trim(document.title).empty()) {
    html.text(title_of(document));
    return;
  }
  for (const Piece& piece : cut_pieces(document.title, {}, document.title_highlights)) {
    if (piece.kind == Piece::Kind::marked)
      html.put("mark", {}, piece.text);
    else
      html.text(piece.text);
  }
}

Attribute lang_of(const HitDocument& document) {
  return Attribute("lang", document.language).when(!document.language.empty());
}

}  // namespace dossier::web
