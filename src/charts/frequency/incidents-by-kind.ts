import type { Data, Layout } from "plotly.js-dist";
import { daysBetween } from "../../calendar/days.js";
import { type CountRow, type Counts, countIncidents, type Grouping, groupings } from "../../frequency/counts.js";
import type { Step } from "../../frequency/date-index.js";
import { periodName } from "../../frequency/period-name.js";
import { dispersionWithin } from "../../frequency/variation.js";
import { knownOption, knownOptions } from "../../records/known-option.js";
import { type Dossier, frontiersOf, type Region } from "../../records/records.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { overdispersed } from "../../statistics/overdispersed.js";
import { garwood, type Interval } from "../../statistics/poisson.js";
import { requireData } from "../catalogue-entry.js";
import { anIncident, type Need } from "../needs.js";
import { colours, type Figure, frame, ink, plain } from "../parts/frame.js";
import { captionLabel, countLabel } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { shorten } from "../parts/text.js";
import { barsOver, timeAxis, wholeTicks } from "./axes.js";
import { groupingNouns, groupLabel } from "./group-labels.js";
import { ci, dispersionNote, garwoodNote, reportedNote, selectionNotes, startNote } from "./notes.js";
import { type PeriodNoun, periodInWords, periodNoun } from "./period-labels.js";

/** What the chart cannot be drawn without. */
export const incidentsByKindNeeds: readonly Need[] = [anIncident];

/** Options of `incidentsByKind`. */
export interface IncidentsByKindOptions {
	/** Length of a period; by default a quarter. */
	readonly by?: Step;
	/** What a small chart stands for; by default the event type. `frontier` counts both borders. */
	readonly group?: Grouping;
}

interface Panel extends Interval {
	readonly group: string | null;
	readonly label: string;
	readonly rows: readonly CountRow[];
	readonly n: number;
}

interface Numbers {
	readonly by: Step;
	readonly grouping: Grouping;
	readonly noun: PeriodNoun;
	readonly counts: Counts;
	/** Most incidents first. */
	readonly panels: readonly Panel[];
	readonly dispersion: number;
	/** Whether the largest named group has more than any other, allowing for clustering. */
	readonly isLargest: boolean;
	readonly region: Region;
}

const columns = 3;
const rowHeight = 108;

function numbersOf(dossier: Dossier, { by = "quarter", group: grouping = "kind" }: IncidentsByKindOptions): Numbers {
	knownOption("grouping", grouping, groupings);
	const scope = grouping === "frontier" ? { frontiers: frontiersOf(dossier.region) } : {};
	const counts = countIncidents(dossier, { by, group: grouping, ...scope });
	const dispersion = dispersionWithin(countIncidents(dossier, { by: "month", ...scope }), "year").index;
	const panels = counts.groups
		.map((group): Panel => {
			const rows = counts.rows.filter((row) => row.group === group);
			const n = rows.reduce((sum, { count }) => sum + count, 0);
			return { group, label: groupLabel(grouping, group, dossier.region), rows, n, ...garwood(n, intervalLevel) };
		})
		.sort((a, b) => b.n - a.n || (a.label < b.label ? -1 : 1));
	const wide = ({ n }: Panel) => overdispersed(n, Math.max(1, dispersion), (count) => garwood(count, intervalLevel));
	const [first, ...others] = panels.filter(isNamed);
	return {
		by,
		grouping,
		noun: periodNoun(by),
		counts,
		panels,
		dispersion,
		region: dossier.region,
		isLargest: first !== undefined && others.every((other) => wide(other).high < wide(first).low),
	};
}

/** Groups of events; the other groupings describe the data, and their sizes are no finding about events. */
const comparable: readonly Grouping[] = ["kind", "af_province", "ir_province"];

/** What is other or not known is no group of its own. */
const isNamed = ({ group }: Panel) => group !== null && group !== "other";

function title({ panels, counts, grouping, isLargest, region }: Numbers): string {
	const [first, second] = panels.filter(isNamed);
	const noun = groupingNouns(region)[grouping];
	if (first === undefined) return `No ${noun.one} is known for the ${countLabel(counts.n, "reported incident")}`;
	const total = countLabel(counts.n, "reported incident");
	if (second === undefined || !comparable.includes(grouping))
		return `${shorten(first.label, 36)}: ${first.n} of ${total}`;
	if (first.n === second.n) return `No single ${noun.one} is reported most often`;
	const most = `${grouping === "kind" ? "Most frequent named type" : "Most often reported"}: ${shorten(grouping === "kind" ? first.label.toLowerCase() : first.label, 24)}, ${first.n} of ${countLabel(counts.n, "incident")}`;
	return isLargest ? most : `${most}; the lead could be chance`;
}

/** Whole limits, beside the total of a group. */
const totalRange = ({ low, high }: Interval) => `${low.toFixed(0)}–${high.toFixed(0)}`;

/**
 * Incidents per period, one small chart for each event type (or province, precision, verification status, border), all
 * on one scale, with the exact 95% Poisson interval of each total. Excludes aggregate reports and, but for
 * `frontier`, other borders.
 *
 * @throws NotEnoughDataError without an incident; RangeError `unknown grouping: side (known: …)`, `unknown period: fortnight (known: …)`
 * @example
 * charts.incidentsByKind(dossier, { group: "af_province", by: "year" }).table[0] // → { period: "2022", af_province: "Northland", incidents: 4 }
 */
