import { knownOption, knownOptions } from "../../records/known-option.js";
import type { Dossier } from "../../records/records.js";
import type { JudgeOptions } from "../../reliability/accuracy/outcomes.js";
import {
	type ComparedSource,
	type SourceComparison,
	sourceComparison,
} from "../../reliability/accuracy/source-comparison.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { drawnRows, foldedNotes } from "../parts/drawn-rows.js";
import { type Figure, frame, ink } from "../parts/frame.js";
import { captionLabel, countLabel, joinList, percentLabel, wordFor } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { firstOf, shorten } from "../parts/text.js";
import { accuracyCells, accuracyRows, intervalLabel } from "./accuracy-rows.js";
import {
	circularNote,
	claimTotalNotes,
	estimateNote,
	judgedHowLabel,
	judgedHowNotes,
	noIntent,
	resolvedOfLabel,
} from "./labels.js";
import { requireResolved } from "./resolved-claims.js";

/** What is shown, and how claims are judged. */
export interface NamedSourcesOptions extends JudgeOptions {
	/** `accuracy` (default), or the Admiralty `grade` derived from it, with its limits. */
	readonly show?: "accuracy" | "grade";
}

/** What the chart cannot be drawn without. */
export const namedSourcesNeeds: readonly Need[] = [aClaim];

const shows = ["accuracy", "grade"] as const;
/** Letters beside a line; a longer name is whole in the hover text. */
const longestName = 34;
/** Pairs of sources that a note names. */
const mostPairs = 8;

/**
 * Accuracy of single sources in alphabetical order: counted shares, and estimates with 95% credible intervals; or the
 * Admiralty letter that the lower limit gives. Unit: claims. Sources with few resolved claims are grey or not named; F
 * means not known, not bad. The table holds all sources.
 *
 * @throws RangeError for an unknown option; NotEnoughDataError without a resolved claim
 * @example
 * charts.namedSources(dossier, { show: "grade" }).table.find(({ source_id }) => source_id === "spokesman") // → { supported: 3, n: 4, letter: "F" }
 */
export function namedSources(dossier: Dossier, options: NamedSourcesOptions = {}): Figure {
	const { show = "accuracy", ...judging } = knownOptions(options, [
		"show",
		"statement",
		"circular",
		"confidence",
		"announced",
		"asOf",
	]);
	knownOption("show", show, shows);
	requireData(dossier, namedSourcesNeeds);
	const compared = sourceComparison(dossier, judging);
	requireResolved(compared);
	const { rows, excluded, minimum_to_name, minimum_claims } = compared;
	const enough = rows.filter(({ enough_claims }) => enough_claims);
	const named = rows.filter(({ n }) => n >= minimum_to_name);
	const drawnSources = drawnRows(named, ({ n }) => n);
	const reporting = rows.filter(({ n }) => n > 0);
	const isGrade = show === "grade";
	const drawnSet = new Set(drawnSources.drawn);
	const lines = drawnSources.drawn.map((record) => ({
		label: shorten(record.name, longestName),
		name: record.name,
		record,
		row: rows.indexOf(record),
		...(isGrade && { last: letterLabel(record) }),
	}));
	const drawn = accuracyRows(lines, compared, { labelWidth: 236, ...(isGrade && { lastHead: "grade" }) });
	const provenance = provenanceOf(dossier);
	const level = percentLabel(compared.interval_level);
	return frame(
		{
			id: "named-sources",
			subject: "reliability",
			...drawn,
			...(isGrade && { layout: withLetters(drawn.layout, compared) }),
			table: rows.map((row) => ({
				source_id: row.source_id,
				source: row.name,
				source_kind: row.source_kind,
				...accuracyCells(row, compared),
				letter: row.letter,
				letter_at_best: row.letter_at_best,
				is_drawn: drawnSet.has(row),
			})),
		},
		{
			title: titleOf(enough.length, isGrade ? rows.length : reporting.length, isGrade),
			subtitle: isGrade
				? `Admiralty grade by the lower end of the ${level} interval of accuracy; alphabetical, not ranked`
				: `Share of resolved claims that the verdict supports, by source; bars: ${level} intervals; alphabetical, not ranked`,
			caption: captionLabel(provenance, resolvedOfLabel(compared), excluded, {
				singular: "claim",
				more: judgedHowLabel(compared),
			}),
			notes: [
				"Do not judge a source by this alone: the cases are few, they were chosen because they were disputed, and verdicts may err.",
				...claimTotalNotes(compared),
				...judgedHowNotes(compared),
				circularNote(compared),
				estimateNote(compared, "sources within their type, and types,"),
				`${countLabel(rows.length, "source")} ${wordFor(rows.length, "has", "have")} a claim, ${reporting.length} a resolved one. Sources with fewer than ${minimum_to_name} resolved claims (${rows.length - named.length}) are not drawn, because the estimate is mostly that of other sources. The table holds them all.`,
				...foldedNotes(drawnSources, "source", "those with most resolved claims"),
				overlapNote(enough),
				`Grades follow the Admiralty code, whose letters have words and no numbers. The limits are this project's own: ${floorsLabel(compared)}. The lower end of the interval decides, so that a grade rises only with more resolved claims.`,
				`F means not known, not bad: it is given under ${minimum_claims} resolved claims, whatever the share.`,
				noIntent,
			],
			alt: `${isGrade ? "Grades" : "Accuracy"} of sources with at least ${minimum_claims} resolved claims: ${
				firstOf(
					enough.map((row) =>
						isGrade
							? `${row.name} ${letterLabel(row)} (${row.supported} of ${row.n} supported, ${intervalLabel(row)})`
							: `${row.name} ${percentLabel(row.share as number)} (${intervalLabel(row)}, n = ${row.n})`,
					),
				).replaceAll(". ", " ") || "none"
			}. ${named.length - enough.length} more ${wordFor(named.length - enough.length, "source is", "sources are")} named and grey, with too few to estimate.`,
		},
		provenance,
	);
}

