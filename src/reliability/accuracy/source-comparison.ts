import type { Dossier } from "../../records/records.js";
import { type AccuracyRow, accuracyBySource } from "./accuracy.js";
import { type ClaimTotals, claimTotals, type JudgedHow, judgedHow } from "./comparison.js";
import { letterFloors, letterOf, type SourceGrade } from "./grades.js";
import { type JudgeOptions, judgeClaims } from "./outcomes.js";

/** A source with fewer resolved claims is not named in a chart: its estimate is mostly that of other sources. */
export const minimumToName = 3;

/** Accuracy and letter of one source, beside its accuracy with circular verdicts counted the other way. */
export interface ComparedSource extends SourceGrade {
	readonly name: string;
	readonly other_circular: AccuracyRow | null;
}

/** Accuracy of single sources whose parts were all computed with the same options. */
export interface SourceComparison extends JudgedHow, ClaimTotals {
	readonly minimum_to_name: number;
	readonly letter_floors: typeof letterFloors;
	/** Every source with a claim, by name; alphabetical order is no ranking. */
	readonly rows: readonly ComparedSource[];
}

/** Accuracy and letters of all sources with a claim, with what is excluded, in one object that carries its options. */
export function sourceComparison(dossier: Dossier, options: JudgeOptions = {}): SourceComparison {
	const claims = judgeClaims(dossier, options);
	const circular = options.circular === "include" ? "exclude" : "include";
	const others = new Map(
		accuracyBySource(judgeClaims(dossier, { ...options, circular })).map((row) => [row.group, row]),
	);
	const names = new Map(dossier.sources.map(({ source_id, name }) => [source_id, name]));
	return {
		...judgedHow(options),
		...claimTotals(claims),
		minimum_to_name: minimumToName,
		letter_floors: letterFloors,
		rows: accuracyBySource(claims)
			.map((row) => ({
				...row,
				source_id: row.group,
				...letterOf(row),
				name: names.get(row.group) ?? row.group,
				other_circular: others.get(row.group) ?? null,
			}))
			.sort((a, b) => a.name.localeCompare(b.name, "en") || (a.source_id < b.source_id ? -1 : 1)),
	};
}
