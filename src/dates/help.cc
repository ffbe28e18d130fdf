#include "dossier/dates/help.h"

namespace dossier {

std::string_view dates_help() noexcept {
  return R"(The date language

What a text is found to speak of, in English, German, French, Spanish, Italian,
Portuguese, Russian, Ukrainian, Serbian, Croatian, Albanian and Chinese:

  days        24 May 2013   May 24th, 2013   24.05.2013   2013-05-24
              le 5 juin 2012   19. aprila 2013.   29 января 2017 г.
              2013年5月24日   24/05/2013   the 4th of July 1999
  months      May 2013   in May   2013-05   travnju 2012.   prill të vitit 2013
  years       in 1999   (2004)   490 BC   AD 476   im Jahr 1999   2008 года
  longer      1990s   the '90s   années 1930   XIX век   the 19th century
  parts       Q1 2022   the second half of 2015   spring 2013   early May 2013
  ranges      3-7 May 2013   from 1998 to 2001   2013/14   March to June 2012
  from now    yesterday   last week   two years ago   next May   vor drei Tagen
  from then   the next day   two weeks later   the same year   on the 20th
  weekdays    on Monday   last Friday   Friday, 24 May

A day or month without a year is given one, a word like "yesterday" a day:

  explicit    all of it is written there
  inferred    the year was missing: that of a date beside it, of the story told,
              or the one nearest to publication
  relative    counted: from publication, or from the date mentioned before
  calendar    converted from another calendar: 12 Ramadan 1444

Without a publication day what counts from now is left out. A number is no year
behind Resolution, Article, No. or page, beside euros or people, or in a symbol:
S/2023/384. Of 05/06/2013 the text's other dates tell which is the day.

In a query

  mentioned:1999-06       speaks of a day in June 1999
  mentioned:=2013         the whole date given lies in 2013
  published:2013..2017    was published then
  date:1990s              either of the two

On the command line

  dossier dates FILE                          the dates of a file, one a line
  dossier dates --published 2013-05-24        of standard input
)";
}

}  // namespace dossier
