#include "context.h"

namespace dossier {

void Context::add_common_options(CLI::App& to) {
  to.set_help_flag("-h,--help", "Show this")->group("Common");
  to.add_option("--index", common.index,
                "Folder of the index, instead of $DOSSIER_INDEX or the nearest .dossier")
      ->type_name("DIR")
      ->group("Common");
  add_choice(to, "--color", common.color, {"auto", "always", "never"}, "When to use colour")->group("Common");
}

CLI::Option* add_choice(CLI::App& command, const std::string& name, std::string& value,
                        const std::vector<std::string>& choices, const std::string& description) {
  return command.add_option(name, value, description)
      ->type_name("")
      ->check(CLI::IsMember(choices))
      ->capture_default_str();
}

}  // namespace dossier