export function incidentsByKind(dossier: Dossier, options: IncidentsByKindOptions = {}): Figure {
	knownOptions(options, ["by", "group"]);
	requireData(dossier, incidentsByKindNeeds);
	const numbers = numbersOf(dossier, options);
	const { by, grouping, noun, counts, panels, dispersion } = numbers;
	const groupNoun = groupingNouns(dossier.region)[grouping];
	const provenance = provenanceOf(dossier);
	const most = Math.max(...counts.rows.map(({ count }) => count));
	const rowCount = Math.ceil(panels.length / columns);
	const height = rowCount * rowHeight;
	const data: Data[] = [];
	const layout: Record<string, unknown> = {};
	const annotations: NonNullable<Layout["annotations"]> = [];
	const { observed_from, observed_to } = counts.window;
	const days = daysBetween(observed_from, observed_to);
	panels.forEach((panel, index) => {
		const { label, rows, n } = panel;
		const suffix = index === 0 ? "" : String(index + 1);
		const [column, row] = [index % columns, Math.floor(index / columns)];
		const [left, right] = [column / columns + 0.035, (column + 1) / columns - 0.005];
		const top = 1 - row / rowCount;
		data.push({
			type: "bar",
			...barsOver(rows, counts.window),
			y: rows.map(({ count }) => count),
			xaxis: `x${suffix}`,
			yaxis: `y${suffix}`,
			marker: {
				color: colours.incident,
				opacity: rows.map(({ is_part }) => (is_part ? 0.5 : 1)),
				line: { color: colours.incident, width: rows.map(({ count }) => (count > 0 && rows.length > 60 ? 1 : 0)) },
			},
			customdata: rowNumbers(rows, counts.rows),
			hovertext: rows.map(
				({ period, count }) =>
					`<b>${plain(shorten(label, 40))}</b><br>${periodInWords(by, period)}<br>incidents: ${count}`,
			),
			hoverinfo: "text",
		});
		layout[`xaxis${suffix}`] = {
			...timeAxis(counts.window),
			domain: [left, right],
			anchor: `y${suffix}`,
			showticklabels: index + columns >= panels.length,
			ticklen: 3,
			// A label that reaches beyond its own chart would run into the next.
			ticklabeloverflow: "hide past domain",
			...(days > 500
				? { tickformat: "%Y", dtick: days > 4000 ? "M60" : "M12", tick0: "2000-01-01" }
				: { tickformat: "%b %y", dtick: `M${Math.max(1, Math.ceil(days / 100))}` }),
		};
		layout[`yaxis${suffix}`] = {
			domain: [top - (rowHeight - 34) / height, top - 18 / height],
			anchor: `x${suffix}`,
			// Room under the heading for the highest bar.
			range: [0, most * 1.25],
			gridcolor: ink.grid,
			zeroline: false,
			nticks: 3,
			...(most <= 3 ? wholeTicks(most) : {}),
			tickfont: { size: 10 },
		};
		annotations.push({
			text: `<b>${plain(shorten(label, 26))}</b> ${n} <span style="font-size:10px">(${totalRange(panel)})</span>`,
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
			table: counts.rows.map(({ period, period_end, group, count, low, high, days_observed }) => ({
				period: periodName(by, period),
				from: period,
				to: period_end,
				[grouping]: group,
				incidents: count,
				low,
				high,
				days_observed,
			})),
		},
		{
			title: title(numbers),
			subtitle: `Incidents per ${noun.one} by ${groupNoun.one}, one scale; beside each: its total and the ${ci}`,
			caption: captionLabel(provenance, countLabel(counts.n, "incident"), counts.excluded, {
				more:
					grouping === "kind" && panels.some(({ group }) => group === "other")
						? "Other: fits none of the named types. Works: roads, bridges, fences, water. Interval: Poisson."
						: "",
			}),
			notes: [
				...selectionNotes(dossier, counts),
				reportedNote,
				startNote,
				`Each incident belongs to one ${groupNoun.one}; the totals of the ${groupNoun.many} add up to ${counts.n}.`,
				garwoodNote,
				...(comparable.includes(grouping)
					? [
							`The title says "more" only if the largest total's interval lies above all others, allowing for clustering. ${dispersionNote(dispersion)}`,
						]
					: []),
				`Totals with overlapping intervals are not ranked. With few incidents in each, changes over time within one ${groupNoun.one} could be chance.`,
				...(counts.rows.some(({ is_part }) => is_part) ? [`A pale bar is a ${noun.one} observed in part.`] : []),
			],
			alt: `Small charts show incidents per ${noun.one} for ${countLabel(panels.length, groupNoun.one, groupNoun.many)}. Totals with ${ci}: ${panels
				.slice(0, 14)
				.map((panel) => `${shorten(panel.label, 32)} ${panel.n} (${totalRange(panel)})`)
				.join(", ")}${panels.length > 14 ? " and others" : ""}.`,
		},
		provenance,
	);
}
