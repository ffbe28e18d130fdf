#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "child_process.h"
#include "confinement_text.h"
#include "context.h"
#include "dossier/app/check_formats.h"
#include "dossier/render/terminal.h"
#include "dossier/search/searcher.h"
#include "dossier/web/server.h"
#include "kept_index.h"

namespace dossier {
namespace {

constexpr std::size_t kShortestToken = 16;  // characters

struct ServeOptions {
  std::uint16_t port = 8765;
  std::string bind = "127.0.0.1";
  std::string token;
  std::vector<std::string> watch;
  bool open = false;
};

// The token that is asked for: the one given, the environment's, or a new one where others can reach the
// address; none where nobody needs one.
std::string token_of(const ServeOptions& options) {
  const std::string token = options.token.empty() ? environment("DOSSIER_TOKEN") : options.token;
  if (token.empty()) return web::is_loopback(options.bind) ? "" : web::make_token();
  const bool fits_addresses =
      token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~") ==
      std::string::npos;
  if (token.size() < kShortestToken || !fits_addresses)
    throw Error(
        ErrorCode::usage, "the token is too short, or has characters that an address cannot have",
        fmt::format("give {} letters, digits or -._~ or more; without one, one is made", kShortestToken));
  return token;
}

// The address to open. Others know this machine by its name, not by "all addresses".
std::string shown_address(const web::Server& server, const ServeOptions& options, const std::string& token) {
  std::string address = server.address();
  if (options.bind == "0.0.0.0" || options.bind == "::") {
    std::array<char, 256> name{};
    if (gethostname(name.data(), name.size() - 1) == 0)
      address = fmt::format("http://{}:{}/", name.data(), server.port());
  }
  return token.empty() ? address : address + "?token=" + token;
}

int run_serve(Context& context, ServeOptions& options) {
  for (const std::string& path : options.watch) {
    if (!std::filesystem::exists(path))
      throw Error(ErrorCode::usage, "there is nothing to watch at " + path,
                  "give files and folders that are there");
  }
  web::ServerOptions server_options{.address = options.bind, .port = options.port};
  web::SiteOptions& site = server_options.site;
  site.index = context.index();
  site.version = DOSSIER_VERSION;
  site.token = token_of(options);
  site.workers = describe_confinement(check_confinement());
  site.log = [](const std::string& message) { say(fmt::format("dossier: {}\n", visible_name(message))); };
  // Where there is no index, say so now and not to whoever asks first; but a watched folder will have one.
  if (options.watch.empty()) Searcher{site.index};
  web::Server server(server_options);
  const std::string address = shown_address(server, options, site.token);
  say(fmt::format("dossier: {}\n", address));
  if (!web::is_loopback(options.bind))
    say("  Other machines can reach this address: whoever has the token can search and read the index, and "
        "the\n"
        "  connection is not encrypted.\n");
  say("  Ctrl-C ends it\n");
  if (options.open && start_process("xdg-open", {address}) < 0) say("dossier: cannot open a browser\n");
  std::optional<KeptIndex> kept;
  if (!options.watch.empty()) kept.emplace(site.index, options.watch);
  server.run();
  return exit_ok;
}

void add_serve_options(CLI::App& command, ServeOptions& options) {
  add_number(command, "--port", options.port, std::uint16_t{65535}, "Port to listen on; 0: any that is free");
  command.add_flag("--open", options.open, "Open the page in the browser");
  command.add_option("--bind", options.bind, "Address to listen on; others than this machine need the token")
      ->type_name("ADDRESS")
      ->capture_default_str();
  command
      .add_option("--token", options.token,
                  "What whoever asks must have, instead of $DOSSIER_TOKEN or one that is made")
      ->type_name("TOKEN");
  command
      .add_option("--watch", options.watch,
                  "Keep the index up to date with these files and folders; any number of times")
      ->type_name("PATH")
      ->allow_extra_args(false);
}

}  // namespace

void add_serve_command(Context& context) {
  context
      .add_command<ServeOptions>(command_group::find, "serve",
                                 "Serve a page to search and read with, and an HTTP API", &run_serve,
                                 &add_serve_options)
      ->footer(
          "  dossier serve --open\n"
          "  dossier serve --watch ~/papers           keeps the index up to date\n"
          "  dossier serve --bind 0.0.0.0             for others, who need the token\n");
}

}  // namespace dossier
