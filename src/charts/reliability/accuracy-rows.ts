import type { Data, Layout } from "plotly.js-dist";
import type { AccuracyRow } from "../../reliability/accuracy/accuracy.js";
import { beside, columnHead } from "../parts/columns-beside.js";
import { colours, ink, plain, type TableRow } from "../parts/frame.js";
import { percentLabel } from "../parts/labels.js";
import { shareAxis } from "../parts/share-axis.js";

/** One line of a chart of track records; a heading has no record. */
export interface AccuracyLine {
	readonly label: string;
	/** The whole name, for the hover text. */
	readonly name: string;
	readonly record: AccuracyRow | null;
	readonly colour?: string | undefined;
}

/** Records of the same groups that are also judged by verdicts resting on them, by the group. */
export type CircularRows = ReadonlyMap<string, AccuracyRow>;

/** Credible limits as text. */
export const limitsLabel = ({ low, high }: AccuracyRow): string => `${percentLabel(low)} to ${percentLabel(high)}`;

const countedWords = (row: AccuracyRow): string =>
	row.enough_claims ? `${row.supported} of ${row.n} borne out` : `n = ${row.n}: cannot be judged`;

/**
 * Dots with credible limits, the first line on top; limits alone, and grey, where too little is settled to judge;
 * a hollow diamond for the record that keeps own verdicts. Beside each: n, and the share that is settled.
 */
export function accuracyRows(
	lines: readonly AccuracyLine[],
	kept: CircularRows,
	rowHeight = 30,
): { readonly data: Data[]; readonly layout: Partial<Layout>; readonly plotHeight: number } {
	const rows = lines.flatMap(({ record, ...line }, index) =>
		record === null ? [] : [{ ...line, record, y: lines.length - 1 - index }],
	);
	const judged = rows.filter(({ record }) => record.enough_claims);
	const colourOf = ({ record, colour }: (typeof rows)[number]) =>
		record.enough_claims ? (colour ?? colours.incident) : "#b5b5b5";
	return {
		plotHeight: Math.max(4, lines.length) * rowHeight + 10,
		data: [
			...rows.map((row) => ({
				type: "scatter" as const,
				mode: "lines" as const,
				x: [row.record.low, row.record.high],
				y: [row.y, row.y],
				line: { color: colourOf(row), width: row.record.enough_claims ? 4 : 2 },
				opacity: row.record.enough_claims ? 0.55 : 1,
				hoverinfo: "skip" as const,
			})),
			{
				type: "scatter",
				mode: "markers",
				x: judged.map(({ record }) => record.share),
				y: judged.map(({ y }) => y),
				marker: { size: 12, color: judged.map(colourOf) },
				hoverinfo: "text",
				hovertext: judged.map(
					({ record, name }) =>
						`${plain(name)}: ${percentLabel(record.share)} (${limitsLabel(record)})<br>${countedWords(record)}, ${record.unresolved} not settled, ${record.excluded} left out`,
				),
			},
			{
				type: "scatter",
				mode: "markers",
				x: judged.map(({ record }) => kept.get(record.group)?.share ?? null),
				y: judged.map(({ y }) => y),
				marker: { size: 9, symbol: "diamond-open", color: ink.text, line: { width: 1.5 } },
				hoverinfo: "text",
				hovertext: judged.map(({ record, name }) => {
					const both = kept.get(record.group);
					return both
						? `${plain(name)}, own verdicts kept: ${percentLabel(both.share)} (${limitsLabel(both)}), n ${both.n}`
						: "";
				}),
			},
		],
		layout: {
			margin: { l: 196, r: 270, t: 26, b: 34 },
			xaxis: {
				...shareAxis,
				range: [-0.01, 1.01],
			},
			yaxis: {
				range: [-0.6, lines.length - 0.4],
				tickvals: lines.map((_, index) => lines.length - 1 - index),
				ticktext: lines.map(({ label, record }) => (record === null ? `<b>${plain(label)}</b>` : plain(label))),
				showgrid: false,
				zeroline: false,
			},
			annotations: [
				...rows.map(({ y, record }) => beside(y, countedWords(record), 12, record.enough_claims ? ink.text : ink.soft)),
				...rows.map(({ y, record }) =>
					beside(y, record.resolution_rate === null ? "–" : percentLabel(record.resolution_rate), 212, ink.soft),
				),
				columnHead("judged claims", 12),
				columnHead("settled", 212),
			],
		},
	};
}

/** The numbers behind one record; a share is given only where it can be judged. */
export function accuracyCells(record: AccuracyRow, kept?: CircularRows): TableRow {
	const { n, supported, contradicted, unresolved, excluded, low, high, resolution_rate, enough_claims } = record;
	const shown = (share: number | undefined) => (enough_claims ? (share ?? null) : null);
	const cells = { n, supported, contradicted, unresolved, excluded, share: shown(record.share), low, high };
	const both = kept?.get(record.group);
	return {
		...cells,
		resolution_rate,
		enough_claims,
		...(kept && { n_circular_included: both?.n ?? null, share_circular_included: shown(both?.share) }),
	};
}
