import { catalogue } from "../charts/catalogue.js";
import { leadCharts, summaries } from "../charts/findings.js";
import { glossaryOf } from "../charts/glossary.js";
import { type Figure, type Subject, subjects } from "../charts/parts/frame.js";
import { countLabel, dayLabel } from "../charts/parts/labels.js";
import { NotEnoughDataError } from "../records/not-enough-data.js";
import type { Dossier, Region } from "../records/records.js";
import { citationOf, type Edition } from "./citation.js";
import { citationBlock } from "./citation-block.js";
import { frontScript, frontStyle } from "./front-page-parts.js";
import { creditSentence } from "./labels.js";
import { html, type Markup, page } from "./markup.js";
import { pageStyle } from "./style.js";

const questions: Readonly<Record<Subject, string>> = {
	frequency: "How often?",
	location: "Where?",
	reliability: "How reliable are the reports?",
};
const frontQuestion = ({ name }: Region): string =>
	`How often do incidents happen on the ${name}, where, and how reliable are the reports about them?`;

/** What the front page shows of a run. */
export interface FrontParts {
	/** Charts that were drawn; the files of each lie beside the page. */
	readonly figures: readonly Figure[];
	/** Why a chart or a page is not there, by its id. */
	readonly excluded: Readonly<Record<string, string>>;
}

/**
 * The front page: the question, a finding of each subject, every chart as a card, and what a reader must know of them.
 * Charts are shown as images, so that no plotly.js is loaded; the search over their titles is the only script.
 *
 * @throws whatever a summary throws but `NotEnoughDataError`
 */
export function frontPage(dossier: Dossier, edition: Edition, { figures, excluded }: FrontParts): string {
	const body = html`<main id="main">
<h1>${frontQuestion(dossier.region)}</h1>
<p class="lead">${sizeText(dossier)}${dossier.filter ? ` Filter: ${dossier.filter.text}.` : ""}</p>
<p><a class="button" href="incidents.html">Browse all ${countLabel(dossier.incidents.length, "incident")}: table, map and timeline</a></p>
<nav aria-label="Contents"><a href="#findings">Findings</a> <a href="#charts">Charts</a> ${
		Object.keys(excluded).length > 0 && html`<a href="#not-drawn">Not drawn</a> `
	}<a href="#glossary">Glossary</a> <a href="#made">How it was made</a> <a href="#cite">Cite</a></nav>
<section id="findings" aria-labelledby="findings-heading">
<h2 id="findings-heading">Findings</h2>
${subjects.map((subject) => finding(subject, figures, dossier))}
</section>
${chartSection(figures)}
${notDrawn(excluded)}
<section id="glossary" aria-labelledby="glossary-heading">
<h2 id="glossary-heading">Glossary</h2>
<dl class="terms">${glossaryOf(dossier.region).map(({ term, meaning }) => html`<dt>${term}</dt><dd>${meaning}</dd>`)}</dl>
</section>
${made(edition)}
${citationBlock(citationOf(frontQuestion(dossier.region), "index.html", edition, dossier))}
</main>
<footer><p>border-incidents ${edition.version}, data ${dossier.fingerprint}. <a href="manifest.json">All files of this folder</a>.${creditSentence(dossier)}</p></footer>`;
	return page({
		title: `${dossier.region.name} incidents: findings and charts`,
		description: frontQuestion(dossier.region),
		style: pageStyle + frontStyle,
		body,
		script: frontScript,
	});
}

/** How large the data are, and which days they cover. */
function sizeText({ incidents, propositions, claims, sources, observation }: Dossier): string {
	const counts = [
		countLabel(incidents.length, "incident"),
		countLabel(propositions.length, "question"),
		countLabel(claims.length, "claim"),
		countLabel(sources.length, "source"),
	];
	return `The data: ${counts.join(", ")}, from ${dayLabel(observation.observed_from)} to ${dayLabel(observation.observed_to)}.`;
}

/** The lead chart of a subject, or its first one, with the answer in sentences. */
function finding(subject: Subject, figures: readonly Figure[], dossier: Dossier): Markup {
	const own = figures.filter((figure) => figure.subject === subject);
	const lead = own.find(({ id }) => id === leadCharts[subject]) ?? own[0];
	const heading = html`<h3 class="subject">${questions[subject]}</h3>`;
	if (lead === undefined) return html`<article>${heading}<p>These data allow no chart on this question.</p></article>`;
	const { id, title, alt, layout } = lead;
	return html`<article>${heading}
<div class="answer"><p class="finding" dir="auto"><a href="${id}.html">${title}</a></p>
${sentencesOf(subject, dossier).map((sentence) => html`<p dir="auto">${sentence}</p>`)}</div>
<figure><img src="${id}.svg" alt="${alt}" width="${layout.width ?? null}" height="${layout.height ?? null}"><figcaption>${fileLinks(id)}</figcaption></figure>
</article>
`;
}

