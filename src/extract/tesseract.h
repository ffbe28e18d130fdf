// Tesseract, loaded while the program runs: dossier is built and started without it.
#pragma once

#include <memory>
#include <string>

#include "dossier/extract/text_recogniser.h"
#include "dossier/extract/worker.h"

namespace dossier {

// The recogniser and what it is; none where `about.problem` says why. `languages` are as Tesseract names
// them, "eng+fra"; empty: those that are installed. Opens libraries and their data, all of them: nothing is
// opened afterwards. To be called while the process has one thread.
struct LoadedRecogniser {
  std::unique_ptr<TextRecogniser> recogniser;
  TextRecognition about;
};
LoadedRecogniser load_tesseract(const std::string& languages);

}  // namespace dossier
