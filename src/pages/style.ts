/**
 * Style of every page, light and dark, for the screen of a telephone and for paper. Text has a contrast of 4.5 : 1 or
 * more on its ground, marks 3 : 1; what a colour says is said by a shape or a word as well.
 */
export const pageStyle = `
:root {
	color-scheme: light dark;
	--paper: #fff; --ink: #222; --soft: #595959; --line: #ccc; --faint: #f3f4f6; --link: #0b5394;
	--iran: #0072b2; --taliban: #b34f00; --republic: #00795a; --third: #595959; --on: #fff;
	--incident: #355c7d; --outline: #b5b5b5; --mark: #b03a2e;
	font: 16px/1.5 "Noto Sans", Vazirmatn, system-ui, sans-serif; color: var(--ink); background: var(--paper);
}
@media (prefers-color-scheme: dark) {
	:root {
		--paper: #16181b; --ink: #e8e8e8; --soft: #b4b4b4; --line: #4a4d52; --faint: #22252a; --link: #8ec5ff;
		--iran: #6cb8e6; --taliban: #ff9d57; --republic: #4fd1a5; --third: #b8b8b8; --on: #111;
		--incident: #8fb4d4; --outline: #6b6f75; --mark: #ff8a7a;
	}
}
* { box-sizing: border-box; }
body { max-width: 1040px; margin: 0 auto; padding: 16px; overflow-wrap: break-word; }
a { color: var(--link); } a:focus-visible, button:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -9999px; } .skip:focus { position: static; }
header nav a { margin-right: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.75rem 0; } h1 .soft { display: block; font-size: 1.1rem; font-weight: 400; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.25rem 0 0.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
ul, ol { margin: 0.25rem 0; padding-left: 1.4rem; } p { margin: 0.5rem 0; } .lead { font-size: 1.1rem; }
figure { margin: 1rem 0; } figcaption, caption { color: var(--soft); font-size: 0.85rem; text-align: left; }
.soft { color: var(--soft); } .note { display: block; color: var(--soft); font-size: 0.85rem; } .nobreak { white-space: nowrap; }
.tag { border: 1px solid var(--line); border-radius: 4px; padding: 0 0.35rem; font-size: 0.8rem; white-space: nowrap; }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.35rem 1rem; margin: 0.5rem 0; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; }
.beside { display: flex; flex-wrap: wrap; gap: 1rem 2rem; justify-content: space-between; } .beside .facts { flex: 1 1 320px; align-content: start; } .map { max-width: 300px; margin: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.875rem; width: 100%; } th, td { border-bottom: 1px solid var(--line); padding: 0.3rem 0.6rem 0.3rem 0; text-align: left; vertical-align: top; }
table.claims { min-width: 760px; } .claims td:nth-child(1) { font-variant-numeric: tabular-nums; } .claims td:nth-child(2) { white-space: nowrap; } .claims td:nth-child(7) { max-width: 12rem; }
tr:target td, section:target > h2 { background: var(--faint); }
pre { overflow-x: auto; background: var(--faint); padding: 0.75rem; font-size: 0.8rem; white-space: pre-wrap; }
details { margin: 0.4rem 0; } summary { cursor: pointer; }
.around a { display: block; margin: 0.25rem 0; } footer { margin-top: 2rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.85rem; }
svg { display: block; } svg text { fill: var(--ink); font-size: 12px; } svg .end { text-anchor: end; } svg .soft { fill: var(--soft); }
.map svg { background: var(--faint); max-width: 100%; height: auto; } .map .name { font-size: 11px; fill: var(--ink); stroke: var(--faint); stroke-width: 3px; paint-order: stroke; pointer-events: none; } .map .country { font-size: 11px; letter-spacing: 0.1em; fill: var(--soft); }
.outline, .scale { fill: none; stroke: var(--outline); } .scale { stroke: var(--soft); } .border { fill: none; stroke: var(--ink); stroke-width: 1.5; } .crossing { fill: var(--paper); stroke: var(--ink); }
.dot { fill: var(--mark); stroke: var(--paper); } .halo, .ring, .area { fill: none; stroke: var(--mark); stroke-width: 2; } .area { stroke-dasharray: 4 3; fill: var(--mark); fill-opacity: 0.12; }
.lane, .day { stroke: var(--line); } .day { stroke-dasharray: 1 3; } .axis { stroke: var(--soft); } .marks .answer { font-weight: 600; } .marks .tick { font-size: 11px; } .link { fill: none; stroke: var(--soft); }
.iran_state { fill: var(--iran); stroke: var(--iran); } .taliban { fill: var(--taliban); stroke: var(--taliban); } .afghan_republic { fill: var(--republic); stroke: var(--republic); } .third_party { fill: var(--third); stroke: var(--third); }
path.repeat { fill: var(--paper); stroke-width: 1.5; } .decisive { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
.marks text.number { fill: var(--on); stroke: none; font-size: 11px; text-anchor: middle; } .marks text.number.repeat { fill: var(--ink); } .key { display: inline-block; vertical-align: -3px; }
@media (max-width: 480px) { .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: 0.5rem; } h1 { font-size: 1.35rem; } }
@media print {
	:root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --faint: #fff; --link: #000; --iran: #0072b2; --taliban: #b34f00; --republic: #00795a; --third: #595959; --on: #fff; --outline: #b5b5b5; --mark: #b03a2e; }
	body { max-width: none; padding: 0; font-size: 10.5pt; } header, nav, .skip, #cite details, .around { display: none; }
	.scroll { overflow: visible; } table.claims { min-width: 0; font-size: 8.5pt; } tr, figure, .facts { break-inside: avoid; } h2, h3 { break-after: avoid; } .marks { max-width: 100%; height: auto; }
	.claims a[href^="https"]::after { content: " " attr(href); font-size: 6.5pt; overflow-wrap: anywhere; }
}
`;
