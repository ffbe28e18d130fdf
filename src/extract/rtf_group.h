// The state of an RTF document that a group keeps to itself.
#pragma once

#include "rtf_words.h"

namespace dossier {

// The properties that end with their group.
struct RtfGroup {
  RtfPlace place = RtfPlace::text;
  RtfPlace outer = RtfPlace::text;  // of the group around an alternative
  int font = -1;
  int style = -1;
  int level = -1;
  int skip_after_unicode = 1;
  bool in_table = false;
  bool is_item = false;
  bool is_hidden = false;
  bool is_deleted = false;
  bool in_page_edges = false;
  bool ends_aside = false;
  bool is_starred = false;  // \* came before its first word

  // Sets a property by its control word: its number, -1 for none, and whether that switches it on.
  void set(RtfAction action, int number, bool on) noexcept;
};

}  // namespace dossier
