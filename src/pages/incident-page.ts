import { countLabel } from "../charts/parts/labels.js";
import { disputedVerdicts } from "../claims/disputed-verdicts.js";
import { evidenceOfQuestions } from "../claims/evidence.js";
import { type IncidentStatus, statusOfIncidents } from "../claims/incident-status.js";
import { type Side, sideOf, sourcesById } from "../claims/sides.js";
import { claimTable } from "../claims/tables.js";
import { scriptJson } from "../draw/html.js";
import { pointOf } from "../location/incidents.js";
import { type RelatedIncident, relatedTo } from "../location/related-incidents.js";
import { groupBy } from "../records/group-by.js";
import type { Claim, Dossier, Incident, Proposition, Region, Source } from "../records/records.js";
import { claimTimeline } from "../reliability/questions/claim-timeline.js";
import { borderSketch, boxOf, placeMark } from "./border-sketch.js";
import { citationOf, type Edition } from "./citation.js";
import { citationBlock } from "./citation-block.js";
import { claimReviews } from "./claim-review.js";
import {
	areaNames,
	creditSentence,
	datePrecision,
	dateText,
	daysApartText,
	distanceText,
	incidentName,
	kindNames,
	placeName,
	placePrecision,
	statusNames,
} from "./labels.js";
import { html, type Markup, page } from "./markup.js";
import { questionChanges } from "./question-changes.js";
import { questionSection } from "./question-section.js";
import { pageStyle } from "./style.js";

/** Where the page of an incident lies, from the folder of the charts. */
export const incidentFile = (incident_id: string): string => `incident/${incident_id}.html`;

const mapHeight = 340;
/** Related incidents shown before the fold. */
const relatedShown = 8;
/** Related incidents listed at all: beyond that a page would list much of the data, and the browser serves better. */
const relatedListed = 60;
/** The day on which the Taliban took Kabul: from then on there are two states at the border. */
const republicEnded = "2021-08-15";

/**
 * A page for every incident: its id, and what makes the page, which may throw for this one alone. A page needs no script
 * and no other file; its links lead to the pages beside it and to the sources.
 */
export function* incidentPages(
	dossier: Dossier,
	edition: Edition,
): Generator<readonly [incident_id: string, make: () => string]> {
	const questions = groupBy(dossier.propositions, ({ incident_id }) => incident_id);
	const claims = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	const statuses = statusOfIncidents(dossier);
	const ordered = [...dossier.incidents].sort(
		(a, b) => compare(a.date_start, b.date_start) || compare(a.incident_id, b.incident_id),
	);
	const mapOf = mapsOf(dossier);
	const partOf = partsOf(dossier);
	const related = relatedTo(dossier.incidents);
	const byId = new Map(dossier.incidents.map((row) => [row.incident_id, row]));
	for (const [index, incident] of ordered.entries()) {
		// Whether it happened comes first, for all else depends on it.
		const asked = questions.get(incident.incident_id) ?? [];
		const own = [...asked].sort((a, b) => Number(b.key === "occurred") - Number(a.key === "occurred"));
		const ownClaims = own.flatMap(({ proposition_id }) => claims.get(proposition_id) ?? []);
		const neighbours = [ordered[index - 1], ordered[index + 1]] as const;
		yield [
			incident.incident_id,
			() =>
				incidentPage(
					// The measures of a question look at its own rows only, so that a page costs what it shows.
					partOf(incident, own, ownClaims),
					{
						incident,
						edition,
						neighbours,
						status: statuses.get(incident.incident_id) ?? "not_asked",
						map: mapOf(incident),
						related: related(incident).map((row) => ({ ...row, other: byId.get(row.incident_id) as Incident })),
					},
				),
		];
	}
}

/** The rows of a dossier that the page of one incident needs. */
function partsOf(
	dossier: Dossier,
): (incident: Incident, propositions: readonly Proposition[], claims: readonly Claim[]) => Dossier {
	const sources = sourcesById(dossier);
	const decisive = groupBy(dossier.verdict_basis, ({ claim_id }) => claim_id);
	const readings = groupBy(dossier.readings, ({ proposition_id }) => proposition_id);
	return (incident, propositions, claims) => {
		const named = claims.flatMap(({ source_id, via_source_id, reported_by }) => [
			source_id,
			via_source_id,
			reported_by,
		]);
		const own = new Map<string, Source>();
		// Up to the institution that a source belongs to.
		for (let next of named)
			while (next !== null && !own.has(next)) {
				const source = sources.get(next);
				if (source !== undefined) own.set(next, source);
				next = source?.parent_id ?? null;
			}
		return {
			...dossier,
			incidents: [incident],
			propositions,
			claims,
			sources: [...own.values()],
			verdict_basis: claims.flatMap(({ claim_id }) => decisive.get(claim_id) ?? []),
			readings: propositions.flatMap(({ proposition_id }) => readings.get(proposition_id) ?? []),
		};
	};
}

