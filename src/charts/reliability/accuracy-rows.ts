import type { Data, Layout, Legend } from "plotly.js-dist";
import type { AccuracyRow } from "../../reliability/accuracy/accuracy.js";
import type { JudgedHow } from "../../reliability/accuracy/comparison.js";
import { beside, columnHead } from "../parts/columns-beside.js";
import { colours, figureWidth, ink, plain, type TableRow } from "../parts/frame.js";
import { percentLabel, percentRange } from "../parts/labels.js";
import { shareAxis } from "../parts/share-axis.js";

/** Accuracy of a row with circular verdicts counted one way, beside the other. */
export type RowRecord = AccuracyRow & { readonly other_circular: AccuracyRow | null };

/** One line of a chart of accuracy; a heading has no record. */
export interface AccuracyLine {
	readonly label: string;
	/** The whole name, for the hover text. */
	readonly name: string;
	readonly record: RowRecord | null;
	/** Row of the figure's table with these numbers. */
	readonly row?: number;
	readonly colour?: string | undefined;
	/** Text of the last column instead of the resolution rate. */
	readonly last?: string;
}

/** Credible interval as text. */
export const intervalLabel = ({ low, high }: AccuracyRow): string => percentRange(low, high);

/** How many resolved claims are supported, or that they are too few. */
export const supportedLabel = ({ n, supported, enough_claims }: AccuracyRow): string =>
	enough_claims ? `${supported} of ${n} supported` : `n = ${n}, too few to estimate`;

/** What circular verdicts are in the hollow marks: the other way than in the filled ones. */
const otherWay = ({ circular }: JudgedHow) => (circular === "exclude" ? "included" : "excluded");

/** A legend in one row from the left edge of the figure, `lift` pixels above the drawing; a click hides nothing. */
export const legendAbove = ({
	left,
	right,
	plotHeight,
	lift,
}: Readonly<Record<"left" | "right" | "plotHeight" | "lift", number>>): Partial<Legend> => ({
	orientation: "h",
	x: -(left - 16) / (figureWidth - left - right),
	xanchor: "left",
	y: 1 + lift / plotHeight,
	yanchor: "bottom",
	itemclick: false,
	itemdoubleclick: false,
});

/**
 * The first line on top: a dot for the counted share, a tick for the pooled estimate on its interval, a hollow diamond
 * for the counted share with circular verdicts the other way; nothing if n is too small. Beside
 * each line: n, and its resolution rate or another text.
 */
