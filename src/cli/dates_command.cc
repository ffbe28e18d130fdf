#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <string>

#include "context.h"
#include "dossier/app/find_dates.h"
#include "dossier/core/utf8.h"
#include "dossier/dates/publication.h"
#include "dossier/render/records.h"

namespace dossier {
namespace {

struct DatesOptions {
  std::vector<std::string> files;
  std::string published;
  std::string language;
  bool jsonl = false;
};

DatesRequest make_request(const DatesOptions& options) {
  DatesRequest request{.language = language_code(options.language)};
  if (options.published.empty()) return request;
  const auto date = parse_written_date(options.published);
  if (!date) {
    throw Error(ErrorCode::usage, "'" + options.published + "' is no date",
                "write 2013, 2013-05 or 2013-05-24");
  }
  request.published = date->days;
  return request;
}

void print_dates(std::ostream& out, const TextDates& found) {
  for (const DateMention& mention : found.mentions) out << date_line(mention, found.text);
}

// Answers the objects in a file, one a line.
void answer_records(std::istream& in, const DatesRequest& request, MentionFinder& finder, std::ostream& out) {
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (trim(line).empty()) continue;
    const auto found = find_dates_of_record(line, request, finder);
    if (!found) {
      throw Error(ErrorCode::usage, fmt::format("line {} is no object with a \"text\"", number),
                  R"(a line is {"doc": ..., "dct": "2013-05-24", "lang": "en", "text": ...})");
    }
    out << dates_line(found->doc, found->mentions, found->text);
  }
}

// Gives whether the file could be read.
bool answer_file(const std::string& file, const DatesRequest& request, Worker& worker, MentionFinder& finder,
                 std::ostream& out) {
  const Outcome outcome =
      find_dates_in_file(file, request, worker, finder, [&](TextDates&& found) { print_dates(out, found); });
  if (outcome.status == Status::ok || outcome.status == Status::partial) return true;
  say(fmt::format("dossier: {}: {}{}{}\n", visible_name(file), reason_name(outcome.reason),
                  outcome.detail.empty() ? "" : ": ", visible_text(outcome.detail)));
  return false;
}

std::string read_all(std::istream& in) {
  constexpr std::size_t kBlock = 1 << 16;
  std::string text;
  for (std::size_t size = 0; in; text.resize(size)) {
    text.resize(size + kBlock);
    in.read(text.data() + size, kBlock);
    size += static_cast<std::size_t>(in.gcount());
  }
  return text;
}

void answer_standard_input(const DatesOptions& options, const DatesRequest& request, MentionFinder& finder,
                           std::ostream& out) {
  if (options.jsonl) {
    answer_records(std::cin, request, finder, out);
  } else {
    print_dates(out, find_dates(read_all(std::cin), request, finder));
  }
  if (std::cin.bad()) throw Error(ErrorCode::io, "cannot read standard input");
}

int run_dates(Context& context, DatesOptions& options) {
  const DatesRequest request = make_request(options);
  MentionFinder finder;
  Output out = context.output(false);
  if (options.files.empty()) answer_standard_input(options, request, finder, out.stream());
  Worker worker({});
  bool failed = false;
  for (const std::string& file : options.files) {
    if (!options.jsonl) {
      failed = !answer_file(file, request, worker, finder, out.stream()) || failed;
      continue;
    }
    std::ifstream in(file);
    if (!in) throw Error(ErrorCode::usage, "cannot read " + file);
    answer_records(in, request, finder, out.stream());
  }
  out.finish();
  return failed ? exit_some_failed : exit_ok;
}

}  // namespace

void add_dates_command(Context& context) {
  context
      .add_command<DatesOptions>(
          command_group::other, "dates",
          "Show the dates that a text mentions and how each was resolved; without FILE, of standard input",
          &run_dates,
          [](CLI::App& command, DatesOptions& options) {
            command.add_option("FILE", options.files, "Files to read");
            command
                .add_option("--published", options.published,
                            "When the text was published: what \"yesterday\" counts from")
                ->type_name("DATE");
            command.add_option("--lang", options.language, "Language of the text, whatever is detected")
                ->type_name("CODE");
            command.add_flag("--jsonl", options.jsonl,
                             "Read objects with \"doc\", \"dct\", \"lang\" and \"text\", one a line");
          })
      ->footer(
          "  dossier dates report.html\n"
          "  echo 'It began last May.' | dossier dates --published 2013-04-19\n");
}

}  // namespace dossier
