import type { SegmentCount, SegmentCounts } from "../../location/areas.js";
import type { LocatedIncidents } from "../../location/incidents.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, periodLabel } from "../parts/labels.js";
import { plain } from "../parts/text.js";
import { borderCredit } from "./border-map.js";

const nameOf = ({ af_district, ir_county }: SegmentCount) => `${af_district} – ${ir_county}`;
const rounded = (rate: number) => rate.toFixed(rate < 10 ? 1 : 0);

/**
 * Incidents per 100 km of border for each stretch, from north to south, with Garwood intervals. Stretches
 * with too few incidents to be compared are hollow and pale; intervals that run beyond the axis are cut
 * there with an arrow, and stand whole in the table.
 */
export function incidentsPer100Km(
	{ stretches, not_assigned }: SegmentCounts,
	{ incidents, excluded }: LocatedIncidents,
	provenance: Provenance,
): Figure {
	const comparable = stretches.filter(({ can_be_compared }) => can_be_compared);
	const most = Math.max(10, ...(comparable.length > 0 ? comparable : stretches).map(({ high }) => high)) * 1.08;
	const shown = stretches.filter(({ per_100_km }) => per_100_km <= most);
	const beyond = stretches.filter(({ high }) => high > most);
	const colorOf = ({ can_be_compared }: SegmentCount) => (can_be_compared ? colours.incident : ink.line);
	const total = stretches.reduce((sum, { length_km }) => sum + length_km, 0);
	const assigned = incidents.length - not_assigned;
	const without = stretches.filter(({ n }) => n === 0).length;
	return frame(
		{
			id: "incidents-per-100-km",
			subject: "location",
			plotHeight: 22 * stretches.length + 10,
			credit: borderCredit,
			data: [
				{
					type: "scatter",
					mode: "markers",
					x: shown.map(({ per_100_km }) => per_100_km),
					y: shown.map((row) => plain(nameOf(row))),
					marker: {
						size: 9,
						color: shown.map((row) => (row.can_be_compared ? colorOf(row) : ink.paper)),
						line: { color: shown.map(colorOf), width: 1.5 },
					},
					hovertext: shown.map(
						(row) =>
							`${plain(nameOf(row))}: ${row.n} on ${row.length_km} km<br>${rounded(row.per_100_km)} per 100 km (${rounded(row.low)} to ${rounded(row.high)})`,
					),
					hoverinfo: "text",
					cliponaxis: false,
				},
			],
			layout: {
				margin: { l: 190, r: 120, t: 24, b: 48 },
				xaxis: {
					range: [0, most],
					gridcolor: ink.grid,
					zeroline: true,
					zerolinecolor: ink.line,
					title: { text: "incidents per 100 km", standoff: 6 },
				},
				yaxis: {
					type: "category",
					categoryorder: "array",
					categoryarray: stretches.map((row) => plain(nameOf(row))),
					range: [stretches.length - 0.4, -0.6],
					showgrid: false,
					ticks: "",
					ticklabelstandoff: 8,
				},
				shapes: stretches.map((row, index) => ({
					type: "line" as const,
					x0: Math.min(row.low, most),
					x1: Math.min(row.high, most),
					y0: index,
					y1: index,
					line: { color: colorOf(row), width: row.can_be_compared ? 2 : 1 },
					layer: "between" as const,
				})),
				annotations: [
					...stretches.map((row, index) => ({
						xref: "paper" as const,
						x: 1,
						xshift: 20,
						y: index,
						text: `${row.n} on ${row.length_km} km`,
						xanchor: "left" as const,
						showarrow: false,
						font: { size: 11, color: row.can_be_compared ? ink.text : ink.soft },
					})),
					...beyond.map((row) => ({
						xref: "paper" as const,
						x: 1,
						y: stretches.indexOf(row),
						text: "›",
						xanchor: "left" as const,
						showarrow: false,
						font: { size: 12, color: ink.line },
					})),
				],
			},
			table: stretches.map((row) => ({ ...row })),
		},
		{
			title: titleOf(comparable),
			subtitle: `Incidents per 100 km of border with 95 % intervals, by Afghan district and Iranian county, north to south; hollow: fewer than five incidents, too few to compare`,
			caption: `${periodLabel(provenance)}. n = ${countLabel(incidents.length, "incident")}: ${assigned} assigned to one of ${stretches.length} stretches (${Math.round(total)} km as OpenStreetMap draws the line), ${not_assigned} known too coarsely for one. ${excludedLabel(excluded)} Intervals are Garwood's; › runs on beyond the axis. A stretch without reports is not a stretch without incidents.`,
			alt: `Incidents per 100 km by stretch. Of ${stretches.length} stretches ${comparable.length} have five incidents or more: ${comparable.map((row) => `${nameOf(row)} ${rounded(row.per_100_km)} (${rounded(row.low)} to ${rounded(row.high)})`).join(", ") || "none"}. ${without} have no assigned incident.`,
		},
		provenance,
	);
}

/** Names a highest stretch only where its interval lies above those of all it can be compared with. */
function titleOf(comparable: readonly SegmentCount[]): string {
	const [first, ...others] = [...comparable].sort((a, b) => b.per_100_km - a.per_100_km);
	if (!first) return "No stretch of the border has five reported incidents or more, too few to compare them";
	const rate = `${rounded(first.per_100_km)} reported incidents per 100 km (${rounded(first.low)} to ${rounded(first.high)})`;
	if (others.length === 0) return `Only ${nameOf(first)} has five incidents or more: ${rate}`;
	const highest = Math.max(...others.map(({ high }) => high));
	return first.low > highest
		? `${nameOf(first)}: ${rate}, above each other stretch with five incidents or more`
		: `No stretch with five incidents or more stands apart: intervals overlap, the highest being ${nameOf(first)} with ${rate}`;
}
