import type { Data, Layout } from "plotly.js-dist";
import type { CountRow, Counts } from "../../frequency/counts.js";
import type { IncidentKind } from "../../records/records.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, kindLabels, periodLabel } from "../parts/labels.js";
import { quarterLabel } from "./axes.js";

const columns = 3;
const rowHeight = 108;

/**
 * Incidents per quarter, one small chart a kind, all on one scale.
 *
 * @param counts counts by quarter, grouped by `kind`
 * @param overall total of each kind over the window with its limits, such as the last rows of `cumulate`
 */
export function incidentsByKind(
	counts: Counts,
	overall: readonly Pick<CountRow, "group" | "low" | "high">[],
	provenance: Provenance,
): Figure {
	const totals = new Map(overall.map((row) => [row.group, row]));
	const kinds = counts.groups
		.map((group) => {
			const rows = counts.rows.filter((row) => row.group === group);
			return { kind: group as IncidentKind, rows, n: rows.reduce((sum, { count }) => sum + count, 0) };
		})
		.sort((a, b) => b.n - a.n || (a.kind < b.kind ? -1 : 1));
	const most = Math.max(...counts.rows.map(({ count }) => count));
	const rowCount = Math.ceil(kinds.length / columns);
	const height = rowCount * rowHeight;
	const [first, second] = kinds.filter(({ kind }) => kind !== "other");
	const limits = (kind: string) => {
		const { low = 0, high = 0 } = totals.get(kind) ?? {};
		return `${low.toFixed(0)} to ${high.toFixed(0)}`;
	};
	const data: Data[] = [];
	const layout: Record<string, unknown> = {};
	const annotations: NonNullable<Layout["annotations"]> = [];
	kinds.forEach(({ kind, rows, n }, index) => {
		const suffix = index === 0 ? "" : String(index + 1);
		const [column, row] = [index % columns, Math.floor(index / columns)];
		const [left, right] = [column / columns + 0.035, (column + 1) / columns - 0.005];
		const top = 1 - row / rowCount;
		const isLowest = index + columns >= kinds.length;
		data.push({
			type: "bar",
			x: rows.map(({ period }) => period),
			y: rows.map(({ count }) => count),
			xperiod: "M3",
			xperiodalignment: "middle",
			xaxis: `x${suffix}`,
			yaxis: `y${suffix}`,
			marker: { color: colours.incident },
			hovertext: rows.map(({ period, count }) => `<b>${kindLabels[kind]}</b><br>${quarterLabel(period)}: ${count}`),
			hoverinfo: "text",
		});
		layout[`xaxis${suffix}`] = {
			type: "date",
			domain: [left, right],
			anchor: `y${suffix}`,
			range: [provenance.observed_from, provenance.observed_to],
			showgrid: false,
			linecolor: ink.line,
			showticklabels: isLowest,
			tickformat: "%Y",
			dtick: "M12",
			tick0: "2022-01-01",
			ticks: "outside",
			ticklen: 3,
			tickcolor: ink.line,
		};
		layout[`yaxis${suffix}`] = {
			domain: [top - (rowHeight - 34) / height, top - 18 / height],
			anchor: `x${suffix}`,
			range: [0, most * 1.05],
			gridcolor: ink.grid,
			zeroline: false,
			nticks: 3,
			tickfont: { size: 10 },
		};
		annotations.push({
			text: `<b>${kindLabels[kind]}</b> ${n} <span style="font-size:10px">(${limits(kind)})</span>`,
			xref: "paper",
			yref: "paper",
			x: left,
			y: top,
			xanchor: "left",
			yanchor: "top",
			showarrow: false,
			font: { size: 12 },
		});
	});
	return frame(
		{
			id: "incidents-by-kind",
			subject: "frequency",
			plotHeight: height,
			data,
			layout: { ...layout, annotations, margin: { l: 16, r: 16, t: 8, b: 4 } },
			table: counts.rows.map(({ period, group, count, low, high, days_observed }) => ({
				quarter: period,
				kind: group,
				incidents: count,
				low,
				high,
				days_observed,
			})),
		},
		{
			title: `${kindLabels[first?.kind ?? "other"]} make ${first?.n ?? 0} of ${counts.n} reported incidents; no other named kind has more than ${second?.n ?? 0}`,
			subtitle: "Incidents per quarter by kind, all on one scale; beside each kind its total with the 95 % interval",
			caption: `${periodLabel(provenance)}. n = ${countLabel(counts.n, "incident")}, each of one kind. ${excludedLabel(counts.excluded)} Intervals are Garwood's; kinds whose intervals overlap are in no order. With so few of each, no kind's ups and downs are told from chance by the eye.`,
			alt: `Small charts of incidents per quarter. Totals with 95 % intervals: ${kinds.map(({ kind, n }) => `${kindLabels[kind].toLowerCase()} ${n} (${limits(kind)})`).join(", ")}.`,
		},
		provenance,
	);
}
