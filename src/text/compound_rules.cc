#include "dossier/text/compound_rules.h"

#include <algorithm>
#include <array>

namespace dossier {
namespace {

constexpr std::array<CompoundRules, 7> kRules{{{"da", "s e"},
                                               {"de", "s es n en er"},
                                               {"nb", "s e"},
                                               {"nl", "s en e er"},
                                               {"no", "s e"},
                                               {"sv", "s"},
                                               {"ko", "", 2, false}}};

}  // namespace

const CompoundRules* compound_rules(std::string_view language) noexcept {
  const auto row = std::find_if(kRules.begin(), kRules.end(),
                                [&](const CompoundRules& r) { return r.language == language; });
  return row == kRules.end() ? nullptr : &*row;
}

}  // namespace dossier
