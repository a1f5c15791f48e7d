import type { AgreementRow } from "../../reliability/agreement/agreement.js";
import type { SourceAlpha } from "../../reliability/agreement/source-alpha.js";
import { countLabel, percentLabel, percentRange, sourceKindLabels, wordFor } from "../parts/labels.js";
import { sideLabels } from "./labels.js";

/** What the groups of an agreement matrix are. */
export interface AgreementGroups {
	/** The groups in the plural, as in `sides`, and one of them. */
	readonly plural: string;
	/** Labels of the groups, by their name in the data. */
	readonly labels: Readonly<Record<string, string>>;
	/** Shorter labels for a title. */
	readonly short: Readonly<Record<string, string>>;
	/** They are proper names, which keep their capital within a sentence. */
	readonly areNames: boolean;
}

/** The groups of each grouping. */
export const agreementGroups = {
	side: {
		plural: "sides",
		labels: sideLabels,
		short: { ...sideLabels, afghan_republic: "Afghan Republic" },
		areNames: true,
	},
	source_kind: {
		plural: "types of source",
		labels: sourceKindLabels,
		short: sourceKindLabels,
		areNames: false,
	},
} as const satisfies Readonly<Record<string, AgreementGroups>>;

/** A row that has limits. */
export interface EstimatedAgreement extends AgreementRow {
	readonly share: number;
	readonly low: number;
	readonly high: number;
	readonly simultaneous_low: number;
	readonly simultaneous_high: number;
}

/** Whether a row has enough incidents for limits. */
export const isEstimated = (row: AgreementRow): row is EstimatedAgreement =>
	row.share !== null && row.low !== null && row.simultaneous_low !== null;

/** Two groups as a label. */
export function pairLabel({ group, other }: AgreementRow, groups: AgreementGroups, labels = groups.labels): string {
	const [first, second] = [labels[group] ?? group, labels[other] ?? other];
	if (first === second) return `${first} among themselves`;
	return `${first} and ${groups.areNames ? second : second.toLowerCase()}`;
}

/** The two pairs of groups furthest apart, lower first, where even their simultaneous limits do not overlap. */
export function significantPair(
	rows: readonly EstimatedAgreement[],
): readonly [EstimatedAgreement, EstimatedAgreement] | null {
	const pairs = rows.flatMap((lower) =>
		rows.filter((upper) => upper.simultaneous_low > lower.simultaneous_high).map((upper) => [lower, upper] as const),
	);
	return pairs.sort(([a, b], [c, d]) => d.share - c.share - (b.share - a.share))[0] ?? null;
}

/** The finding: a difference only where the simultaneous limits of two pairs do not overlap. */
export function agreementTitle(rows: readonly EstimatedAgreement[], groups: AgreementGroups): string {
	const sorted = [...rows].sort((a, b) => a.share - b.share);
	const [least, most] = [sorted[0], sorted.at(-1)] as [EstimatedAgreement, EstimatedAgreement];
	const name = (row: AgreementRow) => pairLabel(row, groups, groups.short);
	const within = (row: AgreementRow) => (groups.areNames ? name(row) : name(row).toLowerCase());
	if (sorted.length === 1) return `${name(most)} agree on ${percentLabel(most.share)} of shared questions`;
	const range = `${percentLabel(least.share)} to ${percentLabel(most.share)} of shared questions`;
	const apart = significantPair(rows);
	if (apart === null) return `Sources agree on ${range}; differences could be chance`;
	const [lower, upper] = apart;
	const full = `${name(upper)} agree on ${percentLabel(upper.share)}, ${within(lower)} on ${percentLabel(lower.share)}`;
	return full.length <= 90 ? full : `Sources agree on ${range}, depending on who is compared`;
}

/** The pairs that share most questions, as a description of the chart in two sentences. */
export function agreementAlt(
	rows: readonly EstimatedAgreement[],
	few: number,
	groups: AgreementGroups,
	level: string,
): string {
	const named = [...rows]
		.sort((a, b) => b.questions - a.questions)
		.slice(0, 6)
		.map(
			(row) =>
				`${pairLabel(row, groups)} ${percentLabel(row.share)} (${percentRange(row.low, row.high)}, n = ${row.questions})`,
		);
	return `Share of shared questions with the same answer and its ${level} interval, for the pairs of ${groups.plural} with most questions: ${named.join("; ")}. ${countLabel(few, "pair")} more ${wordFor(few, "has", "have")} too few incidents to estimate.`;
}

/** Krippendorff's alpha of all original sources, as sentences of the notes. */
export function alphaNotes(alphas: readonly SourceAlpha[], level: string): string[] {
	return alphas.flatMap(({ type, alpha, low, high, questions, excluded_questions, excluded_ranges }) => {
		if (alpha === null) return [];
		const on = type === "boolean" ? "yes-or-no questions" : "counts, on the scale of ln(1 + count)";
		const limits = low === null || high === null ? "" : `, ${level} interval ${low.toFixed(2)} to ${high.toFixed(2)}`;
		const ranges =
			excluded_ranges === 0
				? ""
				: ` and ${countLabel(excluded_ranges, "answer")} that ${wordFor(excluded_ranges, "is a range", "are ranges")}`;
		return [
			`Krippendorff's alpha of all original sources on ${on}: ${alpha.toFixed(2).replace("-", "−")}${limits.replace("-", "−")} (n = ${countLabel(questions, "question")}).`,
			`Excluded from this alpha: ${countLabel(excluded_questions, "question")} with one original source${ranges}.`,
		];
	});
}
