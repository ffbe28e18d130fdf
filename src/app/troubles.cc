#include "troubles.h"

namespace dossier {

void each_trouble(const FileRecord& file,
                  const std::function<void(const std::string& path, const Outcome& outcome)>& visit) {
  if (file.outcome.status != Status::ok) visit(file.path, file.outcome);
  for (const MemberRecord& member : file.members) visit(file.path + member.member, member.outcome);
}

std::vector<FileRecord> troubles_of(const FileRecord& file) {
  std::vector<FileRecord> records;
  each_trouble(file, [&](const std::string& path, const Outcome& outcome) {
    records.push_back({.path = path,
                       .size = file.size,
                       .modified_ns = file.modified_ns,
                       .outcome = outcome,
                       .when = file.when});
  });
  return records;
}

bool is_whole(const FileRecord& file) noexcept {
  return file.outcome.status == Status::ok && file.members.empty();
}

bool is_same(const FileRecord& a, const FileRecord& b) {
  return a.hash == b.hash && a.outcome == b.outcome && a.members == b.members && a.documents == b.documents;
}

}  // namespace dossier
