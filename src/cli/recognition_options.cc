#include "recognition_options.h"

namespace dossier {

std::pair<CLI::Option*, CLI::Option*> add_recognition_options(CLI::App& command,
                                                              RecognitionOptions& options) {
  CLI::Option* ocr = command.add_flag("--ocr", options.wanted,
                                      "Read the text of scans: of PDF pages without any, and of pictures; by "
                                      "Tesseract, where that is installed, some seconds a page");
  CLI::Option* languages = command
                               .add_option("--ocr-languages", options.languages,
                                           "Languages of scans as Tesseract names them, such as eng+fra "
                                           "(default: all installed, if no more than four)")
                               ->type_name("LANGUAGES")
                               ->needs(ocr);
  return {ocr, languages};
}

}  // namespace dossier
