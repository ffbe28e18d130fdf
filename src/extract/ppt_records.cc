#include "ppt_records.h"

#include "little_endian.h"

namespace dossier {

bool PptRecords::next(PptRecord& record) {
  constexpr std::size_t kHeadBytes = 8;
  constexpr std::uint32_t kContainer = 0xF;
  if (bytes_.size() < kHeadBytes) return false;
  const std::uint32_t kind = u16_at(bytes_, 0);
  record.type = u16_at(bytes_, 2);
  record.instance = kind >> 4;
  record.is_container = (kind & 0xF) == kContainer;
  record.data = bytes_.substr(kHeadBytes, u32_at(bytes_, 4));
  bytes_.remove_prefix(kHeadBytes + record.data.size());
  return true;
}

}  // namespace dossier
