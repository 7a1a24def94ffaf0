//! How the page looks: on a screen, on a telephone, on paper.

/// Black on white, so that any printer shows all of it; what is said by colour is said by a mark as well.
pub(super) const STYLE: &str = "\
:root { color-scheme: light }
body { margin: 0; background: #fff; color: #000; font: 16px/1.45 system-ui, 'Noto Sans', 'Noto Sans CJK SC', sans-serif }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem }
h2 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; border-bottom: 1px solid #999; padding-bottom: .2rem }
p { margin: .5rem 0 }
.notice { border: 1px solid #000; padding: .35rem .6rem; font-weight: 600 }
ul { margin: .5rem 0; padding-inline-start: 1.25rem }
li { margin: .2rem 0 }
figure { margin: 1rem 0; overflow-x: auto }
figure svg { display: block; width: 100%; min-width: 44rem; height: auto }
table { border-collapse: collapse; width: 100%; font-size: .92rem }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid #ccc; overflow-wrap: anywhere }
th { border-bottom: 2px solid #000; overflow-wrap: normal }
td.short { white-space: nowrap }
td.name { overflow-wrap: break-word }
main.wide { max-width: 100rem }
.quiet { color: #555 }
.warn::before { content: '! ' }
.bad::before { content: '!! ' }
.bad { text-decoration: underline }
ins { font-weight: 600; text-decoration: underline; background: none }
del { text-decoration: line-through }
.passage { display: grid; grid-template-columns: 7rem 1fr; column-gap: .75rem; margin: .75rem 0 }
.passage.item .words { padding-inline-start: 1.25rem }
.passage p { margin: 0 0 .4rem }
.margin { font-weight: 600 }
@media (max-width: 40rem) {
  main { padding: 1rem .8rem }
  .passage { display: block }
  thead { position: absolute; left: -9999px }
  table, tbody, tr, td { display: block; width: auto }
  tr { border-bottom: 1px solid #000; padding: .5rem 0 }
  td { border: 0; padding: .1rem 0; white-space: normal }
  td.short { white-space: normal }
  td::before { content: attr(data-column) ': '; font-weight: 600 }
  td[data-empty] { display: none }
}
@media print {
  @page { size: A4; margin: 13mm 15mm }
  @page wide { size: A4 landscape; margin: 12mm 13mm }
  main.wide { page: wide }
  body { font-size: 9.5pt; line-height: 1.3 }
  main { max-width: none; padding: 0 }
  h1 { font-size: 13pt }
  h2 { font-size: 10.5pt; margin: 8pt 0 3pt; break-after: avoid }
  p, ul { margin: 3pt 0 }
  li { margin: 1pt 0 }
  table { font-size: 8.5pt }
  th, td { padding: 2pt 5pt 2pt 0 }
  thead { display: table-header-group }
  tr, li, figure, .passage { break-inside: avoid }
  figure svg { min-width: 0 }
}
";
