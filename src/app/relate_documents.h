// Keeping up what an index knows of copies, versions and excerpts.
#pragma once

#include <functional>
#include <string>

#include "dossier/index/index_writer.h"

namespace dossier {

// Relates the documents that were added since the last time to all others, forgets relations to those that
// were removed, and looks anew for what a document of a large family lost by that. To be called when `writer`
// has committed; commits what it finds. Does nothing, and reads next to nothing, when nothing changed. Where
// it is interrupted or killed the next call begins again.
void relate_documents(IndexWriter& writer, const std::string& index,
                      const std::function<bool()>& interrupted);

}  // namespace dossier
