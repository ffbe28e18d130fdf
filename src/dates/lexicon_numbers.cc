// Numbers in words: how many years ago, which quarter, the first of May, the nineties, nineteen ninety-two.
// A table: the words of a row are those for one number after another.
#include "lexicon_rows.h"

namespace dossier::dates {
namespace {

constexpr NumberRow kRows[] = {
    {en, Role::cardinal, 1, 1,
     "one/a/an two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
     "seventeen eighteen nineteen"},
    {en, Role::cardinal, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety"},
    {de, Role::cardinal, 1, 1,
     "ein/eine/einem/einer/einen zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
     "fünfzehn sechzehn siebzehn achtzehn neunzehn"},
    {de, Role::cardinal, 20, 10, "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig"},
    {fr, Role::cardinal, 1, 1,
     "un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"},
    {fr, Role::cardinal, 20, 10, "vingt trente quarante cinquante soixante"},
    {es, Role::cardinal, 1, 1,
     "un/una/uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
     "diecisiete dieciocho diecinueve"},
    {es, Role::cardinal, 20, 10, "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"},
    {it, Role::cardinal, 1, 1,
     "un/una/uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici "
     "sedici diciassette diciotto diciannove"},
    {it, Role::cardinal, 20, 10,
     "venti/vent trenta/trent quaranta cinquanta sessanta settanta ottanta novanta"},
    {pt, Role::cardinal, 1, 1,
     "um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze "
     "dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove"},
    {pt, Role::cardinal, 20, 10, "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"},
    {ru, Role::cardinal, 1, 1,
     "один/одну/одного два/две/двух три/трёх/трех четыре/четырёх/четырех пять/пяти шесть/шести семь/семи "
     "восемь/восьми девять/девяти десять/десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать"},
    {ru, Role::cardinal, 20, 10,
     "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"},
    {uk, Role::cardinal, 1, 1,
     "один/одну/одного два/дві/двох три/трьох чотири/чотирьох п'ять/п'яти шість/шести сім/семи вісім/восьми "
     "дев'ять/дев'яти десять/десяти одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять"},
    {uk, Role::cardinal, 20, 10,
     "двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто"},
    {south_slavic, Role::cardinal, 1, 1,
     "jedan/jednu/jednog/један/једну dva/dve/dvije/два/две tri/три četiri/четири pet/пет šest/шест "
     "sedam/седам "
     "osam/осам devet/девет deset/десет jedanaest/једанаест dvanaest/дванаест - - petnaest/петнаест"},
    {south_slavic, Role::cardinal, 20, 10,
     "dvadeset/двадесет trideset/тридесет četrdeset/четрдесет pedeset/педесет"},
    {sq, Role::cardinal, 1, 1,
     "një dy tre/tri katër pesë gjashtë shtatë tetë nëntë dhjetë njëmbëdhjetë dymbëdhjetë"},
    {sq, Role::cardinal, 20, 10, "njëzet tridhjetë dyzet pesëdhjetë"},

    {en, Role::ordinal, 1, 1,
     "first second/latter third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
     "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"},
    {en, Role::ordinal, 30, 1, "thirtieth"},
    {en, Role::ordinal, -1, 1, "final"},
    {de, Role::ordinal, 1, 1,
     "erste/ersten/erstes/erster zweite/zweiten/zweites/zweiter dritte/dritten/drittes/dritter "
     "vierte/vierten/viertes/vierter fünfte/fünften sechste/sechsten siebte/siebten achte/achten "
     "neunte/neunten "
     "zehnte/zehnten"},
    {de, Role::ordinal, 11, 1,
     "elfte/elften zwölfte/zwölften dreizehnte/dreizehnten vierzehnte/vierzehnten fünfzehnte/fünfzehnten "
     "sechzehnte/sechzehnten siebzehnte/siebzehnten achtzehnte/achtzehnten neunzehnte/neunzehnten "
     "zwanzigste/zwanzigsten einundzwanzigste/einundzwanzigsten"},
    {fr, Role::ordinal, 1, 1,
     "premier/première deuxième/second/seconde troisième quatrième cinquième sixième septième huitième "
     "neuvième "
     "dixième onzième douzième treizième quatorzième quinzième seizième"},
    {fr, Role::ordinal, 20, 1, "vingtième"},
    {es, Role::ordinal, 1, 1,
     "primer/primero/primera segundo/segunda tercer/tercero/tercera cuarto/cuarta quinto/quinta"},
    {es, Role::ordinal, -1, 1, "último"},
    {it, Role::ordinal, 1, 1, "primo/prima secondo/seconda terzo/terza quarto/quarta quinto/quinta"},
    {pt, Role::ordinal, 1, 1, "primeiro/primeira segundo/segunda terceiro/terceira quarto/quarta"},
    {pt, Role::ordinal, -1, 1, "último"},
    {ru, Role::ordinal, 1, 1,
     "первый/первого/первом/первая/первой второй/второго/втором/вторая "
     "третий/третьего/третьем/третья/третьей "
     "четвёртый/четвертый/четвёртого/четвертого/четвёртом/четвертом/четвёртой/четвертой пятое/пятого "
     "шестое/шестого седьмое/седьмого восьмое/восьмого девятое/девятого десятое/десятого"},
    {uk, Role::ordinal, 1, 1,
     "перший/першого/першому/перша/першій/першої другий/другого/другому/друга/другій/другої "
     "третій/третього/третьому/третя четвертий/четвертого/четвертому/четверта п'яте/п'ятого шосте/шостого "
     "сьоме/сьомого восьме/восьмого дев'яте/дев'ятого десяте/десятого"},
    {south_slavic, Role::ordinal, 1, 1,
     "prvi/prvog/prva/prvoj/prvom/prve/први/првог/прва/првој/првом/прве "
     "drugi/drugog/druga/drugoj/drugom/druge/други/другог/друга/другој/другом/друге "
     "treći/trećeg/trećem/trećoj/трећи/трећег/трећем/трећој "
     "četvrti/četvrtog/četvrtom/četvrtoj/четврти/четвртог/четвртом/четвртој"},
    {sq, Role::ordinal, 1, 1, "parë dytë tretë katërt"},

    {en, Role::decade, 20, 10, "twenties thirties forties fifties sixties seventies eighties nineties"},
    {de, Role::decade, 20, 10,
     "zwanzigerjahre/zwanzigerjahren dreißigerjahre/dreißigerjahren vierzigerjahre/vierzigerjahren "
     "fünfzigerjahre/fünfzigerjahren sechzigerjahre/sechzigerjahren siebzigerjahre/siebzigerjahren "
     "achtzigerjahre/achtzigerjahren neunzigerjahre/neunzigerjahren"},
    {ru, Role::decade, 20, 10,
     "двадцатых/двадцатые тридцатых/тридцатые сороковых/сороковые пятидесятых/пятидесятые "
     "шестидесятых/шестидесятые семидесятых/семидесятые восьмидесятых/восьмидесятые девяностых/девяностые"},
    {uk, Role::decade, 20, 10,
     "двадцятих/двадцяті тридцятих/тридцяті сорокових/сорокові п'ятдесятих/п'ятдесяті шістдесятих/шістдесяті "
     "сімдесятих/сімдесяті вісімдесятих/вісімдесяті дев'яностих/дев'яності"},
    {south_slavic, Role::decade, 20, 10,
     "dvadesetih/двадесетих tridesetih/тридесетих četrdesetih/четрдесетих pedesetih/педесетих "
     "šezdesetih/шездесетих sedamdesetih/седамдесетих osamdesetih/осамдесетих devedesetih/деведесетих"},

    {en, Role::spoken, 13, 1, "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"},
};

static_assert(are_sound(kRows));

}  // namespace

std::span<const NumberRow> numbers() noexcept {
  return kRows;
}

}  // namespace dossier::dates
