#include "dossier/query/help.h"

namespace dossier {

std::string_view query_help() noexcept {
  return R"(The query language

  kosovo resolution       words in any inflection, with or without accents
  "lip service"           these words side by side, in this order
  =Vucic  ="lip service"  the written form only
  secess*                 any ending            Kurti~   one letter off
  *                       everything

  a AND b   a OR b        AND binds tighter than OR; operators in capitals
  NOT c     -c            without c             +d       with d
  ( )                     groups, any depth
  a b OR c                (a AND b) OR c

  NATO NEAR/5 Kosovo      at most 5 words apart, any order (or w/5; NEAR is 5)
  NATO pre/5 Kosovo       the same, in this order
  (NATO OR KFOR) NEAR/5 "northern Kosovo"

Fields

  title:kosovo  author:"van der Berg"  title:(serbia OR kosovo)
  source:UN  lang:en  type:html  type:text/*  path:reports/2013
  source:"UN Security Council"  lang:(en OR sr)
  -source:blog            without that source

Dates

  published:2013          published in 2013
  mentioned:1999-06       speaks of a day in June 1999
  date:1990s              either of the two
  published:2013..2017    published:2013-05-24..  published:..1999-06
  mentioned:=2013         the whole date given lies in the year
  published:none          without a date

Letters in capitals or not are the same. A hyphen inside a word belongs to it:
co-operation, F-35. Put what begins with - in quotes or behind -- in a shell.
What cannot be understood is named, with its place, and the rest is answered.
Example: "security council" AND resol* -draft title:kosovo published:1998..2008
)";
}

}  // namespace dossier
