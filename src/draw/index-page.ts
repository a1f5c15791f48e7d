import { glossary } from "../charts/glossary.js";
import type { Figure, Subject } from "../charts/parts/frame.js";
import {
	contentPolicy,
	drawable,
	drawScript,
	escapeHtml,
	fontsLoaded,
	notesHtml,
	pageStyle,
	scriptJson,
	tableHtml,
} from "./html.js";

const headings: Readonly<Record<Subject, string>> = {
	frequency: "How often?",
	location: "Where?",
	reliability: "Whose claims hold?",
};

const rowsShown = 50;

/**
 * All figures on one page, each interactive, under a heading for its subject. plotly.js lies beside the
 * page, the pictures and numbers too; nothing is asked of the network. A chart is drawn when it comes
 * near the window, so that the page opens at once; without scripts the pictures are shown.
 *
 * @param options.excluded why a chart was not drawn, by its id: told at the end
 */
export function indexPage(
	figures: readonly Figure[],
	{ plotlyFile, excluded = {} }: { readonly plotlyFile: string; readonly excluded?: Readonly<Record<string, string>> },
): string {
	const subjects = (Object.keys(headings) as Subject[]).filter((subject) =>
		figures.some((figure) => figure.subject === subject),
	);
	const of = (subject: Subject) => figures.filter((figure) => figure.subject === subject);
	const contents = subjects.map(
		(subject) =>
			`<li><a href="#${subject}">${headings[subject]}</a><ul>${of(subject)
				.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`)
				.join("")}</ul></li>`,
	);
	const sections = subjects.map(
		(subject) => `<h2 id="${subject}">${headings[subject]}</h2>\n${of(subject).map(section).join("\n")}`,
	);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${contentPolicy}
<title>Afghanistan–Iran border incidents: all charts</title>
<style>${pageStyle(figures)}</style>
</head>
<body>
<h1>Incidents on the Afghanistan–Iran border: how often, where, and whose claims hold</h1>
<p class="quiet">${escapeHtml(figures[0]?.source ?? "")} A chart's title is computed from the data; what is excluded stands below it.</p>
<p><a href="incidents.html">All incidents: table, map and timeline, and a page for each with its sources</a></p>
<nav aria-label="Charts"><ul>${contents.join("")}</ul></nav>
${sections.join("\n")}
${leftOutSection(excluded)}
${glossarySection()}
<script src="${plotlyFile}"></script>
<script>
const figures = ${scriptJson(Object.fromEntries(figures.map((figure) => [figure.id, drawable(figure)])))};
${drawScript}
const draw = (element) => {
	element.textContent = "";
	drawChart(element, figures[element.dataset.figure]);
};
const near = new IntersectionObserver((entries) => {
	for (const { isIntersecting, target } of entries) if (isIntersecting) { near.unobserve(target); draw(target); }
}, { rootMargin: "600px" });
${fontsLoaded}.then(() => { for (const element of document.querySelectorAll(".chart")) near.observe(element); });
addEventListener("beforeprint", () => { for (const element of document.querySelectorAll(".chart:not(.js-plotly-plot)")) draw(element); });
</script>
</body>
</html>
`;
}

function glossarySection(): string {
	const terms = glossary.map(({ term, meaning }) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(meaning)}</dd>`);
	return `<h2 id="glossary">Glossary</h2>\n<dl>${terms.join("")}</dl>`;
}

function leftOutSection(excluded: Readonly<Record<string, string>>): string {
	const rows = Object.entries(excluded).map(([id, reason]) => `<li>${escapeHtml(id)}: ${escapeHtml(reason)}.</li>`);
	return rows.length === 0 ? "" : `<h2 id="left-out">What these data do not allow</h2>\n<ul>${rows.join("")}</ul>`;
}

function section(figure: Figure): string {
	const { id, title, alt } = figure;
	return `<section id="${id}" aria-labelledby="${id}-heading">
<h3 class="unseen" id="${id}-heading">${escapeHtml(title)}</h3>
<figure>
<div class="chart" data-figure="${id}" tabindex="0" role="img" aria-label="${escapeHtml(alt)}" style="min-height:${figure.layout.height}px"><noscript><img src="${id}.svg" alt="${escapeHtml(alt)}"></noscript></div>
<figcaption class="links"><a href="${id}.svg">SVG</a> · <a href="${id}.png">PNG</a> · <a href="${id}.csv">CSV</a> · <a href="${id}.html">alone</a></figcaption>
</figure>
${notesHtml(figure)}
<details><summary>The numbers behind it</summary>
${tableHtml(figure, rowsShown)}
</details>
</section>`;
}
