import type { LocatedIncidents } from "../../location/incidents.js";
import type { SegmentShare } from "../../location/segment-tables.js";
import type { Stretch } from "../../records/records.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, joinList, periodLabel } from "../parts/labels.js";
import { plain } from "../parts/text.js";

const gap = 0.03;

/**
 * Share of each year's incidents by stretch, one panel a stretch on one scale, with 95 % intervals and the counts
 * under the years. Stretches with few incidents share a panel, and so do the incidents without a single stretch.
 */
export function shareBySegment(
	rows: readonly SegmentShare[],
	stretches: readonly Stretch[],
	{ incidents, excluded }: LocatedIncidents,
	fewest: number,
	provenance: Provenance,
): Figure {
	const keys = [...new Set(rows.map(keyOf))];
	const panels = keys.map((key) => rows.filter((row) => keyOf(row) === key));
	const years = [...new Set(rows.map(({ year }) => year))];
	const width = 1 / Math.max(1, panels.length);
	const apart = panels.filter(isApart).map((panel) => nameOf(panel[0] as SegmentShare, stretches));
	const axis = (index: number) => (index === 0 ? "" : String(index + 1));
	return frame(
		{
			id: "share-by-stretch",
			subject: "location",
			plotHeight: 250,
			data: panels.map((panel, index) => ({
				type: "scatter" as const,
				mode: "markers" as const,
				x: panel.map(({ year }) => year),
				y: panel.map(({ share }) => share),
				xaxis: `x${axis(index)}`,
				yaxis: "y",
				marker: { size: 8, color: colourOf(panel) },
				error_y: {
					type: "data" as const,
					symmetric: false,
					array: panel.map(({ share, high }) => high - share),
					arrayminus: panel.map(({ share, low }) => share - low),
					color: colourOf(panel),
					thickness: 1.5,
					width: 0,
				},
				hovertext: panel.map(
					(row) =>
						`${plain(nameOf(row, stretches))}, ${row.year}<br>${row.n} of ${row.of}: ${percent(row.share)} (${percent(row.low)} to ${percent(row.high)})`,
				),
				hoverinfo: "text" as const,
				cliponaxis: false,
			})),
			layout: {
				margin: { l: 64, r: 20, t: 44, b: 62 },
				yaxis: {
					range: [0, 1],
					tickformat: ".0%",
					gridcolor: ink.grid,
					zerolinecolor: ink.line,
					title: { text: "share of the year's incidents", standoff: 8, font: { size: 12 } },
				},
				...Object.fromEntries(
					panels.map((panel, index) => [
						`xaxis${axis(index)}`,
						{
							type: "category" as const,
							domain: [index * width + (index === 0 ? 0 : gap / 2), (index + 1) * width - gap / 2],
							range: [-0.6, years.length - 0.4],
							categoryarray: years,
							tickvals: panel.map(({ year }) => year),
							ticktext: panel.map(({ year, n }) => `’${year.slice(2)}<br><b>${n}</b>`),
							tickangle: 0,
							showgrid: false,
							linecolor: ink.line,
						},
					]),
				),
				annotations: panels.map((panel, index) => ({
					text: plain(nameOf(panel[0] as SegmentShare, stretches)).replace(" – ", " –<br>"),
					xref: "paper" as const,
					yref: "paper" as const,
					x: (index + 0.5) * width,
					y: 1,
					yshift: 6,
					xanchor: "center" as const,
					yanchor: "bottom" as const,
					showarrow: false,
					font: { size: 12, color: ink.text },
				})),
			},
			table: rows.map((row) => ({ ...row })),
		},
		{
			title:
				apart.length > 0
					? `The share of ${joinList(apart)} moved: in some years the intervals do not meet`
					: `No stretch's share of the incidents moved by more than its intervals allow`,
			subtitle: "Share of each year's incidents by stretch of border, with 95 % intervals; below the years: incidents",
			caption: `${periodLabel(provenance)}; the first and the last year are parts. n = ${countLabel(incidents.length, "incident")}, of which ${rows.filter(({ group }) => group === "not_assigned").reduce((sum, { n }) => sum + n, 0)} can be told no single stretch. ${excludedLabel(excluded)} Stretches with fewer than ${fewest} incidents are put together. Intervals are Wilson's, each for its own year: of many, some part by chance.`,
			alt: `Share of each year's incidents by stretch. ${panels.map((panel) => `${nameOf(panel[0] as SegmentShare, stretches)}: ${panel.map(({ year, n, of }) => `${year} ${n} of ${of}`).join(", ")}`).join("; ")}.`,
		},
		provenance,
	);
}

const keyOf = ({ group, stretch_id }: SegmentShare): string => stretch_id ?? group;
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Whether some two years of a stretch have intervals that do not meet. */
const isApart = (panel: readonly SegmentShare[]): boolean =>
	panel[0]?.group === "stretch" && panel.some((one) => panel.some((other) => one.low > other.high));

const colourOf = (panel: readonly SegmentShare[]): string =>
	panel[0]?.group === "not_assigned" ? colours.unresolved : colours.incident;

function nameOf({ group, stretch_id }: SegmentShare, stretches: readonly Stretch[]): string {
	if (group === "other_stretches") return "other stretches";
	const stretch = stretches.find((each) => each.stretch_id === stretch_id);
	return stretch ? `${stretch.af_district} – ${stretch.ir_county}` : "no single stretch";
}
