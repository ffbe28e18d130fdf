#include "dossier/index/relations.h"

#include <algorithm>

#include "dossier/core/codec.h"
#include "dossier/core/error.h"
#include "dossier/index/schema.h"

namespace dossier {

std::string encode(const std::vector<StoredRelation>& relations) {
  ByteWriter out;
  out.u64(relations.size());
  for (const StoredRelation& relation : relations) {
    out.u64(relation.other);
    out.u64(static_cast<std::uint64_t>(relation.relation));
    out.boolean(relation.is_part);
    out.u64(relation.shared);
    out.u64(relation.more);
    out.u64(relation.differences.size());
    for (const Difference& difference : relation.differences) {
      out.u64(static_cast<std::uint64_t>(difference.kind));
      out.string(difference.left);
      out.string(difference.right);
    }
  }
  return out.take();
}

std::vector<StoredRelation> decode_relations(std::string_view record) {
  ByteReader in(record);
  std::vector<StoredRelation> relations;
  for (std::uint64_t count = in.u64(); count > 0 && in.ok(); --count) {
    StoredRelation relation{.other = in.u32()};
    const std::uint64_t kind = in.u64();
    if (kind == 0 || kind > static_cast<std::uint64_t>(Relation::excerpt)) in.fail();
    relation.relation = static_cast<Relation>(kind);
    relation.is_part = in.boolean();
    relation.shared = in.u32();
    relation.more = in.u32();
    for (std::uint64_t differences = in.u64(); differences > 0 && in.ok(); --differences) {
      const std::uint64_t what = in.u64();
      if (what > static_cast<std::uint64_t>(DifferenceKind::text)) in.fail();
      Difference difference{.kind = static_cast<DifferenceKind>(what)};
      difference.left = in.string();
      difference.right = in.string();
      relation.differences.push_back(std::move(difference));
    }
    relations.push_back(std::move(relation));
  }
  if (!in.ok()) {
    throw Error(ErrorCode::no_index, "the index is damaged: a record of related documents cannot be read",
                "run 'dossier check'; rebuild the index with 'dossier index' into a new folder");
  }
  return relations;
}

StoredRelation turned_round(StoredRelation relation, std::uint32_t self) {
  relation.other = self;
  if (relation.relation == Relation::excerpt) relation.is_part = !relation.is_part;
  for (Difference& difference : relation.differences) std::swap(difference.left, difference.right);
  return relation;
}

std::vector<StoredRelation> relations_of(const IndexReader& reader, std::uint32_t document) {
  const std::string record = reader.metadata(schema::key::relations(document));
  if (record.empty()) return {};
  std::vector<StoredRelation> relations = decode_relations(record);
  const auto rows = reader.columns().rows();
  std::erase_if(relations, [&](const StoredRelation& relation) {
    return relation.other >= rows.size() || rows[relation.other].passages == 0;
  });
  return relations;
}

std::vector<std::uint32_t> related_documents(const IndexReader& reader) {
  std::vector<std::uint32_t> documents;
  const std::string prefix(schema::key::relations_prefix);
  const auto end = reader.database().metadata_keys_end(prefix);
  for (auto key = reader.database().metadata_keys_begin(prefix); key != end; ++key) {
    const auto number = schema::key::relations_of(*key);
    if (number) documents.push_back(*number);
  }
  return documents;
}

}  // namespace dossier
