/** The search over the titles of charts: cards that hold every word stay, and folds with such a card open. */
export const frontScript = `
const form = document.querySelector("#search");
const cards = [...document.querySelectorAll(".card")];
const textOf = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));
const folds = [...document.querySelectorAll("#charts details")];
let wereOpen = null;
const search = () => {
	const words = form.elements.q.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
	for (const card of cards) card.hidden = !words.every((word) => textOf.get(card).includes(word));
	const isSet = words.length > 0;
	// Without a search the folds are as the reader left them.
	if (isSet && wereOpen === null) wereOpen = folds.map((fold) => fold.open);
	for (const [index, fold] of folds.entries()) {
		const holds = fold.querySelector(".card:not([hidden])") !== null;
		fold.hidden = !holds;
		if (isSet) fold.open = holds;
		else if (wereOpen !== null) fold.open = wereOpen[index];
	}
	if (!isSet) wereOpen = null;
	for (const group of document.querySelectorAll("#charts .group")) group.hidden = group.querySelector(".card:not([hidden])") === null;
	document.querySelector("#found").textContent = isSet ? cards.filter((card) => !card.hidden).length + " of " + cards.length + " charts" : "";
};
form.hidden = false;
form.addEventListener("input", search);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("beforeprint", () => {
	for (const fold of folds) fold.open = true;
	for (const image of document.images) image.loading = "eager";
});
search();
`;

/** What the front page adds to the style of every page. Charts are drawn for a light ground: in the dark they are turned round, hues stay. */
export const frontStyle = `
body { max-width: 1200px; } nav a { margin-right: 1rem; white-space: nowrap; }
.button { display: inline-block; padding: 0.6rem 1rem; border-radius: 4px; background: var(--link); color: var(--on); font-weight: 600; text-decoration: none; }
img { display: block; max-width: 100%; height: auto; background: #fff; border: 1px solid var(--line); border-radius: 4px; }
article { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0 2rem; margin: 1rem 0 2rem; align-items: start; } article .subject { grid-column: 1 / -1; color: var(--soft); } article figure { margin: 0.5rem 0; }
.finding { font-size: 1.2rem; font-weight: 600; line-height: 1.35; margin-top: 0.25rem; }
#search { padding: 0.75rem; background: var(--faint); } #search[hidden] { display: none; } #search input { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; padding: 0.3rem 0.5rem; min-height: 2.2rem; width: 22rem; max-width: 100%; }
.cards { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr)); gap: 1.25rem; }
.card { position: relative; display: flex; flex-direction: column; } .card[hidden] { display: none; } .card img { width: 100%; aspect-ratio: 3 / 2; object-fit: contain; object-position: top; } .card p { margin: 0.25rem 0 0; } .card .title { font-weight: 600; line-height: 1.35; } .card .about, .card .files { font-size: 0.85rem; color: var(--soft); }
.card .title a::before { content: ""; position: absolute; inset: 0; } .card .files { position: relative; width: max-content; }
.terms { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.35rem 1.5rem; } .terms dt { font-weight: 600; } .terms dd { margin: 0; }
@media screen and (prefers-color-scheme: dark) { img { filter: invert(0.91) hue-rotate(180deg); } }
@media (max-width: 760px) { article { grid-template-columns: minmax(0, 1fr); } .terms { grid-template-columns: 1fr; gap: 0; } .terms dd { margin-bottom: 0.5rem; } }
@media print { .button { background: none; color: var(--ink); padding: 0; } #search { display: none; } .card, article { break-inside: avoid; } .cards { grid-template-columns: repeat(3, 1fr); } }
`;
