import { knownOptions } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import { resampling } from "../../reliability/resampling.js";
import type { Circular } from "../../reliability/truth/method-answers.js";
import { compareMethods, type MethodComparison, type MethodRow } from "../../reliability/truth/method-comparison.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { beside, columnHead } from "../parts/columns-beside.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { hoverCard } from "../parts/hover-card.js";
import {
	captionLabel,
	countLabel,
	excludedLabel,
	joinList,
	percentLabel,
	percentRange,
	wordFor,
} from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { shareAxis } from "../parts/share-axis.js";
import { methodLabel } from "./truth-labels.js";

/** Options of `truthMethods`. */
export interface TruthMethodsOptions {
	/** `exclude` (default): dots without circular verdicts, diamonds with them; `include`: the other way round. */
	readonly circular?: Circular;
}

/** What the chart cannot be drawn without. */
export const truthMethodsNeeds: readonly Need[] = [aClaim];

const rowHeight = 25;

/** Everything the chart shows, computed with the same options. */
function numbersOf(dossier: Dossier, { circular = "exclude" }: TruthMethodsOptions) {
	const main = compareMethods(dossier, { circular });
	const other = compareMethods(dossier, { circular: circular === "exclude" ? "include" : "exclude" });
	const vote = main.methods[0];
	if (vote === undefined)
		throw new NotEnoughDataError(
			circular === "exclude"
				? "no resolved question has an answer by a source on which the verdict does not rely"
				: "no resolved question has an answer",
		);
	if (vote.incidents < resampling.minimumIncidents)
		throw new NotEnoughDataError(
			`only ${countLabel(vote.incidents, "incident")} with an answered resolved question: to compare methods takes ${resampling.minimumIncidents}`,
		);
	const better = ({ methods }: MethodComparison) =>
		methods.filter(({ against_vote }) => against_vote === "better").map(({ method }) => method);
	return {
		main,
		other: new Map(other.methods.map((row) => [row.method, row])),
		vote,
		// Better only where the strict test says so both with and without circular verdicts.
		better: better(main).filter((method) => better(other).includes(method)),
		level: percentLabel(main.level),
	};
}
type Numbers = ReturnType<typeof numbersOf>;

const circularLabel = (circular: Circular): string => `circular claims ${circular}d`;
const opposite = (circular: Circular): Circular => (circular === "exclude" ? "include" : "exclude");
const outcomesLabel = ({ right, wrong, tied }: MethodRow): string => `${right} · ${wrong} · ${tied}`;

/** A difference of shares in percentage points, with its sign. */
const points = (difference: number): string => {
	const whole = Math.round(100 * difference);
	return whole === 0 ? "0" : `${whole > 0 ? "+" : "−"}${Math.abs(whole)}`;
};

const overVote = ({ over_vote, over_vote_low, over_vote_high, against_vote }: MethodRow): string =>
	over_vote_low === null || over_vote_high === null
		? `${points(over_vote)}, too few to compare`
		: `${points(over_vote)} (${points(over_vote_low)} to ${points(over_vote_high)})${against_vote === "not_different" ? "" : ` ${against_vote}`}`;

const hover = (row: MethodRow, circular: Circular, level: string): string =>
	hoverCard(methodLabel(row.method), [
		["agrees with the verdict", `${percentLabel(row.share)} of ${row.n} questions`],
		[
			`${level} interval`,
			row.low === null || row.high === null ? "too few incidents" : percentRange(row.low, row.high),
		],
		["right, wrong, tied", `${row.right}, ${row.wrong}, ${row.tied}`],
		["right on disputed questions", `${row.disputed_right} of ${row.disputed}`],
		["verdicts", circularLabel(circular)],
	]);

/**
 * How often each truth method agrees with the verdicts of people: share of resolved questions with 95% intervals
 * clustered by incident, and the difference from a simple vote in percentage points. Excludes claims of sources on whose
 * claim the verdict relies, or includes them.
 *
 * @throws NotEnoughDataError where no resolved question has an answer
 * @throws `unknown circular: maybe (known: exclude, include)`
 * @example
 * charts.truthMethods(loadDossier()).id // → "truth-methods"
 */