export function accuracyRows(
	lines: readonly AccuracyLine[],
	how: JudgedHow,
	{
		rowHeight = 30,
		labelWidth = 190,
		lastHead = "share resolved",
	}: { readonly rowHeight?: number; readonly labelWidth?: number; readonly lastHead?: string } = {},
): { readonly data: Data[]; readonly layout: Partial<Layout>; readonly plotHeight: number } {
	// Under a heading that says so, a group of too few claims needs no more than a line of text.
	const headed = lines.findIndex(({ record }) => record === null);
	const isBelow = (index: number) => headed >= 0 && index > headed;
	const heights = lines.map((_, index) => (isBelow(index) ? 0.68 : 1));
	const places = heights.map((height, index) => -heights.slice(0, index).reduce((sum, each) => sum + each, height / 2));
	const tall = heights.reduce((sum, each) => sum + each, 0);
	const rows = lines.flatMap(({ record, ...line }, index) =>
		record === null ? [] : [{ ...line, record, y: places[index] as number, isBelow: isBelow(index) }],
	);
	const enough = rows.filter(({ record }) => record.enough_claims);
	const colourOf = ({ colour }: (typeof rows)[number]) => colour ?? colours.incident;
	const hover = ({ record, name }: (typeof rows)[number]) => cardOf(name, record, how);
	const level = percentLabel(how.interval_level);
	const plotHeight = Math.round(Math.max(2, tall) * rowHeight) + 10;
	const [left, right] = [labelWidth + 6, 292];
	const points = (of: (record: RowRecord) => number | null) => ({
		type: "scatter" as const,
		mode: "markers" as const,
		cliponaxis: false,
		x: enough.map(({ record }) => of(record)),
		y: enough.map(({ y }) => y),
		hoverinfo: "text" as const,
		customdata: enough.map(({ row }) => row ?? null),
		meta: "n",
		hovertext: enough.map(hover),
	});
	const inLegend = (name: string, trace: object): Data => ({
		type: "scatter",
		x: [null],
		y: [null],
		name,
		showlegend: true,
		hoverinfo: "skip",
		...trace,
	});
	return {
		plotHeight,
		data: [
			inLegend("counted share", { mode: "markers", marker: { size: 12, color: colours.incident } }),
			inLegend(`estimate, ${level} interval`, {
				mode: "lines+markers",
				line: { width: 4, color: "#9aadbe" },
				marker: { symbol: "line-ns-open", size: 12, color: ink.text, line: { width: 2 } },
			}),
			inLegend(`share with circular verdicts ${otherWay(how)}<br>(they rely on the source's own claim)`, {
				mode: "markers",
				marker: { size: 9, symbol: "diamond-open", color: ink.text, line: { width: 1.5 } },
			}),
			...enough.map((row) => ({
				type: "scatter" as const,
				mode: "lines" as const,
				x: [row.record.low, row.record.high],
				y: [row.y, row.y],
				line: { color: colourOf(row), width: 4 },
				opacity: 0.55,
				showlegend: false,
				hoverinfo: "text" as const,
				hovertext: hover(row),
			})),
			{
				...points(({ pooled_share }) => pooled_share),
				marker: { symbol: "line-ns-open", size: 14, color: ink.text, line: { width: 2 } },
				showlegend: false,
			},
			{ ...points(({ share }) => share), marker: { size: 12, color: enough.map(colourOf) }, showlegend: false },
			{
				...points(({ other_circular }) => other_circular?.share ?? null),
				marker: { size: 9, symbol: "diamond-open", color: ink.text, line: { width: 1.5 } },
				showlegend: false,
			},
		],
		layout: {
			margin: { l: left, r: right, t: 68, b: 34 },
			showlegend: true,
			legend: legendAbove({ left, right, plotHeight, lift: 26 }),
			xaxis: { ...shareAxis, range: [-0.01, 1.01], fixedrange: true },
			yaxis: {
				range: [-tall - 0.1, 0.1],
				tickvals: places,
				ticktext: lines.map(({ label, record }) => (record === null ? `<b>${plain(label)}</b>` : plain(label))),
				showgrid: false,
				zeroline: false,
				fixedrange: true,
			},
			annotations: [
				...rows.map(({ y, record, isBelow }) =>
					beside(
						y,
						isBelow ? `n = ${record.n}` : supportedLabel(record),
						12,
						record.enough_claims ? ink.text : ink.soft,
					),
				),
				...rows.map(({ y, record, last }) =>
					beside(
						y,
						last ??
							(record.resolution_rate === null
								? "–"
								: `${record.n.toLocaleString("en")} of ${(record.n + record.unresolved).toLocaleString("en")} (${percentLabel(record.resolution_rate)})`),
						188,
						ink.soft,
					),
				),
				columnHead("resolved claims", 12),
				columnHead(lastHead, 188),
			],
		},
	};
}

/** Hover card of one record. */
function cardOf(name: string, record: RowRecord, how: JudgedHow): string {
	const { n, share, pooled_share, unresolved, excluded, other_circular: other } = record;
	return [
		`<b>${plain(name)}</b>`,
		record.enough_claims && share !== null
			? `counted: ${record.supported} of ${n} supported (${percentLabel(share)})`
			: `resolved claims: ${supportedLabel(record)}`,
		...(record.enough_claims
			? [`estimate: ${percentLabel(pooled_share)} (${intervalLabel(record)})`]
			: [`interval: ${intervalLabel(record)}`]),
		...(other === null || other.share === null || !record.enough_claims
			? []
			: [`circular verdicts ${otherWay(how)}: ${percentLabel(other.share)} (n = ${other.n})`]),
		`unresolved: ${unresolved}`,
		`excluded: ${excluded}`,
	].join("<br>");
}

/** The numbers behind one record; shares are given only where there are enough claims. */
export function accuracyCells(record: AccuracyRow | RowRecord, how: JudgedHow): TableRow {
	const { n, supported, contradicted, unresolved, excluded, low, high, resolution_rate, enough_claims } = record;
	const shown = (share: number | null | undefined) => (enough_claims ? (share ?? null) : null);
	const other = "other_circular" in record ? record.other_circular : undefined;
	const way = otherWay(how);
	return {
		n,
		supported,
		contradicted,
		unresolved,
		excluded,
		share: shown(record.share),
		pooled_share: shown(record.pooled_share),
		low,
		high,
		resolution_rate,
		enough_claims,
		...(other !== undefined && {
			[`n_circular_${way}`]: other?.n ?? null,
			[`share_circular_${way}`]: shown(other?.share),
			[`pooled_share_circular_${way}`]: shown(other?.pooled_share),
		}),
	};
}
