// A worker for tests: as honest as the program's own, or failing in the way that its own name says.
#include <dirent.h>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>
#include <string_view>

#include "dossier/extract/worker_server.h"
#include "forbidden_calls.h"
#include "wire.h"

namespace {

using dossier::Outcome;

dossier::WorkerRequest await_request() {
  dossier::FrameReader frames;
  char byte = 0;
  while (true) {
    if (read(STDIN_FILENO, &byte, 1) != 1) _exit(0);  // the program has gone
    frames.append({&byte, 1});
    if (const auto record = frames.next())
      return dossier::decode_request(*record).value_or(dossier::WorkerRequest{});
  }
}

void reply_raw(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = write(STDIN_FILENO, bytes.data(), bytes.size());
    if (sent <= 0) _exit(0);
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void reply(std::string_view record) {
  std::string frame;
  dossier::append_frame(frame, record);
  reply_raw(frame);
}

void reply_document() {
  dossier::ExtractedDocument document{.type = "text/plain"};
  document.blocks.push_back({.text = "a document"});
  reply(dossier::encode_message(document));
}

// The numbers of the open descriptors but the one that counts them.
std::string open_descriptors() {
  std::string numbers;
  DIR* folder = opendir("/proc/self/fd");
  while (const dirent* entry = readdir(folder)) {
    const std::string name = entry->d_name;
    if (name[0] != '.' && name != std::to_string(dirfd(folder)))
      numbers += (numbers.empty() ? "" : " ") + name;
  }
  closedir(folder);
  return numbers;
}

// True once for a path, whoever asks.
bool is_first_run(const std::string& path) {
  const int fd = open((path + ".ran").c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (fd >= 0) close(fd);
  return fd >= 0;
}

[[noreturn]] void die() {
  signal(SIGSEGV, SIG_DFL);
  raise(SIGSEGV);
  _exit(99);
}

// An archive of three members, of which the second is too much for it.
void serve_members(const dossier::WorkerRequest& request, std::string_view how) {
  for (std::uint32_t i = 1; i <= 3; ++i) {
    const dossier::MemberPlace place{i};
    if (!request.resume.empty() && place <= request.resume) continue;
    const std::string member = "//" + std::to_string(i);
    reply(dossier::encode_message(dossier::MemberPosition{place, member}));
    if (i == 2 && how == "hangs-at-a-member") return;
    if (i == 2) die();
    reply(dossier::encode_message(dossier::ExtractedDocument{.member = member, .type = "text/plain"}));
    reply(dossier::encode_message(dossier::MemberPosition{}));
  }
  reply(dossier::encode_message(Outcome{}));
}

// A document of six parts, of which four are too much for it. It says which parts it was told to leave out.
void serve_parts(const dossier::WorkerRequest& request) {
  dossier::ExtractedDocument document{.type = "text/plain"};
  for (std::uint32_t i = 1; i <= 6; ++i) {
    dossier::MemberWalk walk{.lost = request.lost};
    if (const auto lost = walk.start_part(i)) {
      document.blocks.push_back({.text = std::to_string(i) + " " + std::string(reason_name(lost->reason))});
      if (lost->is_last) break;
      continue;
    }
    reply(dossier::encode_message(dossier::MemberPosition{.part = i}));
    if (i > 1 && i < 6) die();
  }
  reply(dossier::encode_message(document));
  reply(dossier::encode_message(Outcome{}));
}

[[noreturn]] void misbehave(const std::string& path, std::string_view how) {
  const dossier::WorkerRequest request = await_request();
  if (how.ends_with("-at-a-member")) serve_members(request, how);
  if (how == "dies-at-a-part") serve_parts(request);
  if (how == "dies") die();
  if (how == "is-killed") raise(SIGKILL);
  if (how == "exits") _exit(7);
  if (how == "sends-nonsense") reply("nonsense");
  if (how == "sends-too-much") reply_raw("\xFF\xFF\xFF\xFF");
  if (how == "dies-after-a-document") reply_document(), die();
  if (how == "hangs-after-a-document") reply_document();
  if (how == "rings-off") close(STDIN_FILENO);
  if (how == "serves-once") reply_document(), reply(dossier::encode_message(Outcome{})), _exit(0);
  if (how == "lists-descriptors") {
    reply(dossier::encode_message(Outcome{.detail = open_descriptors()}));
    await_request();
  }
  if (how == "dies-once") {
    if (is_first_run(path)) die();
    reply_document();
    reply(dossier::encode_message(Outcome{}));
    await_request();
  }
  while (true) pause();
}

// A system without the calls that confine a process, as old kernels and some containers are.
void take_away(bool landlock, bool seccomp) {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  const std::uint32_t refuse = SCMP_ACT_ERRNO(ENOSYS);
  if (landlock) seccomp_rule_add(filter, refuse, SCMP_SYS(landlock_create_ruleset), 0);
  if (seccomp) {
    seccomp_rule_add(filter, refuse, SCMP_SYS(seccomp), 0);
    seccomp_rule_add(filter, refuse, SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP));
  }
  if (seccomp_load(filter) != 0) _exit(98);
  seccomp_release(filter);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string path = argv[0];
  const std::string how = path.substr(path.rfind('/') + 1);
  if (how == "honest") return dossier::run_worker(argc, argv);
  if (how == "tempted-without-landlock") take_away(true, false);
  if (how == "tempted-without-seccomp") take_away(false, true);
  if (how == "tempted-without-both") take_away(true, true);
  if (how.starts_with("tempted")) return dossier::run_worker(argc, argv, &dossier::try_forbidden_call);
  misbehave(path, how);
}
