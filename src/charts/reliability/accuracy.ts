import type { Excluded } from "../../records/exclusions.js";
import type { AccuracyRow, RankProbability } from "../../reliability/accuracy/accuracy.js";
import type { DifferenceTest } from "../../reliability/accuracy/difference-test.js";
import { type Figure, frame, type Provenance } from "../parts/frame.js";
import { joinList, percentLabel, periodLabel } from "../parts/labels.js";
import { accuracyCells, accuracyRows, limitsLabel } from "./accuracy-rows.js";
import { differenceLabel, isEstablished, noIntent, resolvedClaimsLabel } from "./labels.js";

/** What a chart of track records is of. */
export interface AccuracySubject {
	readonly id: string;
	/** What one group is, as in `kinds of source`. */
	readonly groups: string;
	/** Words for the groups, by their name in the data. */
	readonly words: Readonly<Record<string, string>>;
	/** Words that keep their capital inside a sentence. */
	readonly areNames?: boolean;
	/** A colour for a group, where groups have colours of their own. */
	readonly colours?: Readonly<Record<string, string>>;
}

/**
 * Share of claims borne out for each group, with 90 % credible limits, in the order of names. Groups with
 * too few settled claims show their limits in grey and no share. A hollow mark shows what the share would be
 * if sources were also judged by verdicts that rest on their own claims.
 *
 * @param records without such verdicts
 * @param circular the same groups with them
 * @param difference of the groups, claims of one incident kept together: no two are named unless it is established
 * @param ranks rows of `rankProbabilities`
 */
export function accuracyChart(
	records: readonly AccuracyRow[],
	circular: readonly AccuracyRow[],
	difference: DifferenceTest,
	excluded: readonly Excluded[],
	subject: AccuracySubject,
	provenance: Provenance,
	ranks: readonly RankProbability[] = [],
): Figure {
	const name = (group: string) => subject.words[group] ?? group;
	const rows = [...records].sort((a, b) => (name(a.group) < name(b.group) ? -1 : 1));
	const judged = rows.filter(({ enough_claims }) => enough_claims);
	const kept = new Map(circular.map((row) => [row.group, row]));
	const lines = rows.map((record) => ({
		label: name(record.group),
		name: name(record.group),
		record,
		colour: subject.colours?.[record.group],
	}));
	const rankWords =
		ranks.length < 2
			? ""
			: ` Probability of the highest share, were claims independent: ${joinList([...ranks].sort((a, b) => (name(a.group) < name(b.group) ? -1 : 1)).map(({ group, p_highest }) => `${name(group)} ${percentLabel(p_highest)}`))}.`;
	return frame(
		{
			id: subject.id,
			subject: "reliability",
			...accuracyRows(lines, kept),
			table: rows.map((row) => ({
				group: row.group,
				...accuracyCells(row, kept),
				p_highest: ranks.find(({ group }) => group === row.group)?.p_highest ?? null,
			})),
		},
		{
			title: titleOf(judged, kept, difference, subject, name),
			subtitle: `Share of settled claims borne out, by ${subject.groups}, with 90 % credible intervals; diamonds: sources also judged by verdicts that rest on them`,
			caption: `${periodLabel(provenance)}. ${resolvedClaimsLabel(records, excluded)} A source is judged by its first word on a question. Resolved: share of the claims that could be judged whose question is settled. Groups are pooled in part; fewer than ten judged claims cannot be judged. What carries a verdict agrees with it by construction: dots lean low, diamonds lean high. ${differenceLabel(difference, subject.groups)}${rankWords} ${noIntent}`,
			alt: `Share of claims borne out with 90 % intervals: ${judged
				.map((row) => `${name(row.group)} ${percentLabel(row.share)} (${limitsLabel(row)}, n ${row.n})`)
				.join("; ")}. ${judged.length} of ${rows.length} ${subject.groups} can be judged.`,
		},
		provenance,
	);
}

/**
 * Names groups only where their difference is established with the claims of one incident kept together, and their
 * intervals lie apart whether or not sources are judged by their own verdicts.
 */
function titleOf(
	judged: readonly AccuracyRow[],
	kept: ReadonlyMap<string, AccuracyRow>,
	difference: DifferenceTest,
	{ groups, areNames = false }: AccuracySubject,
	name: (group: string) => string,
): string {
	if (judged.length === 0) return `None of the ${groups} has enough settled claims to be judged`;
	const isAbove = (upper: AccuracyRow | undefined, lower: AccuracyRow | undefined) =>
		upper !== undefined && lower !== undefined && upper.low > lower.high;
	const pairs = judged.flatMap((upper) =>
		judged
			.filter((lower) => isAbove(upper, lower) && isAbove(kept.get(upper.group), kept.get(lower.group)))
			.map((lower) => ({ upper, lower })),
	);
	const shares = judged.map(({ share }) => share);
	const range = `${percentLabel(Math.min(...shares))} to ${percentLabel(Math.max(...shares))}`;
	const possible = (judged.length * (judged.length - 1)) / 2;
	if (pairs.length === 0)
		return judged.length === 1
			? `${percentLabel(shares[0] as number)} of the settled claims of ${name(judged[0]?.group ?? "")} were borne out; no other group can be judged`
			: `${range} of settled claims were borne out: no two ${groups} are told apart by their intervals`;
	if (!isEstablished(difference))
		return `${range} of settled claims were borne out: with the claims of one incident kept together, no difference between ${groups} is established`;
	const { upper, lower } = pairs.reduce((best, pair) =>
		pair.upper.share - pair.lower.share > best.upper.share - best.lower.share ? pair : best,
	);
	const inside = (row: AccuracyRow) => (areNames ? name(row.group) : name(row.group).toLowerCase());
	const told = `${inside(upper)} (${percentLabel(upper.share)} borne out) and ${inside(lower)} (${percentLabel(lower.share)})`;
	return pairs.length === 1
		? `${told.charAt(0).toUpperCase()}${told.slice(1)} are told apart; of the other ${possible - 1} pairs of ${groups} none is`
		: `${pairs.length} of ${possible} pairs of ${groups} are told apart, most of all ${told}`;
}
