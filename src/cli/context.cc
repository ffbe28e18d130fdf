#include "context.h"

#include "dossier/core/language.h"

namespace dossier {

void Context::add_common_options(CLI::App& to) {
  to.set_help_flag("-h,--help", "Show this")->group("Common");
  to.add_option("--index", common.index,
                "Folder of the index, instead of $DOSSIER_INDEX or the nearest .dossier")
      ->type_name("DIR")
      ->group("Common");
  add_choice(to, "--color", common.color, {"auto", "always", "never"}, "When to use colour")->group("Common");
}

std::string language_code(const std::string& language) {
  if (language.empty()) return {};
  const std::string code = normalize_language(language);
  if (code.empty()) {
    throw Error(ErrorCode::usage, "'" + language + "' is no language code",
                "give an ISO 639 code: --lang de");
  }
  return code;
}

void throw_not_found(const std::string& name, const std::string& index) {
  throw Error(ErrorCode::not_found, "there is no document or passage '" + name + "' in the index " + index,
              "'dossier list' shows the documents; search shows the names of passages");
}

CLI::Option* add_choice(CLI::App& command, const std::string& name, std::string& value,
                        const std::vector<std::string>& choices, const std::string& description) {
  return command.add_option(name, value, description)
      ->type_name("")
      ->check(CLI::IsMember(choices))
      ->capture_default_str();
}

}  // namespace dossier
