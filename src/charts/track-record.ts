import type { LeftOutClaims, TrackRecord } from "../reliability/track-record.js";
import { colours, type Figure, frame, ink, type Provenance } from "./frame.js";
import { leftOutClaimWords, noIntent } from "./reliability-words.js";
import { percentWords, windowWords } from "./words.js";

/** What a chart of track records is of. */
export interface TrackRecordSubject {
	readonly id: string;
	/** What one group is, as in `kinds of source`. */
	readonly groups: string;
	/** Words for the groups, by their name in the data. */
	readonly words: Readonly<Record<string, string>>;
	/** A colour for a group, where groups have colours of their own. */
	readonly colours?: Readonly<Record<string, string>>;
}

const rowHeight = 30;

/**
 * Share of claims borne out for each group, with 90 % credible limits, in the order of names. Groups with
 * too few settled claims show their limits in grey and no share. A hollow mark shows what the share would be
 * if sources were also judged by verdicts that rest on their own claims.
 *
 * @param records without such verdicts
 * @param circular the same groups with them
 */
export function trackRecord(
	records: readonly TrackRecord[],
	circular: readonly TrackRecord[],
	left_out: readonly LeftOutClaims[],
	subject: TrackRecordSubject,
	provenance: Provenance,
): Figure {
	const name = (group: string) => subject.words[group] ?? group;
	const rows = [...records].sort((a, b) => (name(a.group) < name(b.group) ? 1 : -1));
	const judged = rows.filter(({ can_be_judged }) => can_be_judged);
	const colourOf = ({ group, can_be_judged }: TrackRecord) =>
		can_be_judged ? (subject.colours?.[group] ?? colours.incident) : "#b5b5b5";
	const kept = new Map(circular.map((row) => [row.group, row]));
	const yOf = (row: TrackRecord) => rows.indexOf(row);
	const n = records.reduce((sum, row) => sum + row.n, 0);
	const limits = (row: TrackRecord) => `${percentWords(row.low)} to ${percentWords(row.high)}`;
	const counted = (row: TrackRecord) =>
		row.can_be_judged ? `${row.borne_out} of ${row.n} borne out` : `n = ${row.n}: cannot be judged`;
	return frame(
		{
			id: subject.id,
			subject: "reliability",
			plotHeight: Math.max(4, rows.length) * rowHeight + 10,
			data: [
				...rows.map((row) => ({
					type: "scatter" as const,
					mode: "lines" as const,
					x: [row.low, row.high],
					y: [yOf(row), yOf(row)],
					line: { color: colourOf(row), width: row.can_be_judged ? 4 : 2 },
					opacity: row.can_be_judged ? 0.55 : 1,
					hoverinfo: "skip" as const,
				})),
				{
					type: "scatter",
					mode: "markers",
					x: judged.map(({ group }) => kept.get(group)?.share ?? null),
					y: judged.map(yOf),
					marker: { size: 9, symbol: "diamond-open", color: ink.soft, line: { width: 1.5 } },
					hoverinfo: "text",
					hovertext: judged.map((row) => {
						const both = kept.get(row.group);
						return both
							? `${name(row.group)}, own verdicts kept: ${percentWords(both.share)} (${limits(both)}), n ${both.n}`
							: "";
					}),
				},
				{
					type: "scatter",
					mode: "markers",
					x: judged.map(({ share }) => share),
					y: judged.map(yOf),
					marker: { size: 12, color: judged.map(colourOf) },
					hoverinfo: "text",
					hovertext: judged.map(
						(row) =>
							`${name(row.group)}: ${percentWords(row.share)} (${limits(row)})<br>${counted(row)}, ${row.not_settled} not settled, ${row.left_out} left out`,
					),
				},
			],
			layout: {
				margin: { l: 196, r: 270, t: 26, b: 34 },
				xaxis: {
					range: [0, 1],
					tickvals: [0, 0.25, 0.5, 0.75, 1],
					ticktext: ["0 %", "25 %", "50 %", "75 %", "100 %"],
					gridcolor: ink.grid,
					zeroline: false,
				},
				yaxis: {
					range: [-0.6, rows.length - 0.4],
					tickvals: rows.map(yOf),
					ticktext: rows.map(({ group }) => name(group)),
					showgrid: false,
					zeroline: false,
				},
				annotations: [
					...rows.map((row) => beside(yOf(row), counted(row), 12, row.can_be_judged ? ink.text : ink.soft)),
					...rows.map((row) =>
						beside(yOf(row), row.settled_share === null ? "–" : percentWords(row.settled_share), 212, ink.soft),
					),
					head("judged claims", 12),
					head("settled", 212),
				],
			},
			table: [...rows].reverse().map((row) => ({
				group: row.group,
				n: row.n,
				borne_out: row.borne_out,
				contradicted: row.contradicted,
				not_settled: row.not_settled,
				left_out: row.left_out,
				share: row.can_be_judged ? row.share : null,
				low: row.low,
				high: row.high,
				settled_share: row.settled_share,
				can_be_judged: row.can_be_judged,
				n_own_verdicts_kept: kept.get(row.group)?.n ?? null,
				share_own_verdicts_kept: row.can_be_judged ? (kept.get(row.group)?.share ?? null) : null,
			})),
		},
		{
			title: titleOf(judged, kept, subject, name),
			subtitle: `Share of settled claims borne out, by ${subject.groups}, with 90 % credible intervals; diamonds: sources also judged by verdicts that rest on them`,
			caption: `${windowWords(provenance)}. n = ${n} judged claims, a source's first word on a question. ${leftOutClaimWords(left_out)} Settled: share of the claims that could be judged whose question is settled. Groups are pooled in part; fewer than ten judged claims cannot be judged. What carries a verdict agrees with it by construction: dots lean low, diamonds lean high. ${noIntent}`,
			alt: `Share of claims borne out with 90 % intervals: ${[...judged]
				.reverse()
				.map((row) => `${name(row.group)} ${percentWords(row.share)} (${limits(row)}, n ${row.n})`)
				.join(
					"; ",
				)}. ${rows.length - judged.length} of ${rows.length} ${subject.groups} have too few settled claims to be judged.`,
		},
		provenance,
	);
}