function sentencesOf(subject: Subject, dossier: Dossier): readonly string[] {
	try {
		return summaries[subject](dossier).sentences;
	} catch (error) {
		if (error instanceof NotEnoughDataError) return [`No answer in numbers: ${error.message}.`];
		throw error;
	}
}

const fileLinks = (id: string): Markup =>
	html`<a href="${id}.html">Interactive chart and notes</a> · <a href="${id}.svg">SVG</a> · <a href="${id}.png">PNG</a> · <a href="${id}.csv">CSV</a>`;

/** Every chart as a card: those that answer the main questions, the others of a subject under a fold. */
function chartSection(figures: readonly Figure[]): Markup {
	const byId = new Map(figures.map((figure) => [figure.id, figure]));
	const cardsOf = (subject: Subject, level: "core" | "depth") =>
		catalogue
			.filter((entry) => entry.subject === subject && entry.level === level)
			.flatMap(({ id, question }) => {
				const figure = byId.get(id);
				return figure === undefined ? [] : [card(figure, question)];
			});
	return html`<section id="charts" aria-labelledby="charts-heading">
<h2 id="charts-heading">All ${countLabel(figures.length, "chart")}</h2>
<form id="search" role="search" hidden><label>Search the titles <input type="search" name="q" autocomplete="off" dir="auto"></label> <span id="found" role="status"></span></form>
${subjects.map((subject) => {
	const [core, depth] = [cardsOf(subject, "core"), cardsOf(subject, "depth")];
	return html`<section class="group" aria-labelledby="${subject}"><h3 id="${subject}">${questions[subject]}</h3>
${core.length > 0 && html`<ul class="cards">${core}</ul>`}
${depth.length > 0 && html`<details><summary>${countLabel(depth.length, "more chart")} on this question</summary><ul class="cards">${depth}</ul></details>`}
</section>
`;
})}</section>`;
}

function card({ id, title, alt, layout }: Figure, question: string): Markup {
	return html`<li class="card"><img src="${id}.svg" alt="${alt}" loading="lazy" width="${layout.width ?? null}" height="${layout.height ?? null}"><p class="about">${question}</p><p class="title" dir="auto"><a href="${id}.html">${title}</a></p><p class="files"><a href="${id}.svg" aria-label="SVG of ${id}">SVG</a> · <a href="${id}.png" aria-label="PNG of ${id}">PNG</a> · <a href="${id}.csv" aria-label="CSV of ${id}">CSV</a></p></li>
`;
}

function notDrawn(excluded: Readonly<Record<string, string>>): Markup | null {
	const reasons = Object.entries(excluded).map(([id, reason]) => html`<li>${id}: ${reason}.</li>`);
	return reasons.length === 0
		? null
		: html`<section id="not-drawn" aria-labelledby="not-drawn-heading"><h2 id="not-drawn-heading">What is not drawn, and why</h2><ul>${reasons}</ul></section>`;
}

/** How the data came about, and what they cannot say. Of a reader's own data only what holds for all. */
function made({ author }: Edition): Markup {
	const own =
		author !== null &&
		html`<p>Language models searched for reports, coded the rows and reached the verdicts by written rules. No person has checked them yet.</p>`;
	return html`<section id="made" aria-labelledby="made-heading">
<h2 id="made-heading">How it was made, and its limits</h2>
<p>Every claim is recorded with its source, its day and the source that it repeats. A claim is compared with the verdict on its question, if there is one. Titles and numbers are computed from the data. Each chart's page has its notes, its method and every number.</p>
${own}
<ul>
<li>The charts count reported incidents. A month without incidents can be a month without reports.</li>
<li>Few questions are resolved, and they were chosen because they are disputed. A low accuracy does not show intent to mislead.</li>
<li>Incidents on other borders and aggregate reports over several months are excluded from the counts.</li>
<li>Claims about one incident are correlated. Titles call two groups different only if the difference holds with clustering.</li>
</ul>
</section>`;
}