export function truthMethods(dossier: Dossier, options: TruthMethodsOptions = {}): Figure {
	knownOptions(options, ["circular"]);
	requireData(dossier, truthMethodsNeeds);
	const numbers = numbersOf(dossier, options);
	const { main, other, vote, level } = numbers;
	const provenance = provenanceOf(dossier);
	// Plotly counts upwards, and the vote is at the top.
	const rows = [...main.methods].reverse();
	const y = (row: MethodRow) => rows.indexOf(row);
	const colourOf = (row: MethodRow) => (row === vote ? colours.highlight : colours.incident);
	const compared = rows.filter(({ method }) => other.has(method));
	const otherOf = ({ method }: MethodRow) => other.get(method) as MethodRow;
	return frame(
		{
			id: "truth-methods",
			subject: "reliability",
			plotHeight: rows.length * rowHeight,
			data: [
				...rows
					.filter(({ low }) => low !== null)
					.map((row) => ({
						type: "scatter" as const,
						mode: "lines" as const,
						x: [row.low, row.high],
						y: [y(row), y(row)],
						line: { color: colourOf(row), width: 4 },
						opacity: 0.45,
						hoverinfo: "skip" as const,
					})),
				{
					type: "scatter",
					mode: "markers",
					x: compared.map((row) => otherOf(row).share),
					y: compared.map(y),
					cliponaxis: false,
					marker: { size: 9, symbol: "diamond-open", color: ink.soft, line: { width: 1.5 } },
					hoverinfo: "text",
					hovertext: compared.map((row) => hover(otherOf(row), opposite(main.circular), level)),
				},
				{
					type: "scatter",
					mode: "markers",
					x: rows.map(({ share }) => share),
					y: rows.map(y),
					cliponaxis: false,
					marker: { size: 11, color: rows.map(colourOf) },
					hoverinfo: "text",
					hovertext: rows.map((row) => hover(row, main.circular, level)),
				},
			],
			layout: {
				margin: { l: 192, r: 326, t: 26, b: 34 },
				xaxis: { ...shareAxis, range: [0, 1.01] },
				yaxis: {
					range: [-0.6, rows.length - 0.4],
					tickvals: rows.map(y),
					ticktext: rows.map(({ method }) => methodLabel(method)),
					showgrid: false,
					zeroline: false,
				},
				shapes: [
					{
						type: "line",
						x0: vote.share,
						x1: vote.share,
						y0: -0.6,
						y1: rows.length - 0.4,
						line: { color: colours.highlight, width: 1, dash: "dot" },
						layer: "below",
					},
				],
				annotations: [
					...rows.map((row) => beside(y(row), String(row.n), 14)),
					...rows.map((row) => beside(y(row), outcomesLabel(row), 54)),
					...rows.map((row) => beside(y(row), row === vote ? "–" : overVote(row), 160)),
					...[
						columnHead("n", 14),
						columnHead("right · wrong · tied", 54),
						columnHead("points more than the vote", 160),
					],
				],
			},
			table: main.methods.map((row) => {
				const beside = other.get(row.method);
				const name = opposite(main.circular) === "include" ? "circular_included" : "circular_excluded";
				return {
					...row,
					[`n_${name}`]: beside?.n ?? null,
					[`share_${name}`]: beside?.share ?? null,
					[`over_vote_${name}`]: beside?.over_vote ?? null,
					[`against_vote_${name}`]: beside?.against_vote ?? null,
				};
			}),
		},
		{
			title: titleOf(numbers),
			subtitle: `Agreement with verdicts, % of resolved questions, ${level} interval; ${circularLabel(main.circular)} (diamonds: ${opposite(main.circular)}d)`,
			caption: captionLabel(
				provenance,
				`${countLabel(vote.n, "resolved question")}, ${countLabel(main.used, "claim")}`,
				main.excluded,
				{ singular: "claim" },
			),
			notes: notesOf(numbers),
			alt: altOf(numbers),
		},
		provenance,
	);
}

/** Names a method as better only where the strict test says so with and without circular verdicts. */
function titleOf({ better }: Numbers): string {
	if (better.length === 0) return "No truth method agrees with the verdicts more often than a simple vote";
	if (better.length > 2) return `${better.length} truth methods agree with the verdicts more often than a simple vote`;
	return `${joinList(better.map(methodLabel))} ${wordFor(better.length, "agrees", "agree")} with verdicts more often than a vote`;
}

function altOf({ main, other, vote, level }: Numbers): string {
	const shares = main.methods.map(
		({ method, share, n }) => `${methodLabel(method)} ${percentLabel(share)}${n === vote.n ? "" : ` (n = ${n})`}`,
	);
	const otherVote = other.get(vote.method);
	return `Share of resolved questions on which each method agrees with the verdict, with ${level} intervals, n = ${vote.n}: ${shares.join(", ")}. With ${circularLabel(opposite(main.circular))} the vote agrees with ${otherVote ? percentLabel(otherVote.share) : "none"}.`;
}

function notesOf({ main, vote, level }: Numbers): string[] {
	const out = main.excluded.reduce((sum, { n }) => sum + n, 0);
	const { resolved, without_claim, no_right_answer, circular } = main;
	return [
		`Of ${countLabel(main.used + out, "claim")}, ${main.used} ${wordFor(main.used, "is", "are")} used and ${out} ${wordFor(out, "is", "are")} excluded.`,
		excludedLabel(main.excluded, "claim"),
		`Of ${countLabel(resolved, "resolved question")}, ${vote.n} ${wordFor(vote.n, "keeps", "keep")} a claim and ${without_claim} ${wordFor(without_claim, "does", "do")} not${circular === "exclude" ? ", once circular claims are excluded" : ""}.`,
		`On ${countLabel(no_right_answer, "question")} no source used gives the true answer, so no method can be right.`,
		`A method that answers questions of fewer than ${resampling.minimumIncidents} incidents has no interval and is not compared.`,
		"A tie counts in part: the share of the tied answers that is right.",
		`Intervals: ${level}, bootstrap that resamples whole incidents.`,
		`A method is called better or worse than the vote only where an interval adjusted for ${countLabel(main.methods.length - 1, "comparison")} (Bonferroni) excludes 0, and in the title only if that holds with and without circular claims.`,
		"Methods that learn from verdicts are not given those of the same incident.",
		"Dawid–Skene runs on yes-or-no questions only; median and GTM run on counts only.",
		"A verdict agrees with the claims it relies on by construction. So shares are too high with circular claims included, and too low without them, for the best witnesses are then missing.",
		`Methods disagree on ${countLabel(main.disagreements.length, "question")}; elsewhere all are right, all wrong, or all tied.`,
	];
}
