import type { AgreementRow } from "../../reliability/agreement/agreement.js";
import type { SourceAlpha } from "../../reliability/agreement/source-alpha.js";
import { countLabel, percentLabel } from "../parts/labels.js";

/** What a matrix of agreement is of. */
export interface AgreementSubject {
	readonly id: string;
	/** What one group is, as in `sides`. */
	readonly groups: string;
	/** Words for the groups, by their name in the data. */
	readonly words: Readonly<Record<string, string>>;
	/** They are proper names, which keep their capital within a sentence. */
	readonly proper?: boolean;
}

/** Limits of a share, as a chart prints them. */
export const limitsLabel = ({ low, high }: AgreementRow): string =>
	`${Math.round((low as number) * 100)}–${percentLabel(high as number)}`;

/** Two groups in words. */
export const pairName = ({ group, other }: AgreementRow, { words, proper }: AgreementSubject): string => {
	const [first, second] = [words[group] ?? group, words[other] ?? other];
	return first === second ? `${first} among themselves` : `${first} and ${proper ? second : second.toLowerCase()}`;
};

/** A title that names the two pairs furthest apart, where their intervals do not overlap. */
export function agreementTitle(rows: readonly AgreementRow[], subject: AgreementSubject): string {
	if (rows.length === 0) return `No two ${subject.groups} share enough questions to say whether they agree`;
	const sorted = [...rows].sort((a, b) => (a.share as number) - (b.share as number));
	const apart = sorted
		.flatMap((lower) =>
			sorted.filter((upper) => (upper.low as number) > (lower.high as number)).map((upper) => [lower, upper] as const),
		)
		.sort(([a, b], [c, d]) => (d.share as number) - (c.share as number) - ((b.share as number) - (a.share as number)));
	const [least, most] = [sorted[0], sorted.at(-1)] as [AgreementRow, AgreementRow];
	const [pair] = apart;
	return pair
		? `${pairName(pair[1], subject)} answer alike on ${percentLabel(pair[1].share as number)} of shared questions, ${within(pairName(pair[0], subject), subject)} on ${percentLabel(pair[0].share as number)}`
		: `Pairs of ${subject.groups} answer alike on ${percentLabel(least.share as number)} to ${percentLabel(most.share as number)} of shared questions; their intervals tell no two apart`;
}

/** The pairs that share most questions, as an alternative text. */
export function agreementAlt(rows: readonly AgreementRow[], few: number, subject: AgreementSubject): string {
	const told = [...rows]
		.sort((a, b) => b.questions - a.questions)
		.slice(0, 6)
		.map(
			(row) =>
				`${pairName(row, subject)} ${percentLabel(row.share as number)} (${limitsLabel(row)}, n ${row.questions})`,
		);
	return `Share of shared questions answered alike, by ${subject.groups}, the pairs with most questions: ${told.join("; ")}. ${countLabel(few, "pair")} more with too few incidents to say.`;
}

/** Agreement of all origins beyond chance, as a sentence of a caption. */
export function alphaLabel(alphas: readonly SourceAlpha[]): string {
	const told = alphas.flatMap(({ type, alpha, low, high, questions }) =>
		alpha === null || low === null || high === null
			? []
			: [
					`${type === "boolean" ? "yes-or-no questions" : "counts (log)"} ${alpha.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)}, n ${questions})`,
				],
	);
	return told.length === 0 ? "" : `Krippendorff's alpha of all origins: ${told.join("; ")}.`;
}

const within = (words: string, { proper }: AgreementSubject): string => (proper ? words : words.toLowerCase());
