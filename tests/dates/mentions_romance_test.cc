// Sentences of news and law in French, Italian, Spanish and Portuguese.
#include <gtest/gtest.h>

#include <string_view>

#include "mention_text.h"

namespace dossier {
namespace {

template <std::size_t kCount>
void expect_mentions(std::string_view language, const MentionRow (&rows)[kCount],
                     std::string_view published = "2013-06-12") {
  for (const auto& [text, mentions] : rows)
    EXPECT_EQ(mentions_text(text, language, published), mentions) << text;
}

TEST(RomanceMentions, ReadsFrench) {
  expect_mentions(
      "fr", {
                {"Le Conseil européen s'est réuni à Bruxelles les 24 et 25 mai 2013.",
                 "24=2013-05-24 explicit; 25 mai 2013=2013-05-25 explicit"},
                {"Le 1er janvier 1999, l'euro est devenu la monnaie de onze pays.",
                 "1er janvier 1999=1999-01-01 explicit"},
                {"La loi du 9 décembre 1905 est toujours en vigueur.", "9 décembre 1905=1905-12-09 explicit"},
                {"Le ministre a déclaré mardi que la réforme entrerait en vigueur l'année prochaine.",
                 "mardi=2013-06-11 relative; l'année prochaine=2014 relative"},
                {"Il y a trois ans, le pays traversait une crise grave.", "Il y a trois ans=2010 relative"},
                {"La semaine dernière, les négociations ont échoué.",
                 "La semaine dernière=2013-06-03..2013-06-09 relative"},
                {"Au cours des années 1990, la région a connu la guerre.", "années 1990=1990s explicit"},
                {"Depuis 2008, le Kosovo est reconnu par une centaine d'États.", "2008=2008 explicit"},
                {"Le texte a été adopté fin mars.", "fin mars=2013-03 inferred late"},
                {"Au premier trimestre 2012, la croissance a été nulle.",
                 "premier trimestre 2012=2012-01-01..2012-03-31 explicit"},
                {"Le rapport couvre la période du 1er juillet 2010 au 30 juin 2011.",
                 "1er juillet 2010=2010-07-01 explicit; 30 juin 2011=2011-06-30 explicit"},
                {"Le président s'exprimera demain devant l'Assemblée.", "demain=2013-06-13 relative"},
                {"Au vingtième siècle tout changea.", "vingtième siècle=19c explicit"},
                {"Au XIXe siècle, l'Empire ottoman dominait les Balkans.", "XIXe siècle=18c explicit"},
                {"Les élections ont eu lieu en avril dernier.", "avril dernier=2013-04 relative"},
                {"L'article 2013 du code et la résolution 1990 ne mentionnent pas 2500 euros.", ""},
                {"Entre 1945 et 1949, le pays fut occupé.", "1945 et 1949=1945-01-01..1949-12-31 explicit"},
            });
}

TEST(RomanceMentions, ReadsFrenchNewsAndLaw) {
  expect_mentions(
      "fr",
      {
          {"Le Parlement européen a voté, mercredi 12 mars, une résolution sur la Crimée.",
           "mercredi 12 mars=2014-03-12 inferred"},
          {"Le référendum du 16 mars 2014 s'est tenu deux jours avant l'annexion.",
           "16 mars 2014=2014-03-16 explicit"},
          {"D'ici à 2020, les émissions devront baisser de 20 % par rapport à 1990.",
           "2020=2020 explicit; 1990=1990 explicit"},
          {"Jusqu'en 2007, la Bulgarie n'était pas membre.", "2007=2007 explicit"},
          {"Le 3 de ce mois, le gouvernement a démissionné ; dès demain, un nouveau cabinet sera formé.",
           "ce mois=2014-03 relative; demain=2014-03-21 relative"},
          {"Au cours du second semestre 2013, le chômage a reculé.",
           "second semestre 2013=2013-07-01..2013-12-31 explicit"},
          {"L'an dernier, puis cette année encore, en janvier et en février, les prix ont monté.",
           "L'an dernier=2013 relative; cette année=2014 relative; janvier=2014-01 inferred; février=2014-02 "
           "inferred"},
          {"Il avait été élu pour la première fois en mai 2007, soit sept ans plus tôt.",
           "mai 2007=2007-05 explicit; sept ans plus tôt=2000 relative"},
          {"La loi n° 2013-660 du 22 juillet 2013 et le décret n° 2014-111 s'appliquent.",
           "22 juillet 2013=2013-07-22 explicit"},
          {"Dans les années 1920 et 1930, puis au début du XXe siècle.",
           "les années 1920=1920s explicit; 1930=1930s explicit; début du XXe siècle=19c explicit early"},
          {"Lundi prochain, les ministres se retrouveront à Genève.", "Lundi prochain=2014-03-24 relative"},
          {"Trois mois plus tard, le cessez-le-feu fut rompu.", ""},
          {"Mardi soir, le président a parlé à la télévision ; il reviendra vendredi.",
           "Mardi=2014-03-18 relative; vendredi=2014-03-21 relative"},
      },
      "2014-03-20");
}

TEST(RomanceMentions, ReadsItalian) {
  expect_mentions(
      "it",
      {
          {"Il trattato è stato firmato a Roma il 25 marzo 1957.", "25 marzo 1957=1957-03-25 explicit"},
          {"Nel 2008 la crisi ha colpito anche l'Italia.", "2008=2008 explicit"},
          {"Dal 1998 al 1999 il conflitto ha causato migliaia di vittime.",
           "1998 al 1999=1998-01-01..1999-12-31 explicit"},
          {"La settimana scorsa il governo ha approvato il decreto.",
           "La settimana scorsa=2013-06-03..2013-06-09 relative"},
          {"Due anni fa il parlamento votò la riforma.", "Due anni fa=2011 relative"},
          {"Il vertice si terrà venerdì a Bruxelles.", "venerdì=2013-06-14 relative"},
          {"Negli anni Novanta la Jugoslavia si dissolse.", "anni Novanta=1990s explicit"},
          {"Il 1º gennaio 2002 entrò in circolazione l'euro.", "1º gennaio 2002=2002-01-01 explicit"},
          {"Nel maggio dell'anno scorso si tennero le elezioni.", "maggio dell'anno scorso=2012-05 relative"},
          {"All'inizio del 2011 scoppiarono le proteste.", "inizio del 2011=2011 explicit early"},
          {"La riunione di ieri è durata 2000 secondi.", "ieri=2013-06-11 relative"},
          {"Nel secondo trimestre del 2012 il PIL è calato.",
           "secondo trimestre del 2012=2012-04-01..2012-06-30 explicit"},
      });
}

TEST(RomanceMentions, ReadsItalianNewsAndLaw) {
  expect_mentions(
      "it",
      {
          {"Il 16 marzo si è tenuto il referendum in Crimea.", "16 marzo=2014-03-16 inferred"},
          {"Il decreto-legge 31 agosto 2013, n. 101, è stato convertito dalla legge 30 ottobre 2013, n. 125.",
           "31 agosto 2013=2013-08-31 explicit; 30 ottobre 2013=2013-10-30 explicit"},
          {"Entro il 2020 le emissioni dovranno scendere del 20%.", "2020=2020 explicit"},
          {"Lo scorso lunedì il premier ha incontrato i sindacati.", "scorso lunedì=2014-03-17 relative"},
          {"Tra il 2008 e il 2012 il PIL è diminuito.", "2008=2008 explicit; 2012=2012 explicit"},
          {"Nel primo semestre dell'anno il deficit è cresciuto.",
           "primo semestre=2014-01-01..2014-06-30 inferred"},
          {"L'anno scorso, a metà ottobre, il governo presentò la manovra.",
           "L'anno scorso=2013 relative; metà ottobre=2013-10 inferred mid"},
          {"Dieci giorni dopo il voto il parlamento si riunì.", ""},
          {"Tre mesi più tardi fu firmato l'accordo, nel settembre 1947.", "settembre 1947=1947-09 explicit"},
          {"Negli anni '70 e '80 il terrorismo insanguinò il paese.",
           "anni '70=1970s explicit; '80=1980s explicit"},
          {"La prossima settimana, da lunedì a mercoledì, ci sarà il vertice.",
           "La prossima settimana=2014-03-24..2014-03-30 relative; lunedì=2014-03-24 relative; "
           "mercoledì=2014-03-26 relative"},
          {"Nel XIX secolo e all'inizio del Novecento molti emigrarono.", "XIX secolo=18c explicit"},
          {"Domani, venerdì 21 marzo, sciopero generale.",
           "Domani=2014-03-21 relative; venerdì 21 marzo=2014-03-21 inferred"},
      },
      "2014-03-20");
}

TEST(RomanceMentions, ReadsSpanish) {
  expect_mentions(
      "es",
      {
          {"El 11 de marzo de 2004 hubo atentados en Madrid.", "11 de marzo de 2004=2004-03-11 explicit"},
          {"A principios de mayo el Congreso aprobó la ley.", "principios de mayo=2013-05 inferred early"},
          {"El lunes pasado comenzaron las conversaciones.", "lunes pasado=2013-06-10 relative"},
          {"El año que viene habrá elecciones.", "El año que viene=2014 relative"},
          {"Hace diez años empezó la guerra de Irak.", "Hace diez años=2003 relative"},
          {"En los años 80 y 90 la región cambió.", "los años 80=1980s explicit; 90=1990s explicit"},
          {"El siglo XIX vio muchas revoluciones.", "El siglo XIX=18c explicit"},
      });
}

TEST(RomanceMentions, ReadsSpanishNewsAndLaw) {
  expect_mentions(
      "es",
      {
          {"El pasado 16 de marzo se celebró el referéndum; el próximo lunes se reunirán los ministros.",
           "16 de marzo=2014-03-16 inferred; próximo lunes=2014-03-24 relative"},
          {"Ley 19/2013, de 9 de diciembre, de transparencia.", "9 de diciembre=2013-12-09 explicit"},
          {"Entre 2008 y 2013 el paro se triplicó, sobre todo en el segundo trimestre de 2012.",
           "2008 y 2013=2008-01-01..2013-12-31 explicit; el segundo trimestre de 2012=2012-04-01..2012-06-30 "
           "explicit"},
          {"A finales de los años ochenta y en la década de 1990.",
           "finales de los años ochenta=1980s explicit late; la década de 1990=1990s explicit"},
          {"Tres años después, el 20 de noviembre de 1975, murió Franco.",
           "20 de noviembre de 1975=1975-11-20 explicit"},
          {"Del 3 al 7 de mayo de 2013 hubo conversaciones en Ginebra.",
           "3 al 7 de mayo de 2013=2013-05-03..2013-05-07 explicit"},
          {"Esta mañana y ayer por la tarde hubo protestas; mañana continuarán.",
           "Esta mañana=2014-03-20 relative; ayer=2014-03-19 relative; mañana=2014-03-21 relative"},
      },
      "2014-03-20");
}

TEST(RomanceMentions, ReadsPortuguese) {
  expect_mentions(
      "pt", {
                {"O acordo foi assinado em 12 de junho de 1985.", "12 de junho de 1985=1985-06-12 explicit"},
                {"Em 2010, o governo anunciou um plano de austeridade.", "2010=2010 explicit"},
                {"Na terça-feira, o ministro visitou Pristina.", "terça-feira=2013-06-11 relative"},
                {"Há dois anos, a economia crescia.", "Há dois anos=2011 relative"},
                {"A conferência realizou-se no mês passado.", "mês passado=2013-05 relative"},
                {"Desde abril de 1974 o país é uma democracia.", "abril de 1974=1974-04 explicit"},
                {"No final dos anos 1980 a situação mudou.", "final dos anos 1980=1980s explicit late"},
                {"O mandato vai de 2009 a 2014.", "2009 a 2014=2009-01-01..2014-12-31 explicit"},
                {"O relatório será publicado amanhã.", "amanhã=2013-06-13 relative"},
            });
}

TEST(RomanceMentions, ReadsPortugueseNewsAndLaw) {
  expect_mentions(
      "pt",
      {
          {"A Assembleia da República aprovou, na sexta-feira, 14 de março, a nova lei.",
           "sexta-feira, 14 de março=2014-03-14 inferred"},
          {"Desde 25 de abril de 1974 que há liberdade.", "25 de abril de 1974=1974-04-25 explicit"},
          {"Entre janeiro e março de 2013, o desemprego subiu para 17,7%.",
           "janeiro e março de 2013=2013-01-01..2013-03-31 explicit"},
          {"No ano passado, o défice ficou abaixo dos 5%.", "ano passado=2013 relative"},
          {"A Lei n.º 55-A/2010, de 31 de dezembro, foi revogada.", "31 de dezembro=2010-12-31 explicit"},
          {"No primeiro trimestre de 2014, a economia cresceu.",
           "primeiro trimestre de 2014=2014-01-01..2014-03-31 explicit"},
          {"Dois anos depois, em 1988, foi assinado o tratado.", "1988=1988 explicit"},
          {"Hoje e amanhã decorre em Lisboa a cimeira.",
           "Hoje=2014-03-20 relative; amanhã=2014-03-21 relative"},
          {"No século XVI, Portugal dominava o comércio.", "século XVI=15c explicit"},
          {"Na próxima segunda-feira começam as negociações.", "próxima segunda-feira=2014-03-24 relative"},
          {"Nos anos 90, o país mudou muito; em meados de 1995 caiu o governo.",
           "anos 90=1990s explicit; meados de 1995=1995 explicit mid"},
      },
      "2014-03-20");
}

}  // namespace
}  // namespace dossier