/** The letter, with the best that the interval allows. */
const letterLabel = ({ letter, letter_at_best }: ComparedSource): string =>
	letter === "F" || letter === letter_at_best ? letter : `${letter}, at best ${letter_at_best}`;

function titleOf(enough: number, sources: number, isGrade: boolean): string {
	const have = wordFor(enough, "has", "have");
	if (enough === 0)
		return `None of ${countLabel(sources, "source")} has enough resolved claims ${isGrade ? "for a grade" : "to estimate accuracy"}`;
	return `${enough} of ${countLabel(sources, "source")} ${have} enough resolved claims ${isGrade ? "for a grade" : "to estimate accuracy"}`;
}

/** Letters with a lower limit, the worst first. */
const floorsOf = ({ letter_floors }: SourceComparison) => Object.entries(letter_floors).sort(([, a], [, b]) => a - b);

const floorsLabel = (compared: SourceComparison): string =>
	joinList(
		floorsOf(compared)
			.slice(1)
			.map(([letter, floor]) => `${letter} from ${percentLabel(floor)}`),
	);

function overlapNote(enough: readonly ComparedSource[]): string {
	const pairs = enough.flatMap((upper) =>
		enough.filter((lower) => upper.low > lower.high).map((lower) => `${upper.name} and ${lower.name}`),
	);
	if (enough.length < 2) return "Fewer than two sources have enough resolved claims, so that none can be compared.";
	return pairs.length === 0
		? "All their intervals overlap: the data do not separate these sources."
		: `The intervals of ${countLabel(pairs.length, "pair")} do not overlap, if claims are independent: ${pairs.length > mostPairs ? `${pairs.slice(0, mostPairs).join(", ")} and ${pairs.length - mostPairs} more` : joinList(pairs)}.`;
}

/** The drawing with the limits of the letters as lines, and the letters above. */
function withLetters(
	layout: ReturnType<typeof accuracyRows>["layout"],
	compared: SourceComparison,
): ReturnType<typeof accuracyRows>["layout"] {
	const floors = floorsOf(compared);
	return {
		...layout,
		xaxis: { ...layout.xaxis, showgrid: false },
		shapes: floors.slice(1).map(([, floor]) => ({
			type: "line" as const,
			x0: floor,
			x1: floor,
			y0: 0,
			y1: 1,
			yref: "paper" as const,
			line: { color: ink.line, width: 1, dash: "dot" as const },
			layer: "below" as const,
		})),
		annotations: [
			...(layout.annotations ?? []),
			...floors.map(([letter, floor], index) => ({
				x: (floor + (floors[index + 1]?.[1] ?? 1)) / 2,
				y: 1,
				yref: "paper" as const,
				text: letter,
				showarrow: false,
				yanchor: "bottom" as const,
				font: { size: 12, color: ink.soft },
			})),
		],
	};
}
