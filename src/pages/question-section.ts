import { countLabel, dayLabel, joinList, sourceKindLabels, wordFor } from "../charts/parts/labels.js";
import { answersLabel, verdictLabel } from "../charts/reliability/claim-timeline-labels.js";
import { basisLabels, sideLabels } from "../charts/reliability/labels.js";
import { valueLabel } from "../claims/answers.js";
import type { QuestionEvidence } from "../claims/evidence.js";
import { isResolved } from "../claims/resolved.js";
import type { Side } from "../claims/sides.js";
import type { Proposition } from "../records/records.js";
import { claimMarks, marksLegend, type NumberedClaim } from "./claim-marks.js";
import { stanceNames } from "./labels.js";
import { html, type Markup, webLink } from "./markup.js";

/** One question of an incident with all that its section of the page shows. */
export interface QuestionParts {
	readonly question: Proposition;
	/** Anchor on the page. */
	readonly anchor: string;
	readonly claims: readonly NumberedClaim[];
	/** Original sources and reports for each answer. */
	readonly answers: Parameters<typeof answersLabel>[0]["answers"];
	readonly evidence: QuestionEvidence;
	/** Sentences on what changed from day to day. */
	readonly changes: readonly string[];
	/** What each reader made of it, where two readers differ; else `null`. */
	readonly disputed: string | null;
	/** The sides of the states that the question concerns. */
	readonly concerned: readonly Side[];
}

/** The section of one question: verdict, timeline, claims, changes and what would resolve it. */
export function questionSection(parts: QuestionParts): Markup {
	const { question, anchor, claims, answers, changes, disputed } = parts;
	const { text, verdict_status, verdict_value, verdict_confidence, verdict_basis, verdict_decided_on } = question;
	const verdict = verdict_value === null ? null : valueLabel(verdict_value);
	return html`<section id="${anchor}" aria-labelledby="${anchor}-heading">
<h2 id="${anchor}-heading" dir="auto">${text}</h2>
<dl class="facts">
<dt>Verdict</dt><dd><strong>${verdictLabel({ verdict_status, verdict })}</strong></dd>
${disputed !== null && html`<dt>Disputed</dt><dd dir="auto"><span class="tag">disputed verdict</span> Readers of the evidence differ: ${disputed}.</dd>`}
<dt>Confidence</dt><dd>${verdict_confidence ?? "not given"}</dd>
${verdict_decided_on === null ? null : html`<dt>Decided on</dt><dd>${dayLabel(verdict_decided_on)}</dd>`}
<dt>Why</dt><dd dir="auto">${verdict_basis ?? "No reason is given."}</dd>
<dt>Answers</dt><dd>${claims.length === 0 ? "No claim is recorded." : `${answersLabel({ answers })}.`}</dd>
</dl>
${claims.length === 0 ? null : claimsBlock(parts)}
<h3>What changed over time</h3>
${listOf(changes, "No source changed its answer, and the answer that most original sources give stayed the same.")}
<h3>${isResolved(question) ? "What the verdict depends on" : "What would resolve it"}</h3>
${listOf(resolvingSentences(parts), "")}
</section>`;
}

function listOf(sentences: readonly string[], otherwise: string): Markup {
	if (sentences.length === 0) return html`<p>${otherwise}</p>`;
	return html`<ul>${sentences.map((sentence) => html`<li dir="auto">${sentence}</li>`)}</ul>`;
}

function claimsBlock({ claims, question, anchor }: QuestionParts): Markup {
	const name = anchor.replace("-", " ");
	return html`<figure>
<div class="scroll" tabindex="0" role="region" aria-label="Timeline of claims, ${name}">${claimMarks(claims, question.text)}</div>
<figcaption>${marksLegend(claims)}</figcaption>
</figure>
<div class="scroll" tabindex="0" role="region" aria-label="Table of claims, ${name}"><table class="claims">
<caption>${countLabel(claims.length, "claim")}, earliest first</caption>
<thead><tr><th scope="col">No.</th><th scope="col">Day</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Evidence</th><th scope="col">Repeated from</th><th scope="col">Page</th></tr></thead>
<tbody>
${claims.map((claim) => claimRow(claim, `${anchor}-${claim.number}`))}
</tbody></table></div>`;
}

function claimRow(claim: NumberedClaim, id: string): Markup {
	const { number, published_on, source, source_kind, side, stance, answer, basis, is_decisive, url, note } = claim;
	const kind = source_kind === null ? "" : `, ${sourceKindLabels[source_kind].toLowerCase()}`;
	return html`<tr id="${id}"><td>${number}</td><td>${published_on === null ? "no day" : dayLabel(published_on)}</td><td><bdi>${source}</bdi><span class="soft"> (${sideLabels[side]}${kind})</span></td><td>${stanceNames[stance]}: <b dir="auto">${answer}</b>${
		is_decisive ? html` <span class="tag">decisive</span>` : null
	}${note === null ? null : html`<span class="note" dir="auto">${note}</span>`}</td><td>${basisLabels[basis]}</td><td>${repeatedFrom(claim)}</td><td>${webLink(url) ?? html`<span class="soft">no address</span>`}</td></tr>\n`;
}

function repeatedFrom({ stance, original_source, reported_by }: NumberedClaim): Markup {
	const original =
		stance !== "repeats" ? null : original_source === null ? "source not named" : html`<bdi>${original_source}</bdi>`;
	const page = reported_by === null ? null : html`<span class="soft">reported by <bdi>${reported_by}</bdi></span>`;
	return html`${original}${original !== null && page !== null ? "; " : null}${page}`;
}

/** By the rules of the verdicts in the codebook: what an unresolved question lacks, or what a verdict depends on. */
function resolvingSentences({ question, claims, evidence, answers, concerned }: QuestionParts): string[] {
	const decisive = claims.filter(({ is_decisive }) => is_decisive).map(({ number }) => `${number}`);
	const depends =
		decisive.length === 0
			? []
			: [
					`${wordFor(decisive.length, "Claim", "Claims")} ${joinList(decisive)} ${wordFor(decisive.length, "is", "are")} decisive: without ${wordFor(decisive.length, "it", "them")} the verdict would be another.`,
				];
	if (isResolved(question)) return depends.length > 0 ? depends : ["No single claim is recorded as decisive."];
	const silent = concerned.filter((side) => !evidence.sides.includes(side)).map((side) => sideLabels[side]);
	const given = answers.filter(({ answer, original_sources }) => answer !== "no answer" && original_sources > 0);
	return [
		...(silent.length === 0
			? []
			: [
					`An answer from ${wordFor(silent.length, "this side", "these sides")}, of which none is recorded: ${joinList(silent)}.`,
				]),
		...(evidence.original_sources < 2
			? [
					evidence.original_sources === 0
						? "Two independent original sources that agree: none is recorded."
						: "A second independent original source: only one gives an answer.",
				]
			: []),
		...(question.verdict_status === "announced"
			? ["A check by another source: so far only the side whose own act it is has announced it."]
			: []),
		...(given.length > 1
			? [`Agreement among those who give different answers: ${answersLabel({ answers: given })}.`]
			: []),
		...(evidence.has_record
			? ["A court decision, or a check of the video or document that a claim relies on."]
			: ["A verified video, a document or a court decision: no claim relies on one."]),
		...depends,
	];
}