/** Names groups only where their intervals lie apart whether or not sources are judged by their own verdicts. */
function titleOf(
	judged: readonly TrackRecord[],
	kept: ReadonlyMap<string, TrackRecord>,
	{ groups }: TrackRecordSubject,
	name: (group: string) => string,
): string {
	if (judged.length === 0) return `None of the ${groups} has enough settled claims to be judged`;
	const isAbove = (upper: TrackRecord | undefined, lower: TrackRecord | undefined) =>
		upper !== undefined && lower !== undefined && upper.low > lower.high;
	const pairs = judged.flatMap((upper) =>
		judged
			.filter((lower) => isAbove(upper, lower) && isAbove(kept.get(upper.group), kept.get(lower.group)))
			.map((lower) => ({ upper, lower })),
	);
	const shares = judged.map(({ share }) => share);
	const range = `${percentWords(Math.min(...shares))} to ${percentWords(Math.max(...shares))}`;
	const possible = (judged.length * (judged.length - 1)) / 2;
	if (pairs.length === 0)
		return judged.length === 1
			? `${percentWords(shares[0] as number)} of the settled claims of ${name(judged[0]?.group ?? "")} were borne out; no other group can be judged`
			: `From ${range} of settled claims were borne out: no two ${groups} are told apart by their intervals`;
	const { upper, lower } = pairs.reduce((best, pair) =>
		pair.upper.share - pair.lower.share > best.upper.share - best.lower.share ? pair : best,
	);
	const told = `${name(upper.group)} (${percentWords(upper.share)} borne out) and ${name(lower.group).toLowerCase()} (${percentWords(lower.share)})`;
	return pairs.length === 1
		? `${told} are told apart; of the other ${possible - 1} pairs of ${groups} none is`
		: `${pairs.length} of ${possible} pairs of ${groups} are told apart, most of all ${told}`;
}

const beside = (y: number, text: string, xshift: number, color: string) => ({
	xref: "paper" as const,
	x: 1,
	xshift,
	y,
	text,
	showarrow: false,
	xanchor: "left" as const,
	font: { size: 12, color },
});

const head = (text: string, xshift: number) => ({
	xref: "paper" as const,
	yref: "paper" as const,
	x: 1,
	y: 1,
	xshift,
	yshift: 2,
	text,
	showarrow: false,
	xanchor: "left" as const,
	yanchor: "bottom" as const,
	font: { size: 11, color: ink.soft },
});
