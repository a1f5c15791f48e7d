import type { LocatedIncidents } from "../../location/incidents.js";
import type { KindOnSegment } from "../../location/segment-tables.js";
import type { Stretch } from "../../records/records.js";
import type { GroupDifference } from "../../statistics/distance-components.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, groupDifferenceLabel, kindLabels, periodLabel } from "../parts/labels.js";
import { plain } from "../parts/text.js";

const rowHeight = 30;

/**
 * Kinds of incident by stretch of border as a table of counts, darker for more. Stretches without an incident are
 * not rows but counted in the caption; incidents without a single stretch are a row of their own.
 *
 * @param difference whether positions differ between kinds; `null` where that cannot be told
 */
export function kindsBySegment(
	rows: readonly KindOnSegment[],
	stretches: readonly Stretch[],
	difference: GroupDifference | null,
	{ incidents, excluded }: LocatedIncidents,
	provenance: Provenance,
): Figure {
	const ids = [...new Set(rows.map(({ stretch_id }) => stretch_id))];
	const sum = (of: readonly KindOnSegment[]) => of.reduce((total, { n }) => total + n, 0);
	const kinds = [...new Set(rows.map(({ kind }) => kind))]
		.map((kind) => ({ kind, n: sum(rows.filter((row) => row.kind === kind)) }))
		.sort((a, b) => b.n - a.n || (a.kind < b.kind ? -1 : 1));
	const nameOf = (id: string | null) => {
		const stretch = stretches.find(({ stretch_id }) => stretch_id === id);
		return stretch ? `${stretch.af_district} – ${stretch.ir_county}` : "no single stretch";
	};
	const cells = ids.map((id) =>
		kinds.map(({ kind }) => rows.find((row) => row.stretch_id === id && row.kind === kind)?.n ?? 0),
	);
	const most = Math.max(1, ...cells.flat());
	const total = (n: number, x: number, y: number) => ({
		text: `<b>${n}</b>`,
		x,
		y,
		showarrow: false,
		font: { size: 12, color: ink.text },
	});
	const without = stretches.length - ids.filter((id) => id !== null).length;
	const unassigned = sum(rows.filter(({ stretch_id }) => stretch_id === null));
	return frame(
		{
			id: "kinds-by-stretch",
			subject: "location",
			plotHeight: rowHeight * Math.max(1, ids.length + 1),
			data: [
				{
					type: "scatter",
					mode: "markers",
					x: cells.flatMap((row) => row.map((_, x) => x)),
					y: cells.flatMap((row, y) => row.map(() => y)),
					marker: { size: rowHeight - 6, opacity: 0 },
					hovertext: cells.flatMap((row, y) =>
						row.map((n, x) => `${plain(nameOf(ids[y] ?? null))}<br>${kindLabels[kinds[x]?.kind ?? "other"]}: ${n}`),
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
			title:
				difference === null
					? "Whether kinds of incident differ in where they are told cannot be said: too few have a place"
					: groupDifferenceLabel(difference, "Positions along the border", "kinds of incident"),
			subtitle: "Incidents by kind and by stretch of border (Afghan district – Iranian county), north to south",
			caption: `${periodLabel(provenance)}. n = ${countLabel(incidents.length, "incident")}: ${incidents.length - unassigned} told of one stretch, ${unassigned} of none alone; ${without} of ${stretches.length} stretches have none and are no row. ${excludedLabel(excluded)}${difference === null ? "" : ` Test: distance components of ${difference.n} positions, ${difference.permutations.toLocaleString("en")} seeded permutations of the kinds; reopenings, each of which follows a closure, are not in it; what is left of one episode makes p too small rather than too large.`}`,
			alt: `Table of ${kinds.length} kinds of incident by stretch of border. By stretch: ${ids.map((id) => `${nameOf(id)} ${sum(rows.filter((row) => row.stretch_id === id))}`).join(", ") || "no incident"}. By kind: ${kinds.map(({ kind, n }) => `${kindLabels[kind].toLowerCase()} ${n}`).join(", ") || "none"}.`,
		},
		provenance,
	);
}
