import { type Closure, crossingClosures } from "../../location/closures.js";
import { crossingsAlong } from "../../location/crossings.js";
import type { Dossier } from "../../records/records.js";
import { requireData } from "../catalogue-entry.js";
import { aClosureWithEnd, aCrossing, anIncident, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { countLabel, dayLabel, isAre } from "../parts/labels.js";
import { incidentIds } from "../parts/marks.js";
import { plain } from "../parts/text.js";
import { closureHover } from "./crossing-lanes.js";
import { captionOf, countNotes, locatedOf } from "./located.js";

/** What `closureDurations` cannot be drawn without. */
export const closureDurationsNeeds: readonly Need[] = [anIncident, aCrossing, aClosureWithEnd];

/**
 * Days that each reported closure of an official crossing lasted, by crossing and day, with the range of all reported
 * answers where the ends are disputed (no confidence interval). Closures without a reported end have no dot; those not
 * confirmed are hollow.
 *
 * @throws NotEnoughDataError without a closure whose end is reported
 * @example
 * charts.closureDurations(dossier).table[0] // → { name: "North Gate", closed_on: "2022-03-05", reopened_on: "2022-03-07", days: 2 }
 */
export function closureDurations(dossier: Dossier): Figure {
	requireData(dossier, closureDurationsNeeds);
	const { located, rows, lines, ended, disputed, longest } = gather(dossier);
	const most = Math.max(5, ...ended.map(({ days_high }) => days_high ?? 0));
	const withoutEnd = lines.filter(({ reopened_on }) => reopened_on === null).length;
	const withoutBeginning = lines.filter(({ closed_on }) => closed_on === null).length;
	const title = titleOf(ended.length, longest, disputed.length);
	return frame(
		{
			id: "closure-durations",
			subject: "location",
			plotHeight: 23 * Math.max(2, rows.length),
			data: [
				{
					type: "scatter",
					mode: "markers",
					x: ended.map(({ days }) => days as number),
					y: ended.map(({ y }) => y),
					marker: {
						size: 9,
						color: ended.map((row) => (isConfirmed(row) ? colours.incident : ink.paper)),
						line: { color: colours.incident, width: 1.6 },
					},
					error_x: {
						type: "data",
						symmetric: false,
						array: ended.map(({ days, days_high }) => (days_high ?? 0) - (days ?? 0)),
						arrayminus: ended.map(({ days, days_low }) => (days ?? 0) - (days_low ?? 0)),
						color: colours.incident,
						thickness: 2,
						width: 0,
					},
					customdata: incidentIds(ended),
					hovertext: ended.map((row) => closureHover(row).replace("<b>Closure</b>", `<b>${plain(row.name)}</b>`)),
					hoverinfo: "text",
					cliponaxis: false,
				},
			],
			layout: {
				margin: { l: 200, r: 132, t: 10, b: 46 },
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
						closure === null ? `<b>${plain(name)}</b>` : beginningLabel(closure),
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
					text: daysLabel(row),
					xanchor: "left" as const,
					showarrow: false,
					font: { size: 12, color: row.days === null ? ink.soft : ink.text },
				})),
			},
			table: lines.map(({ name, y: _, ...row }) => ({ name, ...row })),
		},
		{
			title,
			subtitle: "Days that each crossing was closed; line: range of all reported answers; hollow: not confirmed",
			caption: captionOf(
				located,
				`${countLabel(lines.length, "closure")}, ${withoutEnd} without a reported end${withoutBeginning === 0 ? "" : ` and ${withoutBeginning} without a reported beginning`}.`,
			),
			notes: [
				...countNotes(located),
				`${countLabel(lines.length, "closure")} of an official crossing ${isAre(lines.length)} reported: ${ended.length} with both ends, ${withoutEnd} without an end and ${withoutBeginning} without a beginning. The range is disputed for ${disputed.length}.`,
				"Closed and reopened on one day is 0 days. The range covers every answer that is still possible; a confirmed answer stands alone.",
				"The lines are no confidence intervals. Closures of the whole border belong to no crossing and are not drawn.",
				"Closures that nobody reported are missing.",
			],
			alt: `Days closed for ${countLabel(lines.length, "reported closure")} at ${countLabel(rows.length - lines.length, "official crossing")}. ${title}.`,
		},
		located.provenance,
	);
}

function gather(dossier: Dossier) {
	const closures = crossingClosures(dossier);
	const rows = crossingsAlong(dossier).flatMap(({ crossing_id, name }) => {
		const own = closures.filter((each) => each.crossing_id === crossing_id);
		return own.length === 0 ? [] : [{ name, closure: null }, ...own.map((closure) => ({ name, closure }))];
	});
	const lines = rows.flatMap(({ closure, name }, y) => (closure === null ? [] : [{ ...closure, name, y }]));
	const ended = lines.filter(({ days }) => days !== null);
	return {
		located: locatedOf(dossier),
		rows,
		lines,
		ended,
		disputed: ended.filter(({ days_low, days_high }) => days_low !== days_high),
		longest: Math.max(...ended.map(({ days }) => days ?? 0)),
	};
}

function titleOf(ended: number, longest: number, disputed: number): string {
	const days = longest === 0 ? "less than a day" : countLabel(longest, "day");
	if (ended === 1)
		return `The one closure with a reported end lasted ${days}${disputed === 1 ? ", but its length is disputed" : ""}`;
	const rest = disputed === 0 ? "no length is disputed" : `the length of ${disputed} is disputed`;
	return `Reported closures of crossings lasted up to ${days}; ${rest}`;
}

const isConfirmed = ({ occurred }: Closure): boolean => occurred === "confirmed" || occurred === "announced";

const beginningLabel = ({ closed_on, reopened_on }: Closure): string =>
	closed_on !== null ? dayLabel(closed_on) : reopened_on === null ? "" : `until ${dayLabel(reopened_on)}`;

const daysLabel = ({ closed_on, days, days_low, days_high }: Closure): string =>
	closed_on === null
		? "start not reported"
		: days === null
			? "end not reported"
			: days_low === days_high
				? `${days}`
				: `${days} (${days_low} to ${days_high})`;
