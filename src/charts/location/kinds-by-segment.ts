import { borderRuler } from "../../location/chainage.js";
import { differenceAlong, episodeDays } from "../../location/differences-along.js";
import { countKindsBySegment, type KindOnSegment } from "../../location/segment-tables.js";
import { segmentName, segmentsOf } from "../../location/segments.js";
import type { Dossier } from "../../records/records.js";
import { requireData } from "../catalogue-entry.js";
import { aLine, anIncident, aSegment, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { countLabel, isAre, kindLabels, probabilityLabel, wordFor } from "../parts/labels.js";
import { plain } from "../parts/text.js";
import { captionOf, countNotes, hoverCard, locatedOf, orderWords, sampledOf } from "./located.js";

/** What `kindsBySegment` cannot be drawn without. */
export const kindsBySegmentNeeds: readonly Need[] = [anIncident, aLine, aSegment];

const rowHeight = 30;

/**
 * Incidents by event type and border segment as a table of counts, darker for more, north to south. Segments without
 * an incident are counted in the notes; incidents that cannot be assigned to one segment are a row of their own.
 * The title gives the test of positions between event types, with each episode counted once.
 *
 * @throws NotEnoughDataError without an incident or a segment
 * @example
 * charts.kindsBySegment(dossier).table[0] // → { segment_id: "upper-one", kind: "armed_clash", n: 1 }
 */
export function kindsBySegment(dossier: Dossier): Figure {
	requireData(dossier, kindsBySegmentNeeds);
	const table = gather(dossier);
	const { located, rows, ids, kinds, cells, nameOf, without, segmentCount, unassigned } = table;
	const { incidents, provenance } = located;
	const most = Math.max(1, ...cells.flat());
	const total = (n: number, x: number, y: number) => ({
		text: `<b>${n}</b>`,
		x,
		y,
		showarrow: false,
		font: { size: 12, color: ink.text },
	});
	return frame(
		{
			id: "kinds-by-segment",
			subject: "location",
			plotHeight: rowHeight * (ids.length + 1),
			data: [
				{
					type: "scatter",
					mode: "markers",
					x: cells.flatMap((row) => row.map((_, x) => x)),
					y: cells.flatMap((row, y) => row.map(() => y)),
					marker: { size: rowHeight - 6, opacity: 0 },
					customdata: ids.flatMap((id) =>
						kinds.map(({ kind }) => rows.findIndex((row) => row.segment_id === id && row.kind === kind)),
					),
					hovertext: cells.flatMap((row, y) =>
						row.map((n, x) =>
							hoverCard(
								nameOf(ids[y] ?? null),
								["Event type", kindLabels[kinds[x]?.kind ?? "other"].toLowerCase()],
								["Incidents", `${n} of ${incidents.length}`],
							),
						),
					),
					hoverinfo: "text",
				},
			],
			layout: {
				margin: { l: 176, r: 24, t: 92, b: 10 },
				xaxis: {
					side: "top",
					range: [-0.5, kinds.length + 0.5],
					tickvals: [...kinds.map((_, index) => index), kinds.length],
					ticktext: [...kinds.map(({ kind }) => kindLabels[kind].replace(/ (?=\S+$)/, "<br>")), "<b>all</b>"],
					tickangle: -40,
					showgrid: false,
					zeroline: false,
				},
				yaxis: {
					range: [ids.length + 0.5, -0.5],
					tickvals: [...ids.map((_, index) => index), ids.length],
					ticktext: [...ids.map((id) => plain(nameOf(id))), "<b>all</b>"],
					showgrid: false,
					zeroline: false,
				},
				shapes: cells.flatMap((row, y) =>
					row.map((n, x) => ({
						type: "rect" as const,
						x0: x - 0.48,
						x1: x + 0.48,
						y0: y - 0.46,
						y1: y + 0.46,
						line: { width: 0 },
						fillcolor: colours.incident,
						opacity: n / most,
						layer: "below" as const,
					})),
				),
				annotations: [
					...cells.flatMap((row, y) =>
						row.map((n, x) => ({
							text: n === 0 ? "·" : String(n),
							x,
							y,
							showarrow: false,
							font: { size: 12, color: n > most * 0.6 ? ink.paper : n === 0 ? ink.line : ink.text },
						})),
					),
					...cells.map((row, y) =>
						total(
							row.reduce((all, n) => all + n, 0),
							kinds.length,
							y,
						),
					),
					...kinds.map(({ n }, x) => total(n, x, ids.length)),
					total(incidents.length, kinds.length, ids.length),
				],
			},
			table: rows.map((row) => ({ ...row })),
		},
		{
			title: titleOf(table),
			subtitle: `Number of reported incidents by event type and border segment, ${orderWords(dossier)}`,
			caption: captionOf(located, `${countLabel(unassigned, "incident")} cannot be assigned to one segment.`),
			notes: [
				...countNotes(located),
				`${incidents.length - unassigned} ${isAre(incidents.length - unassigned)} assigned to one segment, ${unassigned} to none. ${without} of ${countLabel(segmentCount, "segment")} ${wordFor(without, "has no incident and is", "have no incident and are", segmentCount)} no row.`,
				...testNotes(table),
			],
			alt: `Table of ${countLabel(incidents.length, "incident")} by event type and border segment; by type: ${kinds.map(({ kind, n }) => `${kindLabels[kind].toLowerCase()} ${n}`).join(", ")}. ${titleOf(table)}.`,
		},
		provenance,
	);
}

function gather(dossier: Dossier) {
	const located = locatedOf(dossier);
	const { length_km } = borderRuler(dossier.border);
	const stretches = segmentsOf(dossier);
	const rows = countKindsBySegment(located.incidents, stretches, length_km);
	const ids = [...new Set(rows.map(({ segment_id }) => segment_id))];
	const kinds = [...new Set(rows.map(({ kind }) => kind))]
		.map((kind) => ({ kind, n: sum(rows.filter((row) => row.kind === kind)) }))
		.sort((a, b) => b.n - a.n || (a.kind < b.kind ? -1 : 1));
	const places = sampledOf(dossier);
	const ofKind = ({ kind }: { readonly kind: string }) => kind;
	return {
		located,
		rows,
		ids,
		kinds,
		cells: ids.map((id) =>
			kinds.map(({ kind }) => rows.find((row) => row.segment_id === id && row.kind === kind)?.n ?? 0),
		),
		nameOf: (id: string | null): string => {
			const segment = stretches.find(({ stretch_id }) => stretch_id === id);
			return segment ? segmentName({ ...segment, segment_id: segment.stretch_id }) : "not assigned";
		},
		segmentCount: stretches.length,
		without: stretches.length - ids.filter((id) => id !== null).length,
		unassigned: sum(rows.filter(({ segment_id }) => segment_id === null)),
		difference: differenceAlong(places, ofKind),
		differenceOfEpisodes: differenceAlong(places, ofKind, { episodeDays }),
	};
}
type KindTable = ReturnType<typeof gather>;

const sum = (rows: readonly KindOnSegment[]) => rows.reduce((total, { n }) => total + n, 0);

function titleOf({ difference, differenceOfEpisodes }: KindTable): string {
	if (difference === null) return "Too few located incidents to say whether event types differ in place";
	return Math.max(difference.p, differenceOfEpisodes?.p ?? 1) <= 0.05
		? "Event types differ in where along the border they are reported"
		: "Differences between event types in where they are reported could be chance";
}

function testNotes({ difference, differenceOfEpisodes }: KindTable): string[] {
	if (difference === null) return ["Positions of different event types cannot be tested: too few have a position."];
	return [
		`Test of positions between ${difference.groups} event types: ${probabilityLabel(difference.p)}, n = ${difference.n} (distance components, ${difference.permutations.toLocaleString("en")} seeded permutations of the types).`,
		...(differenceOfEpisodes === null
			? []
			: [
					`Incidents of one episode are correlated. If incidents of one type at one place at most ${episodeDays} days apart count once: ${probabilityLabel(differenceOfEpisodes.p)}, n = ${differenceOfEpisodes.n}.`,
				]),
		"Reopenings are not part of the test, because each follows a closure.",
	];
}