/** What stands in place of the page of an incident that could not be made, so that no link leads nowhere. */
export const missingPage = (incident_id: string, reason: string): string =>
	page({
		title: `${incident_id} · border-incidents`,
		description: "This page could not be made.",
		style: pageStyle,
		body: html`<header><nav aria-label="Pages"><a href="../index.html">Front page</a> <a href="../incidents.html">All incidents</a></nav></header>
<main id="main"><h1>${incident_id}</h1><p>This page could not be made: ${reason}. The next run tries again.</p></main>`,
	});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface IncidentParts {
	readonly incident: Incident;
	readonly edition: Edition;
	/** The incidents before and after it. */
	readonly neighbours: readonly [Incident | undefined, Incident | undefined];
	readonly status: IncidentStatus;
	readonly map: Markup;
	readonly related: readonly Related[];
}

interface Related extends RelatedIncident {
	readonly other: Incident;
}

function incidentPage(dossier: Dossier, parts: IncidentParts): string {
	const { incident, edition, neighbours, status, map, related } = parts;
	const { incident_id, summary, side_a, side_b, date_start, frontier } = incident;
	const file = incidentFile(incident_id);
	const title = `${incidentName(incident, dossier.region)}, ${dateText(incident)}`;
	const rows = groupBy(claimTable(dossier, incident_id), ({ proposition_id }) => proposition_id);
	const evidence = evidenceOfQuestions(dossier);
	const changes = questionChanges(dossier, incident_id);
	const disputed = new Map(disputedVerdicts(dossier).map((row) => [row.proposition_id, row.label]));
	const sections = dossier.propositions.map((question, index) => {
		const { proposition_id } = question;
		const found = evidence.get(proposition_id);
		return (
			found &&
			questionSection({
				question,
				anchor: anchorOf(index),
				claims: (rows.get(proposition_id) ?? []).map((row, place) => ({ ...row, number: place + 1 })),
				answers: claimTimeline(dossier, proposition_id).answers,
				evidence: found,
				changes: changes.get(proposition_id) ?? [],
				disputed: disputed.get(proposition_id) ?? null,
				concerned: concernedSides(dossier, date_start, frontier),
			})
		);
	});
	const parties = [side_a, side_b].filter((side) => side !== null);
	const areas = areaNames(incident, dossier.region);
	const body = html`<header><nav aria-label="Pages"><a href="../index.html">Front page</a> <a href="../incidents.html">All incidents</a></nav></header>
<main id="main">
<h1><span dir="auto">${kindNames[incident.kind]}: <bdi>${placeName(incident, dossier.region)}</bdi></span> <span class="soft">${dateText(incident)}</span></h1>
<p class="lead" dir="auto">${summary}</p>
<div class="beside">
<dl class="facts">
<dt>Date</dt><dd>${dateText(incident)}<span class="note">${datePrecision(incident)}</span></dd>
<dt>Place</dt><dd><bdi>${placeName(incident, dossier.region)}</bdi>${areas === "" ? null : html`<br>${areas}`}<span class="note">${placePrecision(incident.geo_precision)}</span></dd>
${parties.length === 0 ? null : html`<dt>Parties</dt><dd>${parties.map((party, index) => html`${index > 0 ? " · " : null}<bdi>${party}</bdi>`)}</dd>`}
<dt>Did it happen?</dt><dd><strong>${statusNames[status]}</strong><span class="note">Verification status: the verdict on the question whether it happened.</span></dd>
<dt>Data</dt><dd>${countLabel(dossier.propositions.length, "question")}, ${countLabel(dossier.claims.length, "claim")}, version ${dossier.fingerprint}</dd>
</dl>
${map}
</div>
${contents(dossier.propositions)}
${sections.map((section) => section ?? null)}
${relatedSection(incident, related, dossier.region)}
${citationBlock(citationOf(title, file, edition, dossier))}
<nav class="around" aria-label="Incidents before and after">${neighbours.map((other, index) => other && html`<a href="${other.incident_id}.html">${index === 0 ? "Earlier" : "Later"}: ${incidentName(other, dossier.region)}, ${dateText(other)}</a> `).map((link) => link ?? null)}</nav>
</main>
<footer><p>border-incidents ${edition.version}, data ${dossier.fingerprint}${dossier.filter ? `, filter: ${dossier.filter.text}` : ""}. Verdicts are the coders' judgement by written rules.${edition.author === null ? "" : " Language models coded them and no person has checked them yet."}${creditSentence(dossier)}</p></footer>`;
	const reviews = dossier.propositions.flatMap((question) =>
		claimReviews(question, claimsOn(dossier.claims, question), dossier, { file, author: edition.author }),
	);
	return page({
		title: `${title} · border-incidents`,
		description: summary,
		style: pageStyle,
		body,
		data: reviews.length === 0 ? [] : [{ id: "reviews", type: "application/ld+json", json: scriptJson(reviews) }],
	});
}

