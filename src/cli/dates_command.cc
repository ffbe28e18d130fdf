#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "context.h"
#include "dossier/app/extract_file.h"
#include "dossier/core/language.h"
#include "dossier/core/utf8.h"
#include "dossier/dates/mentions.h"
#include "dossier/dates/publication.h"
#include "dossier/render/records.h"
#include "dossier/text/language_detector.h"
#include "output.h"

namespace dossier {
namespace {

struct DatesOptions {
  std::vector<std::string> files;
  std::string published;
  std::string language;
  bool jsonl = false;
};

std::optional<DayInterval> read_day(const std::string& written) {
  if (written.empty()) return std::nullopt;
  const auto date = parse_written_date(written);
  if (!date)
    throw Error(ErrorCode::usage, "'" + written + "' is no date", "write 2013, 2013-05 or 2013-05-24");
  return date->days;
}

// {"doc", "dct", "lang", "text"}: "dct" is the day of publication.
void answer_line(const std::string& line, std::size_t number, const DatesOptions& options,
                 MentionFinder& finder, std::ostream& out) {
  const auto record = nlohmann::json::parse(line, nullptr, false);
  const auto field = [&](const char* name) {
    const auto value = record.find(name);
    return value != record.end() && value->is_string() ? value->get<std::string>() : std::string();
  };
  if (!record.is_object() || !record.contains("text") || !record["text"].is_string()) {
    throw Error(ErrorCode::usage, "line " + std::to_string(number) + " is no object with a \"text\"",
                "a line is {\"doc\": ..., \"dct\": \"2013-05-24\", \"lang\": \"en\", \"text\": ...}");
  }
  const std::string text = repair_utf8(field("text"));
  const std::string lang = field("lang").empty() ? options.language : normalize_language(field("lang"));
  const auto published = parse_written_date(field("dct"));
  const std::string language = lang.empty() ? detect_language(text) : lang;
  const MentionContext context{
      .published = published ? std::optional(published->days) : read_day(options.published),
      .language = language};
  out << dates_line(field("doc"), finder.find(text, context), text);
}

void answer_lines(std::istream& in, const DatesOptions& options, MentionFinder& finder, std::ostream& out) {
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!trim(line).empty()) answer_line(line, number, options, finder, out);
  }
}

void answer_text(const std::string& text, const std::optional<DayInterval>& published,
                 const std::string& language, MentionFinder& finder, std::ostream& out) {
  for (const DateMention& mention : finder.find(text, {.published = published, .language = language}))
    out << date_line(mention, text);
}

// A document's own date and language, unless others were given.
bool answer_file(const std::string& file, const DatesOptions& options, Worker& worker, MentionFinder& finder,
                 std::ostream& out) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const BuildOptions build{
      .today = static_cast<Day>(std::chrono::duration_cast<std::chrono::hours>(now).count() / 24),
      .language = options.language};
  const auto given = read_day(options.published);
  const Outcome outcome = extract_file(file, worker, build, [&](ExtractedFile&& extracted) {
    const auto& document = extracted.document;
    answer_text(document.text, given || !document.published ? given : std::optional(document.published->days),
                document.language, finder, out);
  });
  if (outcome.status == Status::ok || outcome.status == Status::partial) return true;
  std::cerr << "dossier: " << file << ": " << reason_name(outcome.reason)
            << (outcome.detail.empty() ? "" : ": " + outcome.detail) << '\n';
  return false;
}

int run_dates(Context&, DatesOptions& options) {
  if (!options.language.empty()) {
    const std::string code = normalize_language(options.language);
    if (code.empty())
      throw Error(ErrorCode::usage, "'" + options.language + "' is no language code",
                  "give an ISO 639 code: --lang de");
    options.language = code;
  }
  MentionFinder finder;
  DescriptorStream out(STDOUT_FILENO);
  bool failed = false;
  if (options.files.empty()) {
    if (options.jsonl) {
      answer_lines(std::cin, options, finder, out);
    } else {
      const std::string text = repair_utf8(std::string(std::istreambuf_iterator<char>(std::cin), {}));
      answer_text(text, read_day(options.published),
                  options.language.empty() ? detect_language(text) : options.language, finder, out);
    }
  }
  Worker worker({});
  for (const std::string& file : options.files) {
    if (options.jsonl) {
      std::ifstream in(file);
      if (!in) throw Error(ErrorCode::usage, "cannot read " + file);
      answer_lines(in, options, finder, out);
    } else {
      failed = !answer_file(file, options, worker, finder, out) || failed;
    }
  }
  out.flush();
  return failed ? exit_some_failed : exit_ok;
}

}  // namespace

void add_dates_command(Context& context) {
  context
      .add_command<DatesOptions>(
          command_group::other, "dates",
          "Show the dates that a text mentions and how each was resolved; without FILE of standard input",
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
      ->footer("  echo 'It was signed last Friday.' | dossier dates --published 2023-06-05\n");
}

}  // namespace dossier
