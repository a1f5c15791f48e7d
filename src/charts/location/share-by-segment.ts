import { minimumPerSegment } from "../../location/areas.js";
import { borderRuler } from "../../location/chainage.js";
import { episodeDays } from "../../location/differences-along.js";
import { type SegmentShare, sharesByYear } from "../../location/segment-tables.js";
import { segmentName, segmentsOf } from "../../location/segments.js";
import { knownOptions } from "../../records/known-option.js";
import type { Dossier } from "../../records/records.js";
import { requireData } from "../catalogue-entry.js";
import { aLine, anIncident, aSegment, type Need } from "../needs.js";
import { colours, type Figure, figureWidth, frame, ink } from "../parts/frame.js";
import { countLabel, joinList, percentLabel, percentRange, probabilityLabel } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { plain, thinLabels } from "../parts/text.js";
import { checkMinimum } from "./incidents-per-100-km.js";
import { captionOf, countNotes, driftOf, hoverCard, locatedOf, segmentMeaning } from "./located.js";

/** What `shareBySegment` can be asked for. */
export interface ShareBySegmentOptions {
	/** Segments with fewer incidents in all years share a panel, 5 by default. */
	readonly minimum?: number;
}

/** What `shareBySegment` cannot be drawn without. */
export const shareBySegmentNeeds: readonly Need[] = [anIncident, aLine, aSegment];

const gap = 0.03;

/**
 * Share of each year's incidents by border segment, one panel a segment on one scale, with 95% interval (Wilson) and the
 * counts under the years. Segments with few incidents share a panel, and so do the incidents that cannot be assigned
 * to one segment, so that the shares of a year add up to 100%.
 *
 * @throws NotEnoughDataError without an incident or a segment; `minimum must be a whole number above 0: 0`
 * @example
 * charts.shareBySegment(dossier).table[0] // → { year: "2022", n: 3, of: 4, share: 0.75 }
 */
export function shareBySegment(dossier: Dossier, options: ShareBySegmentOptions = {}): Figure {
	const { minimum = minimumPerSegment } = knownOptions(options, ["minimum"]);
	checkMinimum(minimum);
	requireData(dossier, shareBySegmentNeeds);
	const shares = gather(dossier, minimum);
	const { located, rows, panels, years, nameOf, notAssigned } = shares;
	const width = 1 / panels.length;
	const axis = (index: number) => (index === 0 ? "" : String(index + 1));
	return frame(
		{
			id: "share-by-segment",
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
				customdata: rowNumbers(panel, rows),
				meta: "n",
				hovertext: panel.map((row) =>
					hoverCard(
						`${nameOf(row)}, ${row.year}`,
						["Incidents", `${row.n} of ${row.of}`],
						["Share of the year", percentLabel(row.share)],
						["95% interval", percentRange(row.low, row.high)],
					),
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
							ticktext: thinLabels(
								panel.map(({ year, n }) => `’${year.slice(2)}<br><b>${n}</b>`),
								(figureWidth - 84) * (width - gap),
								12,
							),
							tickangle: 0,
							showgrid: false,
							linecolor: ink.line,
						},
					]),
				),
				annotations: panels.map((panel, index) => ({
					text: plain(nameOf(panel[0] as SegmentShare)).replace(" – ", " –<br>"),
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
			title: titleOf(shares),
			subtitle:
				"Share of each year's reported incidents by border segment, with 95% interval; below the years: incidents",
			caption: captionOf(located, `${countLabel(notAssigned, "incident")} cannot be assigned to one segment.`),
			notes: [
				...countNotes(located),
				`Segments with fewer than ${minimum} incidents in all years are shown together. ${segmentMeaning(dossier)}`,
				"Years are calendar years. The first and the last are observed in part if the period begins or ends within them.",
				"Intervals are Wilson's, each for its own year, if incidents are independent. Among many intervals, some do not overlap by chance.",
				...testNotes(shares),
			],
			alt: `Share of each year's incidents by border segment in ${countLabel(panels.length, "panel")}: ${panels.map((panel) => `${nameOf(panel[0] as SegmentShare)} ${panel.reduce((sum, { n }) => sum + n, 0)}`).join(", ")}. ${titleOf(shares)}.`,
		},
		located.provenance,
	);
}

function gather(dossier: Dossier, minimum: number) {
	const located = locatedOf(dossier);
	const { length_km } = borderRuler(dossier.border);
	const stretches = segmentsOf(dossier);
	const rows = sharesByYear(located.incidents, stretches, length_km, { minimum });
	const panels = [...new Set(rows.map(keyOf))].map((key) => rows.filter((row) => keyOf(row) === key));
	const nameOf = ({ group, segment_id }: SegmentShare): string => {
		if (group === "other_segments")
			return rows.some((row) => row.group === "segment") ? "other segments" : "all segments together";
		const segment = stretches.find(({ stretch_id }) => stretch_id === segment_id);
		return segment ? segmentName({ ...segment, segment_id: segment.stretch_id }) : "not assigned";
	};
	return {
		located,
		rows,
		panels,
		nameOf,
		years: [...new Set(rows.map(({ year }) => year))],
		/** Segments with two years whose intervals do not overlap. */
		apart: panels.filter(isApart).map((panel) => nameOf(panel[0] as SegmentShare)),
		notAssigned: rows.filter(({ group }) => group === "not_assigned").reduce((sum, { n }) => sum + n, 0),
		...driftOf(dossier),
	};
}
type Shares = ReturnType<typeof gather>;

/** Names a change only where also the positions of episodes, each counted once, differ between years. */
function titleOf({ apart, drift, driftOfEpisodes, years }: Shares): string {
	if (years.length < 2) return "One year of incidents only: no change can be shown";
	const isSignificant = Math.max(drift?.p ?? 1, driftOfEpisodes?.p ?? 1) <= 0.05;
	return apart.length > 0 && isSignificant
		? `The share of ${apart.length > 2 ? `${apart.length} border segments` : joinList(apart)} changed between years`
		: "Changes in the border segments' shares from year to year could be chance";
}

function testNotes({ apart, drift, driftOfEpisodes }: Shares): string[] {
	return [
		apart.length > 0
			? `Segments with two years whose intervals do not overlap: ${joinList(apart)}.`
			: "No segment has two years whose intervals do not overlap.",
		drift === null
			? "Positions in different years cannot be tested: too few years have located incidents."
			: `Test of positions between ${drift.groups} years: ${probabilityLabel(drift.p)} (distance components, ${drift.permutations.toLocaleString("en")} permutations)${driftOfEpisodes === null ? "" : `; with incidents at one place at most ${episodeDays} days apart counted once: ${probabilityLabel(driftOfEpisodes.p)}`}.`,
	];
}

const keyOf = ({ group, segment_id }: SegmentShare): string => segment_id ?? group;

/** Whether some two years of a segment have intervals that do not overlap. */
const isApart = (panel: readonly SegmentShare[]): boolean =>
	panel[0]?.group === "segment" && panel.some((one) => panel.some((other) => one.low > other.high));

const colourOf = (panel: readonly SegmentShare[]): string =>
	panel[0]?.group === "not_assigned" ? colours.unresolved : colours.incident;
