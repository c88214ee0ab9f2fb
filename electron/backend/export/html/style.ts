/**
 * Looks of the page on screen and on paper. Names typefaces of the office and what other systems have in their place;
 * nothing is fetched.
 */
export const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #eceef1; color: #000; font: 16pt/28.95pt "仿宋_GB2312", FangSong, "FangSong SC", STFangsong, "Noto Serif SC", "Songti SC", serif; }
main { max-width: 210mm; margin: 1.5rem auto; padding: 22mm 26mm 22mm 28mm; background: #fff; }
p, h2, h3, h4, h5, h6 { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
h1 { margin: 0 0 1.8em; font: 22pt/1.5 "方正小标宋简体", "方正小标宋_GBK", "Noto Serif SC", SimSun, "Songti SC", serif; text-align: center; text-wrap: balance; overflow-wrap: anywhere; }
h2, h3, h4, h5, h6 { font: inherit; }
.level-1 { font-family: "黑体", SimHei, "Heiti SC", "Noto Sans SC", sans-serif; }
.level-2 { font-family: "楷体_GB2312", KaiTi, "Kaiti SC", STKaiti, "Noto Serif SC", serif; }
dl { display: grid; grid-template-columns: max-content 1fr max-content 1fr; gap: 0.25em 1em; margin: 0 0 2.5em; padding: 0.75em 1em; border-block: 1px solid #c9ced6; font: 11pt/1.6 "Microsoft YaHei UI", "PingFang SC", "Noto Sans SC", sans-serif; }
dt { color: #4c5460; }
dd { margin: 0; overflow-wrap: anywhere; }
.mark { display: flex; justify-content: space-between; gap: 1em; margin-block-end: 1.8em; }
.mark span:only-child { margin-inline-start: auto; }
.salutation, .flush { text-indent: 0; }
.center { text-indent: 0; text-align: center; }
.right { text-indent: 0; text-align: right; }
.bold { font-weight: bold; }
ul { margin: 0; padding: 0; list-style: none; }
li { text-indent: 2em; }
li li { padding-inline-start: 1em; }
table { width: 100%; margin: 0.5em 0; border-collapse: collapse; font-size: 14pt; line-height: 24pt; }
th, td { padding: 0.15em 0.4em; border: 1px solid #000; vertical-align: middle; font-weight: inherit; overflow-wrap: anywhere; }
th { font-family: "黑体", SimHei, "Heiti SC", "Noto Sans SC", sans-serif; text-align: center; }
td p, th p { text-indent: 0; text-align: start; }
th p { text-align: center; }
.attachments { display: grid; grid-template-columns: max-content 1fr; margin-block-start: 28.95pt; padding-inline-start: 2em; }
.attachments p, .attachments li { text-indent: 0; }
.signature { margin-block-start: 57.9pt; }
.signature p { display: flex; justify-content: flex-end; gap: 2em; text-indent: 0; text-align: start; }
.notes { margin-block-start: 28.95pt; }
.attachment h2 { margin-block: 1em; font: 22pt/1.5 "方正小标宋简体", "方正小标宋_GBK", "Noto Serif SC", SimSun, "Songti SC", serif; text-wrap: balance; }
.attachment { margin-block-start: 4em; padding-block-start: 2em; border-block-start: 1px solid #c9ced6; }
footer { margin-block-start: 2em; padding-block: 0.25em; border-block: 1px solid #000; font-size: 14pt; }
footer p { padding-inline: 1em; text-indent: 0; }
@media (max-width: 700px) {
  body { background: #fff; font-size: 1.125rem; line-height: 1.8; }
  main { margin: 0; padding: 1.25rem; }
  h1 { font-size: 1.5rem; }
  dl { grid-template-columns: max-content 1fr; }
}
@media print {
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
  body { background: none; }
  main { max-width: none; margin: 0; padding: 0; }
  thead { display: table-header-group; }
  tr, .signature { break-inside: avoid; }
  h2, h3, h4, h5 { break-after: avoid; }
  .page-break, .attachment { break-before: page; }
  .attachment { margin: 0; padding: 0; border: 0; }
}
`.trim();