const anchorOf = (index: number): string => `question-${index + 1}`;
const claimsOn = (claims: readonly Claim[], { proposition_id }: Proposition): Claim[] =>
	claims.filter((claim) => claim.proposition_id === proposition_id);

/** The sides of the states at the border where and when an incident was; none where no source is of such a side. */
function concernedSides({ region, sources }: Dossier, day: string, frontier: string): readonly Side[] {
	if (sources.every(({ alignment }) => sideOf(alignment) === "third_party")) return [];
	if (frontier !== region.code) return ["iran_state"];
	return day < republicEnded ? ["afghan_republic", "iran_state", "taliban"] : ["iran_state", "taliban"];
}

function contents(questions: readonly Proposition[]): Markup | null {
	if (questions.length === 0) return html`<p>No question about this incident is recorded.</p>`;
	if (questions.length === 1) return null;
	return html`<nav class="contents" aria-label="Questions"><h2>${countLabel(questions.length, "question")}</h2><ol>${questions.map(
		({ text, verdict_status }, index) =>
			html`<li><a href="#${anchorOf(index)}" dir="auto">${text}</a> <span class="tag">${verdict_status}</span></li>`,
	)}</ol></nav>`;
}

function relatedSection(incident: Incident, related: readonly Related[], region: Region): Markup {
	const item = ({ incident_id, distance_km, days_apart, is_near, other }: Related) =>
		html`<li><a href="${incident_id}.html"><bdi>${incidentName(other, region)}</bdi>, ${dateText(other)}</a> <span class="soft">${daysApartText(days_apart)}${is_near && distance_km !== null ? `, ${distanceText(distance_km)} away` : ""}</span></li>`;
	const list = (heading: string, rows: typeof related) => {
		const items = rows.slice(0, relatedListed).map(item);
		const rest = items.slice(relatedShown);
		const more = rows.length - items.length;
		return html`<h3>${heading} (${rows.length})</h3>
${rows.length === 0 ? html`<p>None.</p>` : html`<ul>${items.slice(0, relatedShown)}</ul>`}
${rest.length === 0 ? null : html`<details><summary>${countLabel(rest.length, "more incident")}</summary><ul>${rest}</ul></details>`}${
	more > 0 && html`<p>${countLabel(more, "more incident")}: see <a href="../incidents.html">all incidents</a>.</p>`
}`;
	};
	return html`<section id="related" aria-labelledby="related-heading">
<h2 id="related-heading">Related incidents</h2>
${list(
	"Within 14 days",
	related.filter(({ is_soon }) => is_soon),
)}
${
	pointOf(incident) === null
		? html`<p>This incident has no point, so incidents at the same place cannot be listed.</p>`
		: list(
				"Within 25 km",
				related.filter(({ is_near }) => is_near),
			)
}
</section>`;
}

/** The map of an incident: the border, the crossings and its mark, or a sentence that says why there is none. */
function mapsOf(dossier: Dossier): (incident: Incident) => Markup {
	const points = dossier.incidents.flatMap((each) => {
		const point = pointOf(each);
		return point === null ? [] : [point];
	});
	const whole = boxOf(dossier.border.length > 0 ? dossier.border : points);
	if (whole === null) return () => html`<p class="note">No map: the data have no border line and no point.</p>`;
	const usual = borderSketch(dossier, whole, mapHeight);
	const [west, south, east, north] = whole;
	return (incident) => {
		const point = pointOf(incident);
		const isInside = point === null || (point[0] > west && point[0] < east && point[1] > south && point[1] < north);
		const sketch = isInside ? usual : borderSketch(dossier, boxOf([...dossier.border, point]) ?? whole, mapHeight);
		const words =
			point === null
				? `Map of the border without a mark. ${placePrecision(incident.geo_precision)}`
				: `Map of the border with the incident at ${point[1]}° N, ${point[0]}° E. ${placePrecision(incident.geo_precision)}`;
		const caption =
			point === null
				? "No mark: the place has no point."
				: {
						exact: "Dot: the place.",
						locality: "Ring: the named place.",
						district: "Dashed circle: somewhere in this area.",
					}[incident.geo_precision as "exact" | "locality" | "district"];
		return html`<figure class="map"><svg role="img" aria-label="${words}" viewBox="0 0 ${sketch.width} ${sketch.height}" width="${sketch.width}" height="${sketch.height}">${sketch.base}${placeMark(sketch, incident)}${sketch.names}</svg><figcaption>${caption} Squares: official crossings.</figcaption></figure>`;
	};
}
