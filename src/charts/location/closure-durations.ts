import type { Closure } from "../../location/closures.js";
import type { LocatedIncidents } from "../../location/incidents.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, dayLabel, excludedLabel, periodLabel } from "../parts/labels.js";
import { plain } from "../parts/text.js";

/**
 * Days that each closure of an official crossing lasted, by crossing and day, with the interval of what is told
 * where the ends are disputed. A closure without a told end has no dot, and one not confirmed is hollow.
 */
export function closureDurations(
	closures: readonly Closure[],
	crossings: readonly { readonly crossing_id: string; readonly name: string }[],
	{ incidents, excluded }: LocatedIncidents,
	provenance: Provenance,
): Figure {
	const rows = crossings.flatMap(({ crossing_id, name }) => {
		const own = closures.filter((each) => each.crossing_id === crossing_id);
		return own.length === 0 ? [] : [{ name, closure: null }, ...own.map((closure) => ({ name, closure }))];
	});
	const lines = rows.flatMap(({ closure, name }, y) => (closure === null ? [] : [{ ...closure, name, y }]));
	const told = lines.filter(({ days }) => days !== null);
	const disputed = told.filter(({ days_low, days_high }) => days_low !== days_high);
	const longest = Math.max(0, ...told.map(({ days }) => days ?? 0));
	const most = Math.max(5, ...told.map(({ days_high }) => days_high ?? 0));
	const isSure = ({ occurred }: Closure) => occurred === "confirmed" || occurred === "announced";
	return frame(
		{
			id: "days-shut",
			subject: "location",
			plotHeight: 23 * Math.max(2, rows.length),
			data: [
				{
					type: "scatter",
					mode: "markers",
					x: told.map(({ days }) => days as number),
					y: told.map(({ y }) => y),
					marker: {
						size: 9,
						color: told.map((row) => (isSure(row) ? colours.incident : ink.paper)),
						line: { color: colours.incident, width: 1.6 },
					},
					error_x: {
						type: "data",
						symmetric: false,
						array: told.map(({ days, days_high }) => (days_high ?? 0) - (days ?? 0)),
						arrayminus: told.map(({ days, days_low }) => (days ?? 0) - (days_low ?? 0)),
						color: colours.incident,
						thickness: 2,
						width: 0,
					},
					hovertext: told.map(
						({ name, closed_on, reopened_on, days, days_low, days_high }) =>
							`${plain(name)}: shut ${dayLabel(closed_on)}, open again ${dayLabel(reopened_on ?? closed_on)}<br>${days} days (${days_low} to ${days_high})`,
					),
					hoverinfo: "text",
					cliponaxis: false,
				},
			],
			layout: {
				margin: { l: 200, r: 110, t: 10, b: 46 },
				xaxis: {
					range: [0, most * 1.04],
					gridcolor: ink.grid,
					zeroline: true,
					zerolinecolor: ink.line,
					title: { text: "days from closing to reopening", standoff: 6 },
				},
				yaxis: {
					range: [rows.length - 0.4, -0.6],
					tickvals: rows.map((_, y) => y),
					ticktext: rows.map(({ closure, name }) =>
						closure === null ? `<b>${plain(name)}</b>` : dayLabel(closure.closed_on),
					),
					ticks: "",
					ticklabelstandoff: 8,
					showgrid: false,
					zeroline: false,
				},
				annotations: lines.map((row) => ({
					xref: "paper" as const,
					x: 1,
					xshift: 12,
					y: row.y,
					text: daysWords(row),
					xanchor: "left" as const,
					showarrow: false,
					font: { size: 12, color: row.days === null ? ink.soft : ink.text },
				})),
			},
			table: lines.map(({ name, y: _, ...row }) => ({ name, ...row })),
		},
		{
			title:
				told.length === 0
					? "No closure of an official crossing has a told end"
					: `The longest of ${told.length} closures with a told end lasted ${countLabel(longest, "day")}; how long is disputed for ${disputed.length}`,
			subtitle:
				"Days each official crossing was shut, with the interval of what is told where its ends are disputed; hollow: that it was shut is not confirmed",
			caption: `${periodLabel(provenance)}. n = ${countLabel(incidents.length, "incident")}, of which ${lines.length} tell of a crossing shut; ${lines.length - told.length} of them have no told end. ${excludedLabel(excluded)} Closures of the whole border are at no crossing. Shut and open on one day is 0 days. An interval spans every answer asserted; a confirmed answer stands alone. Nothing says that closures nobody reported did not happen.`,
			alt: `Days shut by closure. ${
				crossings
					.map(({ crossing_id, name }) => {
						const own = lines.filter((each) => each.crossing_id === crossing_id);
						return `${name}: ${own.map(daysWords).join(", ") || "no closure"}`;
					})
					.join("; ") || "0 crossings"
			}.`,
		},
		provenance,
	);
}

const daysWords = ({ days, days_low, days_high }: Closure): string =>
	days === null ? "end not told" : days_low === days_high ? `${days}` : `${days} (${days_low} to ${days_high})`;
