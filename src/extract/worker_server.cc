// The worker's side: a process that does nothing but answer requests on its standard input.
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <new>
#include <stdexcept>
#include <system_error>

#include "dossier/core/utf8.h"
#include "dossier/extract/worker.h"
#include "wire.h"
#include "worker_process.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxRequestBytes = 16 * 1024;
constexpr std::size_t kSendBytes = 64 * 1024;  // small documents are sent together
constexpr rlim_t kMaxDescriptors = 32;         // the file, and what a charset library opens

void limit(int resource, std::uint64_t most) {
  const rlimit value{.rlim_cur = most, .rlim_max = most};
  setrlimit(static_cast<__rlimit_resource>(resource), &value);
}

void confine() {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_NAME, "dossier-extract");
  // Ctrl-C goes to the whole group: the parent decides what becomes of the file in work.
  std::signal(SIGINT, SIG_IGN);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, kMaxDescriptors);
}

// Sanitizers map terabytes of address space for themselves, under which no limit can be set.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
constexpr bool kSanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool kSanitized = false;
#endif

struct ReceivedFile {
  WorkerRequest request;
  Descriptor file;
};

// The next request, or none when the parent has closed the socket or sends what is no request.
std::optional<ReceivedFile> receive_request(FrameReader& frames) {
  ReceivedFile received;
  while (true) {
    if (const auto record = frames.next()) {
      auto request = decode_request(*record);
      if (!request || received.file.get() < 0) return std::nullopt;
      received.request = std::move(*request);
      return received;
    }
    std::array<char, kMaxRequestBytes> bytes;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control;
    iovec part{.iov_base = bytes.data(), .iov_len = bytes.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t got = recvmsg(STDIN_FILENO, &message, MSG_CMSG_CLOEXEC);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    if (const cmsghdr* header = CMSG_FIRSTHDR(&message);
        header != nullptr && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS) {
      int fd = -1;
      std::memcpy(&fd, CMSG_DATA(header), sizeof(int));
      received.file = Descriptor(fd);
    }
    frames.append({bytes.data(), static_cast<std::size_t>(got)});
  }
}

// Thrown when the parent no longer listens: there is nobody left to work for.
struct ParentGone {};

// Frames on their way to the parent.
class Replies {
 public:
  void add(std::string_view record) {
    append_frame(pending_, record);
    if (pending_.size() >= kSendBytes) flush();
  }
  void flush() {
    for (std::string_view rest = pending_; !rest.empty();) {
      const ssize_t sent = send(STDIN_FILENO, rest.data(), rest.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR) continue;
      if (sent <= 0) throw ParentGone{};
      rest.remove_prefix(static_cast<std::size_t>(sent));
    }
    pending_.clear();
  }

 private:
  std::string pending_;
};

// The file's bytes, at most one above `most`. By position: the parent may have read from the descriptor,
// whose offset is shared.
std::string read_file(int fd, std::uint64_t most) {
  struct stat about {};
  if (fstat(fd, &about) != 0) throw std::system_error(errno, std::generic_category());
  const auto size = std::min(static_cast<std::uint64_t>(std::max<off_t>(about.st_size, 0)), most) + 1;
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = pread(fd, bytes.data() + filled, bytes.size() - filled, static_cast<off_t>(filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw std::system_error(errno, std::generic_category());
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

void add_document(Replies& replies, ExtractedDocument&& document) {
  std::string record = encode_message(document);
  if (record.size() > max_frame_bytes) {
    document.blocks.clear();
    document.outcome = {Status::failed, Reason::too_large, "its text is too large to pass on"};
    record = encode_message(document);
  }
  replies.add(record);
}

Outcome serve(const ReceivedFile& received, Replies& replies) {
  try {
    const std::string bytes = read_file(received.file.get(), received.request.limits.file_bytes);
    const ExtractionInput input{
        .name = received.request.name, .bytes = bytes, .limits = received.request.limits};
    return extract(input, [&](ExtractedDocument&& document) { add_document(replies, std::move(document)); });
  } catch (const std::bad_alloc&) {
    return {Status::failed, Reason::out_of_memory, "it needs more memory than a worker may use"};
  } catch (const std::length_error&) {
    return {Status::failed, Reason::out_of_memory, "it needs more memory than a worker may use"};
  } catch (const std::system_error& error) {
    return {Status::failed, Reason::unreadable, error.code().message()};
  }
}

}  // namespace

int run_worker() {
  confine();
  FrameReader frames;
  try {
    while (const auto received = receive_request(frames)) {
      if (!kSanitized) limit(RLIMIT_AS, received->request.memory_bytes);
      Replies replies;
      replies.add(encode_message(serve(*received, replies)));
      replies.flush();
    }
  } catch (const ParentGone&) {
    return 1;
  }
  return 0;
}

}  // namespace dossier
