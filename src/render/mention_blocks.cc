#include "mention_blocks.h"

#include <fmt/format.h>

#include "dossier/render/mention_text.h"

namespace dossier {

void put_mentions(TextOutput& out, const HitPassage& passage, std::size_t indent) {
  for (const DateMention& mention : passage.mentioned) {
    CellText cells(out.style());
    cells.append(mention_text(mention, passage.text), Ink::date);
    cells.append(fmt::format(" = {} ", mention_date(mention)));
    cells.append(fmt::format("({})", mention_reason(mention)), Ink::dim);
    out.block(cells, indent);
  }
}

}  // namespace dossier
