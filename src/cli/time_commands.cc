#include "dossier/core/utf8.h"
#include "dossier/render/timeline.h"
#include "search_answer.h"
#include "search_options.h"

namespace dossier {
namespace {

struct TrendOptions {
  SearchOptions search;
  std::string by = "year";
  std::string of = "published";
  std::uint32_t per = 0;
};

int run_timeline(Context& context, SearchOptions& options) {
  SearchRequest request = make_request(options);
  if (!filters_are_understood(request, context.error_style())) return exit_usage;
  require_query(request);
  Searcher searcher(context.index());
  const Timeline timeline = find_timeline(searcher, request);
  if (options.format != "json") say_problems(timeline.result, context.error_style());
  Output out = context.output(options.format == "text");
  if (options.format == "json")
    write_timeline_json(out.stream(), timeline);
  else if (options.format == "jsonl")
    write_timeline_jsonl(out.stream(), timeline);
  else if (options.format == "csv")
    write_timeline_csv(out.stream(), timeline);
  else
    write_timeline_text(out.stream(), timeline, out.style_with_dates(true));
  out.finish();
  const int code = result_code(timeline.result);
  return code == exit_ok && timeline.entries.empty() ? exit_nothing : code;
}

int run_trend(Context& context, TrendOptions& options) {
  TrendRequest request{.queries = options.search.words, .of = options.of};
  request.by = parse_unit_name(options.by).value();
  options.search.words.clear();
  request.common = make_request(options.search);
  if (!filters_are_understood(request.common, context.error_style())) return exit_usage;
  Searcher searcher(context.index());
  const Trend trend = find_trend(searcher, request);
  for (const TrendLine& line : trend.lines) {
    if (options.search.format != "json") say_problems(line.result, context.error_style());
    if (line.result.relaxed)
      say("dossier: no passage has all the words of '" + visible_name(line.result.query) +
          "': counted are those with any\n");
  }
  const auto per = options.per > 0 ? std::optional(options.per) : std::nullopt;
  Output out = context.output(options.search.format == "text");
  if (options.search.format == "json")
    write_trend_json(out.stream(), trend, per);
  else if (options.search.format == "csv")
    write_trend_csv(out.stream(), trend, per);
  else
    write_trend_text(out.stream(), trend, per, out.style());
  out.finish();
  return trend.buckets.empty() ? exit_nothing : exit_ok;
}

void add_trend_options(CLI::App& command, TrendOptions& options) {
  add_query_options(command, options.search);
  command.get_option("QUERY")->required();
  add_choice(command, "--by", options.by, {"year", "month", "decade"}, "Length of time to count by");
  add_choice(command, "--of", options.of, {"published", "mentioned"}, "Which dates to count by");
  command
      .add_option("--per", options.per, "For so many passages of the collection of that time, not raw counts")
      ->type_name("N")
      ->check(CLI::Range(1U, 1'000'000'000U).description(""));
  add_choice(command, "--format", options.search.format, {"text", "json", "csv"}, "Output format");
}

}  // namespace

void add_time_commands(Context& context) {
  context
      .add_command<SearchOptions>(command_group::find, "timeline",
                                  "Show sentences in the order of the dates they speak of", &run_timeline,
                                  &add_timeline_options)
      ->footer("  dossier timeline kosovo independence --mentioned 1998..2008\n");
  context
      .add_command<TrendOptions>(command_group::find, "trend",
                                 "Draw how often queries match over time; each argument is a query",
                                 &run_trend, &add_trend_options)
      ->footer(
          "  dossier trend kosovo '\"security council\"' --per 1000\n"
          "  dossier trend nato --of mentioned --by decade\n");
}

}  // namespace dossier
