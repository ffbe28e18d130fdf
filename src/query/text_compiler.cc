#include "text_compiler.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "dossier/core/utf8.h"
#include "dossier/index/schema.h"
#include "dossier/text/function_words.h"
#include "dossier/text/normalizer.h"
#include "near_source.h"

namespace dossier {
namespace {

using Xapian::Query;

constexpr std::size_t kMaxEndings = 500;  // words that a prefix inside a phrase may stand for

constexpr std::size_t kMinPieceLetters = 4;
constexpr double kPieceWeight = 0.5;
constexpr double kRepeatingExponent = 0.3;  // docs/decisions/0005-ranking.md

Query any_of(const std::vector<std::string>& terms, Query::op op) {
  return terms.size() == 1 ? Query(terms[0]) : Query(op, terms.begin(), terms.end());
}

// "Any ending" by Xapian's own wildcard, over forms with and without accents.
Query beginning_query(const std::string& prefix, const FieldPrefixes& field) {
  const auto wildcard = [](const std::string& start) {
    return Query(Query::OP_WILDCARD, start, 0, Query::WILDCARD_LIMIT_ERROR, Query::OP_SYNONYM);
  };
  return Query(Query::OP_OR, wildcard(field.written + prefix), wildcard(field.folded + prefix));
}

bool all_capitals(std::string_view text) {
  return text.size() >= 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

bool begins_with_capital(std::string_view text, std::size_t at) {
  return u_isupper(static_cast<UChar32>(decode_utf8(text, at).code_point)) != 0;
}

std::string_view form_name(WordForm form) {
  switch (form) {
    case WordForm::stemmed:
      return "stem";
    case WordForm::exact:
      return "written form";
    case WordForm::prefix:
      return "any ending";
    case WordForm::fuzzy:
      return "similar spelling";
  }
  return {};
}

}  // namespace

TextCompiler::TextCompiler(const Sources& sources, Analyzer& analyzer, const FieldWeights& weights,
                           CompiledQuery& out)
    : vocabulary_(sources.vocabulary),
      analyzer_(analyzer),
      compounds_(sources.compounds),
      names_(sources.names),
      out_(out) {
  default_fields_ = {{FieldPrefixes(""), body_bit, 1.0},
                     {FieldPrefixes(schema::prefix::title), title_bit, weights.title},
                     {FieldPrefixes(schema::prefix::heading), heading_bit, weights.heading}};
  title_ = {{FieldPrefixes(schema::prefix::title), title_bit, 1.0}};
  author_ = {{FieldPrefixes(schema::prefix::author), author_bit, 1.0}};
}

void TextCompiler::problem(const Span& span, std::string message) const {
  out_.problems.push_back({span, std::move(message)});
}

const std::vector<SearchField>& TextCompiler::fields(std::optional<Field> field) const {
  if (!field) return default_fields_;
  return *field == Field::author ? author_ : title_;
}

std::vector<TextCompiler::Unit> TextCompiler::cut(const std::string& text) {
  std::vector<Unit> units;
  std::size_t compound_end = 0;
  const std::vector<UnspacedCharacter> characters = unspaced_characters(text);
  analyzer_.analyze(text, "", [&](const Token& token) {
    if (token.kind == TokenKind::part && token.end <= compound_end) {
      units.back().parts.push_back(token.term->written);
      return;
    }
    units.push_back({token.term->written, begins_with_capital(text, token.start), {}});
    if (token.kind == TokenKind::compound) compound_end = token.end;
    if (token.kind == TokenKind::ideographic) set_characters(characters, token, units.back());
  });
  return units;
}

bool TextCompiler::is_function_word(const WordNode& node) {
  if (node.form != WordForm::stemmed || all_capitals(node.text)) return false;
  return dossier::is_function_word(analyzer_.forms(node.text, "").meeting_form());
}

Pattern TextCompiler::add_matcher(TokenMatcher matcher, std::uint8_t bits) {
  out_.matchers.push_back(std::move(matcher));
  return {.kind = Pattern::Kind::word, .matcher = out_.matchers.size() - 1, .fields = bits};
}

TokenMatcher TextCompiler::matcher_for(const std::string& word, WordForm form, const Span& span) {
  switch (form) {
    case WordForm::stemmed:
      return {.stems = vocabulary_.stems(word)};
    case WordForm::prefix:
      return {.prefix = fold_diacritics(word)};
    case WordForm::exact:
    case WordForm::fuzzy:
      return slot_for(word, form, false, span);
  }
  return {};
}

// A word of a phrase: written forms only, for only they have positions.
TokenMatcher TextCompiler::slot_for(const std::string& word, WordForm form, bool inflect, const Span& span) {
  switch (form) {
    case WordForm::exact:
      return {.written = {word}};
    case WordForm::fuzzy:
      return vocabulary_.similar(word, count_code_points(word) >= 8 ? 2 : 1);
    case WordForm::prefix: {
      bool cut = false;
      TokenMatcher matcher = vocabulary_.beginning(word, kMaxEndings, cut);
      if (cut)
        problem(span, "more than 500 words begin like this; inside a phrase the first 500 are looked for");
      if (matcher.meeting.empty()) matcher.meeting.insert(fold_diacritics(word));
      return matcher;
    }
    case WordForm::stemmed:
      break;
  }
  if (inflect) return vocabulary_.inflections(word);
  return {.meeting = {fold_diacritics(word)}};
}

Part TextCompiler::word_part(const std::string& word, WordForm form, const Span& span,
                             std::optional<Field> field) {
  return matched_part(matcher_for(word, form, span), {.word = word, .how = std::string(form_name(form))},
                      field);
}

// Words that a text is about are said again in it, others are said once: how often a word stands in the
// passages that have it.
double TextCompiler::repeating_weight(const std::set<std::string, std::less<>>& stems) const {
  double times = 0, passages = 0;
  for (const std::string& term : vocabulary_.stem_terms(stems, default_fields_[0].prefixes)) {
    times += static_cast<double>(vocabulary_.database().get_collection_freq(term));
    passages += vocabulary_.passages(term);
  }
  return passages > 0 ? std::pow(times / passages, kRepeatingExponent) : 1;
}

// What `matcher` finds, for as much as the leaf's weight says.
Part TextCompiler::matched_part(const TokenMatcher& matcher, Leaf leaf, std::optional<Field> field) {
  std::vector<Query> matches, ranks;
  std::uint8_t bits = 0;
  if (!matcher.stems.empty()) leaf.repeating = repeating_weight(matcher.stems);
  for (const SearchField& in : fields(field)) {
    bits |= in.bit;
    Query query;
    if (!matcher.prefix.empty()) {
      query = beginning_query(matcher.prefix, in.prefixes);
    } else {
      const std::vector<std::string> terms = matcher.stems.empty()
                                                 ? vocabulary_.form_terms(matcher, in.prefixes)
                                                 : vocabulary_.stem_terms(matcher.stems, in.prefixes);
      query = any_of(terms, Query::OP_SYNONYM);
      if (in.bit == body_bit) leaf.terms = terms;
      if (in.bit == title_bit) leaf.title_terms = terms;
    }
    matches.push_back(query);
    const double weight = in.weight * leaf.rank_weight();
    ranks.push_back(weight == 1.0 ? query : Query(Query::OP_SCALE_WEIGHT, query, weight));
  }
  leaf.rank = Query(Query::OP_OR, ranks.begin(), ranks.end());
  const Query rank = leaf.rank;
  Pattern pattern = add_matcher(matcher, bits);
  leaf.matcher = pattern.matcher;
  out_.leaves.push_back(std::move(leaf));
  return {Query(Query::OP_OR, matches.begin(), matches.end()), rank, std::move(pattern)};
}

Part TextCompiler::phrase_part(const std::vector<TokenMatcher>& slots, Leaf leaf,
                               std::optional<Field> field) {
  std::vector<Query> matches, ranks;
  std::uint8_t bits = 0;
  for (const SearchField& in : fields(field)) {
    bits |= in.bit;
    std::vector<Query> words;
    for (const TokenMatcher& slot : slots)
      words.push_back(any_of(vocabulary_.form_terms(slot, in.prefixes), Query::OP_OR));
    const Query query = words.size() == 1 ? words[0]
                                          : Query(Query::OP_PHRASE, words.begin(), words.end(),
                                                  static_cast<Xapian::termcount>(words.size()));
    matches.push_back(query);
    const double weight = in.weight * leaf.weight;
    ranks.push_back(weight == 1.0 ? query : Query(Query::OP_SCALE_WEIGHT, query, weight));
  }
  Pattern pattern{
      .kind = Pattern::Kind::phrase, .offsets = std::vector<std::uint32_t>(slots.size()), .fields = bits};
  std::iota(pattern.offsets.begin(), pattern.offsets.end(), 0u);
  const Query rank(Query::OP_OR, ranks.begin(), ranks.end());
  leaf.rank = rank;
  for (const TokenMatcher& slot : slots) {
    for (std::string& term : vocabulary_.form_terms(slot, default_fields_[0].prefixes))
      leaf.terms.push_back(std::move(term));
    pattern.children.push_back(add_matcher(slot, bits));
  }
  out_.leaves.push_back(std::move(leaf));
  if (slots.size() == 1) pattern = Pattern(std::move(pattern.children[0]));  // not straight out of itself
  return {Query(Query::OP_OR, matches.begin(), matches.end()), rank, std::move(pattern)};
}

std::vector<Part> TextCompiler::words(const WordNode& node, const Span& span, std::optional<Field> field,
                                      const std::vector<OtherName>& joined) {
  const std::vector<Unit> units = cut(node.text);
  std::vector<Part> parts;
  if (units.empty()) {
    problem(span, "there is no letter or digit in this; left out");
    return parts;
  }
  // Ending and spelling operators belong to the last of several words.
  for (const Unit& unit : units) {
    const bool last = &unit == &units.back();
    const WordForm form = last || node.form == WordForm::exact ? node.form : WordForm::stemmed;
    Part part = word_part(unit.text, form, span, field);
    if (!unit.parts.empty()) {
      // "co-operation" is also "co operation", "F-35" also "F 35".
      std::vector<TokenMatcher> slots;
      for (const std::string& piece : unit.parts) {
        const bool final_piece = &piece == &unit.parts.back();
        const WordForm slot_form = final_piece || form == WordForm::exact ? form : WordForm::stemmed;
        slots.push_back(slot_for(piece, slot_form, final_piece, span));
      }
      add_alternative(phrase_part(slots, {.word = node.text, .how = "phrase"}, field), part);
      part.pieces = pieces(unit.parts, form, span, field);
    } else if (form == WordForm::stemmed) {
      part.pieces = pieces(compounds_.split(unit.text), form, span, field);
      add_compounds(unit.text, field, part);
      add_inside(unit, field, part);
      add_names(unit, field, joined, part);
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

// "Bodhisattva-Gelübde" speaks of a Gelübde; "F-35" of neither an F nor 35.
std::vector<Part> TextCompiler::pieces(const std::vector<std::string>& words, WordForm form, const Span& span,
                                       std::optional<Field> field) {
  std::vector<Part> found;
  if (form != WordForm::stemmed) return found;
  for (const std::string& piece : words) {
    if (count_code_points(piece) < kMinPieceLetters || dossier::is_function_word(fold_diacritics(piece)))
      continue;
    found.push_back(matched_part(matcher_for(piece, form, span),
                                 {.word = piece, .how = "part of a compound", .weight = kPieceWeight},
                                 field));
  }
  return found;
}

// A "Gletscherabfluss" is an Abfluss.
void TextCompiler::add_compounds(const std::string& word, std::optional<Field> field, Part& part) {
  TokenMatcher matcher;
  for (std::string& stem : compounds_.around(word)) matcher.stems.insert(std::move(stem));
  if (matcher.stems.empty()) return;
  add_alternative(matched_part(matcher, {.word = word, .how = "compound", .weight = kPieceWeight}, field),
                  part);
}

void TextCompiler::add_alternative(Part other, Part& part) {
  part.match = Query(Query::OP_OR, part.match, other.match);
  part.rank = Query(Query::OP_OR, part.rank, other.rank);
  part.pattern = {.kind = Pattern::Kind::any,
                  .children = {std::move(part.pattern), std::move(other.pattern)}};
}

TextCompiler::Slots TextCompiler::phrase_slots(const PhraseNode& node, const Span& span) {
  Slots slots;
  for (const WordNode& word : node.words) {
    const std::vector<Unit> units = cut(word.text);
    for (const Unit& unit : units) {
      std::vector<std::string> pieces = unit.parts.empty() ? std::vector<std::string>{unit.text} : unit.parts;
      for (const std::string& piece : pieces) {
        const bool last = &unit == &units.back() && &piece == &pieces.back();
        const WordForm form = last || word.form == WordForm::exact ? word.form : WordForm::stemmed;
        slots.typed.push_back(slot_for(piece, form, unit.parts.empty(), span));
        slots.with_names.push_back(slots.typed.back());
        if (form == WordForm::stemmed && unit.parts.empty())
          slots.has_names |= add_inflected_names(unit, slots.with_names.back());
      }
    }
  }
  return slots;
}

std::optional<Part> TextCompiler::phrase(const PhraseNode& node, const Span& span,
                                         std::optional<Field> field) {
  const Slots slots = phrase_slots(node, span);
  if (slots.typed.empty()) {
    problem(span, "there is no letter or digit in this phrase; left out");
    return std::nullopt;
  }
  std::string shown;
  for (const WordNode& word : node.words) shown += (shown.empty() ? "" : " ") + word.text;
  shown = '"' + shown + '"';
  Part part = phrase_part(slots.typed, {.word = shown, .how = "phrase"}, field);
  if (slots.has_names) add_alternative(phrase_with_names(slots.with_names, shown, field), part);
  add_inside(as_one_word(node), field, part);
  return part;
}

std::optional<std::vector<TokenMatcher>> TextCompiler::near_operand(const Node& node, const Span& span) {
  if (const auto* word = std::get_if<WordNode>(&node.value)) {
    auto slots = phrase_slots({{*word}}, span).with_names;
    return slots.empty() ? std::nullopt : std::optional(std::move(slots));
  }
  if (const auto* phrase = std::get_if<PhraseNode>(&node.value)) {
    auto slots = phrase_slots(*phrase, span).with_names;
    return slots.empty() ? std::nullopt : std::optional(std::move(slots));
  }
  if (const auto* alternatives = std::get_if<OrNode>(&node.value)) {
    TokenMatcher merged;  // alternatives of single words are one word with more forms
    for (const Node& operand : alternatives->operands) {
      const auto slots = near_operand(operand, span);
      if (!slots || slots->size() != 1) return std::nullopt;
      merged.written.insert(slots->front().written.begin(), slots->front().written.end());
      merged.meeting.insert(slots->front().meeting.begin(), slots->front().meeting.end());
    }
    return std::vector<TokenMatcher>{std::move(merged)};
  }
  return std::nullopt;
}

std::optional<Part> TextCompiler::near(const NearNode& node, std::optional<Field> field) {
  std::vector<std::vector<TokenMatcher>> operands;
  for (const Node& operand : node.operands) {
    auto slots = near_operand(operand, operand.span);
    if (!slots) {
      problem(operand.span,
              "NEAR takes words, phrases and alternatives of words; the whole NEAR is left out");
      return std::nullopt;
    }
    operands.push_back(std::move(*slots));
  }
  const bool single_words =
      std::all_of(operands.begin(), operands.end(), [](const auto& slots) { return slots.size() == 1; });
  Pattern pattern{.kind = Pattern::Kind::near, .distance = node.distance, .ordered = node.ordered};
  std::vector<Query> matches, ranks;
  std::uint8_t bits = 0;
  for (const SearchField& in : fields(field)) {
    bits |= in.bit;
    std::vector<Query> words;
    std::vector<NearOperand> near_operands;
    for (const auto& slots : operands) {
      NearOperand operand;
      for (const TokenMatcher& slot : slots) {
        operand.words.push_back(vocabulary_.form_terms(slot, in.prefixes));
        words.push_back(any_of(operand.words.back(), Query::OP_OR));
      }
      near_operands.push_back(std::move(operand));
    }
    Query query;
    if (single_words) {
      const auto window = static_cast<Xapian::termcount>(node.distance * (operands.size() - 1) + 1);
      query = Query(node.ordered ? Query::OP_PHRASE : Query::OP_NEAR, words.begin(), words.end(), window);
      ranks.push_back(query);
    } else {
      query = near_query(vocabulary_.database(), near_operands, node.distance, node.ordered);
      ranks.push_back(Query(Query::OP_AND_MAYBE, query, Query(Query::OP_OR, words.begin(), words.end())));
    }
    if (in.weight != 1.0) ranks.back() = Query(Query::OP_SCALE_WEIGHT, ranks.back(), in.weight);
    matches.push_back(query);
  }
  pattern.fields = bits;
  for (auto& slots : operands) {
    Pattern phrase{
        .kind = Pattern::Kind::phrase, .offsets = std::vector<std::uint32_t>(slots.size()), .fields = bits};
    std::iota(phrase.offsets.begin(), phrase.offsets.end(), 0u);
    for (TokenMatcher& slot : slots) phrase.children.push_back(add_matcher(std::move(slot), bits));
    pattern.children.push_back(std::move(phrase));
  }
  const Query rank(Query::OP_OR, ranks.begin(), ranks.end());
  out_.leaves.push_back({.word = print_tree(Node{node, {}}), .how = "near", .rank = rank});
  return Part{Query(Query::OP_OR, matches.begin(), matches.end()), rank, std::move(pattern)};
}

}  // namespace dossier
