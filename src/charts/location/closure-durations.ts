import { type Closure, crossingClosures } from "../../location/closures.js";
import { crossingsAlong } from "../../location/crossings.js";
import { groupBy } from "../../records/group-by.js";
import type { Dossier } from "../../records/records.js";
import { requireData } from "../catalogue-entry.js";
import { aClosureWithEnd, aCrossing, anIncident, type Need } from "../needs.js";
import { drawnRows, foldedLabel, foldedNotes } from "../parts/drawn-rows.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { countLabel, dayLabel, isAre, wordFor } from "../parts/labels.js";
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
	const { located, rows, lines, ended, disputed, longest, shown, drawnLines, places } = gather(dossier);
	const drawnEnds = drawnLines.filter(({ days }) => days !== null);
	const slots = rows.length + (shown.folded > 0 ? 1 : 0);
	const most = drawnEnds.reduce((far, { days_high }) => Math.max(far, days_high ?? 0), 5);
	const withoutEnd = lines.filter(({ reopened_on }) => reopened_on === null).length;
	const withoutBeginning = lines.filter(({ closed_on }) => closed_on === null).length;
	const title = titleOf(ended.length, longest, disputed.length);
	return frame(
		{
			id: "closure-durations",
			subject: "location",
			plotHeight: 23 * Math.max(2, slots),
			data: [
				{
					type: "scatter",
					mode: "markers",
					x: drawnEnds.map(({ days }) => days as number),
					y: drawnEnds.map(({ y }) => y),
					marker: {
						size: 9,
						color: drawnEnds.map((row) => (isConfirmed(row) ? colours.incident : ink.paper)),
						line: { color: colours.incident, width: 1.6 },
					},
					error_x: {
						type: "data",
						symmetric: false,
						array: drawnEnds.map(({ days, days_high }) => (days_high ?? 0) - (days ?? 0)),
						arrayminus: drawnEnds.map(({ days, days_low }) => (days ?? 0) - (days_low ?? 0)),
						color: colours.incident,
						thickness: 2,
						width: 0,
					},
					customdata: incidentIds(drawnEnds),
					hovertext: drawnEnds.map((row) => closureHover(row).replace("<b>Closure</b>", `<b>${plain(row.name)}</b>`)),
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
					range: [slots - 0.4, -0.6],
					tickvals: Array.from({ length: slots }, (_, y) => y),
					ticktext: [
						...rows.map(({ closure, name }) => (closure === null ? `<b>${plain(name)}</b>` : beginningLabel(closure))),
						...(shown.folded > 0 ? [foldedLabel(shown.folded)] : []),
					],
					ticks: "",
					ticklabelstandoff: 8,
					showgrid: false,
					zeroline: false,
				},
				annotations: drawnLines.map((row) => ({
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
			table: lines.map(({ name, ...row }) => ({ name, ...row })),
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
				...foldedNotes(shown, "closure", "the longest"),
				"Closures that nobody reported are missing.",
			],
			alt: `Days closed for ${countLabel(lines.length, "reported closure")} at ${countLabel(places, "official crossing")}. ${title}.`,
		},
		located.provenance,
	);
}

/** Each may lie at a crossing of its own, which has a line for its name. */
const mostClosures = 36;

function gather(dossier: Dossier) {
	const closures = crossingClosures(dossier);
	const byCrossing = groupBy(closures, ({ crossing_id }) => crossing_id);
	const lines = crossingsAlong(dossier).flatMap(({ crossing_id, name }) =>
		(byCrossing.get(crossing_id) ?? []).map((closure) => ({ ...closure, name })),
	);
	const shown = drawnRows(lines, ({ days }) => days ?? -1, mostClosures);
	const rows = [...groupBy(shown.drawn, ({ crossing_id }) => crossing_id).values()].flatMap((own) => [
		{ name: own[0]?.name ?? "", closure: null },
		...own.map((closure) => ({ name: closure.name, closure })),
	]);
	const ended = lines.filter(({ days }) => days !== null);
	return {
		located: locatedOf(dossier),
		rows,
		shown,
		drawnLines: rows.flatMap(({ closure }, y) => (closure === null ? [] : [{ ...closure, y }])),
		places: new Set(lines.map(({ crossing_id }) => crossing_id)).size,
		lines,
		ended,
		disputed: ended.filter(({ days_low, days_high }) => days_low !== days_high),
		longest: ended.reduce((most, { days }) => Math.max(most, days ?? 0), 0),
	};
}

function titleOf(ended: number, longest: number, disputed: number): string {
	const days = longest === 0 ? "less than a day" : countLabel(longest, "day");
	if (ended === 1)
		return `The one closure with a reported end lasted ${days}${wordFor(disputed, ", but its length is disputed", "")}`;
	const rest = disputed === 0 ? "no length is disputed" : `the length of ${disputed} is disputed`;
	const title = `Reported closures of crossings lasted up to ${days}`;
	return title.length + rest.length < 88 ? `${title}; ${rest}` : title;
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
