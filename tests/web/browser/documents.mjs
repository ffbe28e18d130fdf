// The documents that the pages are tried with: a made-up harbour treaty, and some that mean harm.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const markdown = (facts, text) => `---\n${Object.entries(facts).map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join("\n")}\n---\n\n${text}\n`;

const filler = (words) => Array.from({ length: words }, (_, i) => ["the", "quay", "of", "granite", "stands", "under", "grey", "water"][i % 8]).join(" ");

const report = (number, date, source, lang = "en") => [
  `report-${number}.md`,
  markdown(
    { title: `Harbour report ${number}`, date, source, lang, author: `Officer ${number % 3}` },
    `# Harbour report ${number}\n\nThe harbour treaty was reviewed in this report. The pilots object to clause ${number}. ${filler(60)}.\n\n## Outlook\n\nThe next review of the treaty is due on 14 May 2019. ${filler(80)}.`,
  ),
];

const long = [
  "commentary.md",
  markdown(
    { title: "A commentary on the harbour treaty", date: "2016-03-09", source: "Pilots' Review", author: "Ana Obala", url: "https://pilots.example/commentary" },
    `# Origins\n\nThe harbour treaty was signed on 3 June 1999. A year later the port burned. ${filler(90)}.\n\n## The first clause\n\nThe harbour is open to all flags. ${filler(120)}.\n\n# Practice\n\n${Array.from({ length: 30 }, (_, i) => `Of ships and cranes, part ${i}. ${filler(110)}.`).join("\n\n")}\n\n## The last clause\n\nAny party may leave the treaty in writing. The harbour stays open. ${filler(90)}.`,
  ),
];

// What a careless page would run, or show as its own.
export const HOSTILE = [
  ["hostile-1.md", markdown({ title: '<script>window.ran="title"</script>Harbour of script', source: '"><img src=x onerror=window.ran=1>', author: "<svg/onload=window.ran=2>", date: "2014-02-02", url: "javascript:window.ran='url'" }, '# <img src=x onerror="window.ran=\'heading\'"> harbour heading\n\n`<script>window.ran="text"</script>` The harbour &lt;script&gt;alert(1)&lt;/script&gt; `"><svg onload=window.ran=3>` on 4 July 2014 `\' onmouseover=window.ran=4 x=\'` and the treaty `</mark></p><script src=//evil.example/x.js></script>`.')],
  ["hostile-2.txt", `Harbour \u202Egnp.exe\u202C and treaty \u0007 </title></head><body onload=window.ran=5><iframe src="javascript:parent.ran=6"></iframe> <a href="javascript:window.ran=7">harbour</a> {{constructor.constructor('window.ran=8')()}} \${window.ran=9}`],
  ['host"><script>window.ran=10<!--.txt', "The harbour in a file with a hostile name, treaty."],
  ["hostile-3.html", '<html lang="en"><head><title>&lt;img src=x onerror=window.ran=11&gt; harbour</title><meta name="author" content="&quot; onfocus=window.ran=12 autofocus=&quot;"><link rel="canonical" href="data:text/html,<script>window.ran=13</script>"></head><body><article><h1>&lt;/h1&gt;&lt;script&gt;window.ran=14&lt;/script&gt;</h1><p>The harbour treaty &lt;details open ontoggle=window.ran=15&gt; was read aloud on 5 August 2014 by everybody who had come to the quay.</p><script>window.ran=16</script></article></body></html>'],
];

const others = [
  ["saopstenje.md", markdown({ title: "Саопштење о луци", date: "2015-08-25", source: "Lučki savet", lang: "sr" }, "Уговор о луци (harbour) потписан је 25. августа 2015. године. Луке остају отворене, рекао је председник савета.")],
  ["bayan.md", markdown({ title: "بيان عن الميناء", date: "2017-01-10", lang: "ar" }, "وقعت معاهدة الميناء (harbour treaty) في 10 يناير 2017 بحضور ممثلي الأطراف كافة.")],
  ["undated.txt", "A harbour note without any date at all, about the treaty and its pilots."],
];

export function writeDocuments(folder) {
  const years = [1999, 2004, 2009, 2012, 2013, 2013, 2014, 2015, 2016, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2022, 2023, 2023, 2023, 2024, 2024];
  const reports = years.map((year, i) => report(i + 1, `${year}-0${(i % 9) + 1}-1${i % 9}`, i % 2 ? "Port Authority" : "Pilots' Review", i === 4 ? "de" : "en"));
  for (const [name, text] of [...reports, long, ...HOSTILE, ...others]) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
