import type { Data, Layout } from "plotly.js-dist";
import type { TrackRecord } from "../../reliability/accuracy/accuracy.js";
import { beside, columnHead } from "../parts/columns-beside.js";
import { colours, ink, plain, type TableRow } from "../parts/frame.js";
import { percentWords } from "../parts/labels.js";
import { shareAxis } from "../parts/share-axis.js";

/** One line of a chart of track records; a heading has no record. */
export interface RecordLine {
	readonly label: string;
	/** The whole name, for the hover text. */
	readonly name: string;
	readonly record: TrackRecord | null;
	readonly colour?: string | undefined;
}

/** Records of the same groups that are also judged by verdicts resting on them, by the group. */
export type KeptRecords = ReadonlyMap<string, TrackRecord>;

/** Credible limits as text. */
export const limitWords = ({ low, high }: TrackRecord): string => `${percentWords(low)} to ${percentWords(high)}`;

const countedWords = (row: TrackRecord): string =>
	row.can_be_judged ? `${row.borne_out} of ${row.n} borne out` : `n = ${row.n}: cannot be judged`;

/**
 * Dots with credible limits, the first line on top; limits alone, and grey, where too little is settled to judge;
 * a hollow diamond for the record that keeps own verdicts. Beside each: n, and the share that is settled.
 */
export function recordRows(
	lines: readonly RecordLine[],
	kept: KeptRecords,
	rowHeight = 30,
): { readonly data: Data[]; readonly layout: Partial<Layout>; readonly plotHeight: number } {
	const rows = lines.flatMap(({ record, ...line }, index) =>
		record === null ? [] : [{ ...line, record, y: lines.length - 1 - index }],
	);
	const judged = rows.filter(({ record }) => record.can_be_judged);
	const colourOf = ({ record, colour }: (typeof rows)[number]) =>
		record.can_be_judged ? (colour ?? colours.incident) : "#b5b5b5";
	return {
		plotHeight: Math.max(4, lines.length) * rowHeight + 10,
		data: [
			...rows.map((row) => ({
				type: "scatter" as const,
				mode: "lines" as const,
				x: [row.record.low, row.record.high],
				y: [row.y, row.y],
				line: { color: colourOf(row), width: row.record.can_be_judged ? 4 : 2 },
				opacity: row.record.can_be_judged ? 0.55 : 1,
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
						`${plain(name)}: ${percentWords(record.share)} (${limitWords(record)})<br>${countedWords(record)}, ${record.not_settled} not settled, ${record.left_out} left out`,
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
						? `${plain(name)}, own verdicts kept: ${percentWords(both.share)} (${limitWords(both)}), n ${both.n}`
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
				...rows.map(({ y, record }) => beside(y, countedWords(record), 12, record.can_be_judged ? ink.text : ink.soft)),
				...rows.map(({ y, record }) =>
					beside(y, record.settled_share === null ? "–" : percentWords(record.settled_share), 212, ink.soft),
				),
				columnHead("judged claims", 12),
				columnHead("settled", 212),
			],
		},
	};
}

/** The numbers behind one record; a share is given only where it can be judged. */
export function recordCells(record: TrackRecord, kept?: KeptRecords): TableRow {
	const { n, borne_out, contradicted, not_settled, left_out, low, high, settled_share, can_be_judged } = record;
	const shown = (share: number | undefined) => (can_be_judged ? (share ?? null) : null);
	const cells = { n, borne_out, contradicted, not_settled, left_out, share: shown(record.share), low, high };
	const both = kept?.get(record.group);
	return {
		...cells,
		settled_share,
		can_be_judged,
		...(kept && { n_own_verdicts_kept: both?.n ?? null, share_own_verdicts_kept: shown(both?.share) }),
	};
}
