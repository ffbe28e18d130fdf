// A small index that most tests of commands ask: five files, seven documents, in docs/, indexed into
// .dossier.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/sandbox.h"

namespace dossier::cli {

class SampleIndex : public testing::Test {
 protected:
  SampleIndex() {
    write_sample(sandbox);
    const Finished indexed = sandbox.run({"--index", ".dossier", "index", "docs"});
    EXPECT_EQ(indexed.code, 0) << indexed.out << indexed.err;
    sandbox.learn_ids();
  }

  static void write_sample(const Sandbox& sandbox) {
    sandbox.write("docs/agreement.md",
                  "---\n"
                  "title: Kosovo and Serbia agree\n"
                  "date: 2013-04-19\n"
                  "source: Balkan Review\n"
                  "author: A. Writer\n"
                  "language: en\n"
                  "---\n"
                  "# Background\n\n"
                  "The talks in Brussels were long. Kosovo accepted the resolution of the Council, and both "
                  "sides signed.\n\n"
                  "# Resolution 1244\n\n"
                  "Security Council resolution 1244 of 10 June 1999 placed Kosovo under a mission of the "
                  "United Nations.\n");
    sandbox.write("docs/note.txt",
                  "The border post at Merdare was closed for two days. Nobody said why in the council.\n");
    sandbox.write("docs/report.html",
                  "<!DOCTYPE html><html lang=en><head><title>Report on elections</title>"
                  "<meta name=date content=2014-06-08><meta name=author content='B. Observer'></head>"
                  "<body><p>Voters in Kosovo chose a new assembly. The council of observers found the "
                  "elections fair.</p></body></html>\n");
    sandbox.write(
        "docs/letters.jsonl",
        R"({"id":"L1","title":"Letter of Serbia","text":"Serbia asks the council about Kosovo.",)"
        R"("date":"1999-06-11","language":"en","source":"United Nations"})"
        "\n"
        R"({"id":"L2","title":"Sanktionen","text":"Die Sanktionen gegen Jugoslawien wurden aufgehoben.",)"
        R"("date":"2001","language":"de","source":"United Nations"})"
        "\n"
        R"({"id":"L3","title":"Odgovor","text":"Vlada u Beogradu odgovara: rezolucija o Kosovu važi.",)"
        R"("date":"1999-06","language":"sr","source":"Tanjug"})"
        "\n");
    sandbox.write("docs/empty.txt", "");
  }

  Sandbox sandbox;
};

}  // namespace dossier::cli
