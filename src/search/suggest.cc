#include "suggest.h"

#include <chrono>

#include "dossier/core/utf8.h"
#include "dossier/index/schema.h"
#include "dossier/query/compiler.h"
#include "dossier/text/function_words.h"

namespace dossier {
namespace {

constexpr std::size_t kFewestTitleLetters = 3;  // of the last word; fewer begin too many titles

// The words of the text in a title, the last one with any ending.
ParsedQuery title_query(std::string_view text, std::string_view last, Analyzer& analyzer) {
  SequenceNode words;
  const std::string_view before = text.substr(0, text.size() - last.size());
  analyzer.analyze(before, "", [&](const Token& token) {
    if (token.kind == TokenKind::compound || is_function_word(token.term->meeting_form())) return;
    words.items.push_back({Occur::required, {WordNode{token.term->written, WordForm::stemmed}, {}}});
  });
  if (!last.empty()) {
    const WordForm form =
        count_code_points(last) < kFewestTitleLetters ? WordForm::stemmed : WordForm::prefix;
    words.items.push_back({Occur::required, {WordNode{std::string(last), form}, {}}});
  }
  ParsedQuery query;
  if (words.items.empty()) return query;
  FieldNode title{.field = Field::title};
  title.operand.push_back({std::move(words), {}});
  query.root.push_back({std::move(title), {}});
  return query;
}

std::vector<SuggestedTitle> find_titles(const IndexReader& reader, Analyzer& analyzer,
                                        const ParsedQuery& query, std::size_t most) {
  std::vector<SuggestedTitle> titles;
  const Xapian::Database& database = reader.database();
  if (query.root.empty() || most == 0 || database.get_doccount() == 0) return titles;
  Xapian::Enquire enquire(database);
  enquire.set_query(QueryCompiler(reader, analyzer, {.other_names = false}).compile(query).all.match);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_collapse_key(schema::slot::document);
  const Xapian::MSet set = enquire.get_mset(0, static_cast<Xapian::doccount>(most));
  const Columns& columns = reader.columns();
  std::size_t hint = 0;
  for (auto item = set.begin(); item != set.end(); ++item) {
    StoredDocument document = reader.document(static_cast<std::uint32_t>(columns.document_of(*item, hint)));
    titles.push_back({std::move(document.id), std::move(document.title)});
  }
  return titles;
}

}  // namespace

Suggestions suggest(const IndexReader& reader, Analyzer& analyzer, const SuggestRequest& request) {
  const auto started = std::chrono::steady_clock::now();
  Suggestions out{.text = repair_utf8(request.text)};
  out.completions = complete(out.text, request.limit, reader, analyzer);
  const std::string_view last = word_at_end(out.text, analyzer);
  out.titles = find_titles(reader, analyzer, title_query(out.text, last, analyzer), request.titles);
  out.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
  return out;
}

}  // namespace dossier
