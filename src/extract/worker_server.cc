// The worker's side: a process that does nothing but answer requests on its standard input.
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <memory>
#include <new>
#include <set>
#include <stdexcept>
#include <system_error>

#include "confinement.h"
#include "dossier/extract/worker_server.h"
#include "tesseract.h"
#include "wire.h"
#include "worker_process.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxRequestBytes = 16 * 1024;
constexpr std::size_t kSendBytes = 64 * 1024;  // small documents are sent together
constexpr rlim_t kMaxDescriptors = 32;         // the file, and what a charset library opens

void limit(int resource, rlim_t most) {
  const rlimit value{.rlim_cur = most, .rlim_max = most};
  setrlimit(static_cast<__rlimit_resource>(resource), &value);
}

// What needs no help of the kernel's but is for good all the same. Memory and time are the parent's to limit.
void give_up_rights() {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NAME, "dossier-extract");
  // Ctrl-C goes to the whole group: the parent decides what becomes of the file in work.
  std::signal(SIGINT, SIG_IGN);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, kMaxDescriptors);
  limit(RLIMIT_NPROC, 0);
}

void prepare_extractors() {
  std::set<const Extractor*> extractors;
  for (const Format& format : formats()) extractors.insert(format.extractor);
  extractors.erase(nullptr);
  for (const Extractor* extractor : extractors) extractor->prepare();
}

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
      if (!request || (received.file.get() < 0 && !request->asks_formats)) return std::nullopt;
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

// The file's bytes, at most one above `most`. Mapped, so that a large file leaves the memory to its text; if
// it is cut short meanwhile, the process dies of SIGBUS.
class FileBytes {
 public:
  FileBytes(int fd, std::uint64_t most) {
    struct stat about {};
    if (fstat(fd, &about) != 0) throw std::system_error(errno, std::generic_category());
    size_ = std::min(static_cast<std::uint64_t>(std::max<off_t>(about.st_size, 0)), most + 1);
    if (size_ == 0) return;
    data_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, fd, 0);
    if (data_ == MAP_FAILED) throw std::system_error(errno, std::generic_category());
  }
  ~FileBytes() {
    if (size_ != 0) munmap(data_, size_);
  }
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  std::string_view view() const noexcept { return {static_cast<const char*>(data_), size_}; }

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

void add_document(Replies& replies, ExtractedDocument&& document) {
  std::string record = encode_message(document);
  if (record.size() > max_frame_bytes) {
    document.blocks.clear();
    document.apart.clear();
    document.type.clear();
    document.outcome = {Status::failed, Reason::too_large, "its text is too large to pass on"};
    record = encode_message(document);
  }
  replies.add(record);
}

Outcome describe_formats(Replies& replies, const LoadedRecogniser& loaded) {
  for (const Format& format : formats()) {
    if (format.endings.empty()) continue;  // what files of other formats can be, too
    FormatDescription description{.name = std::string(format.name),
                                  .endings = {format.endings.begin(), format.endings.end()},
                                  .is_read = format.extractor != nullptr};
    if (description.is_read && format.extractor->reads_scans()) {
      description.is_read = loaded.recogniser != nullptr;
      description.reader = loaded.about.library;
    } else if (description.is_read) {
      description.reader = format.extractor->reader();
    }
    if (description.is_read) description.sample = format.extractor->sample();
    replies.add(encode_message(description));
  }
  return {};
}

// What the arguments ask for; tells what it is.
LoadedRecogniser load_recogniser(int argc, const char* const* argv, Replies& replies) {
  const std::string_view argument = argc > 1 ? argv[1] : "";
  if (!argument.starts_with(recognition_argument)) return {};
  LoadedRecogniser loaded = load_tesseract(std::string(argument.substr(recognition_argument.size())));
  replies.add(encode_message(loaded.about));
  return loaded;
}

Outcome serve(const ReceivedFile& received, Replies& replies, const Extract& extract,
              TextRecogniser* recogniser) {
  try {
    const WorkerRequest& request = received.request;
    const FileBytes bytes(received.file.get(), request.limits.file_bytes);
    // Said before what is there is touched: it may be the worker's end.
    MemberWalk walk{.at =
                        [&](const MemberWalk& now) {
                          replies.add(encode_message(MemberPosition{now.place, now.member, now.part}));
                          replies.flush();
                        },
                    .resume = request.resume,
                    .lost = request.lost};
    const ExtractionInput input{.name = request.name,
                                .bytes = bytes.view(),
                                .limits = request.limits,
                                .options = request.options,
                                .walk = &walk,
                                .recogniser = recogniser};
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

int run_worker(int argc, const char* const* argv, const Extract& extract) {
  give_up_rights();
  prepare_extractors();
  FrameReader frames;
  try {
    Replies replies;
    const LoadedRecogniser loaded = load_recogniser(argc, argv, replies);
    replies.add(encode_message(confine()));
    replies.flush();
    while (const auto received = receive_request(frames)) {
      replies.add(encode_message(received->request.asks_formats
                                     ? describe_formats(replies, loaded)
                                     : serve(*received, replies, extract, loaded.recogniser.get())));
      replies.flush();
    }
  } catch (const ParentGone&) {
    return 1;
  }
  return 0;
}

}  // namespace dossier
