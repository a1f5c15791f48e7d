import type { FrontierEffect } from "../../location/frontier-effect.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, kindLabels, periodLabel } from "../parts/labels.js";

/**
 * Incidents of the Afghan–Iran line by kind, and beside them, never added, those told of it that face another
 * border. The title says what adding them would change most.
 */
export function incidentsByFrontier(
	effects: readonly FrontierEffect[],
	excluded: readonly { readonly reason: string; readonly n: number }[],
	provenance: Provenance,
): Figure {
	const all = effects.find(({ kind }) => kind === null) ?? { kind: null, on_line: 0, apart: 0, together: 0 };
	const kinds = effects
		.filter(({ kind }) => kind !== null)
		.sort((a, b) => b.on_line - a.on_line || b.apart - a.apart || ((a.kind ?? "") < (b.kind ?? "") ? -1 : 1));
	const most = Math.max(1, ...kinds.flatMap(({ on_line, apart }) => [on_line, apart])) * 1.15;
	const [changed] = [...kinds].sort((a, b) => b.apart - a.apart);
	const tallies = excluded.find(({ reason }) => reason === "aggregate_report")?.n ?? 0;
	const words = ({ kind }: FrontierEffect) => kindLabels[kind ?? "other"];
	const bars = (of: "on_line" | "apart", axis: "x" | "x2") => ({
		type: "bar" as const,
		orientation: "h" as const,
		x: kinds.map((row) => row[of]),
		y: kinds.map(words),
		xaxis: axis,
		text: kinds.map((row) => (row[of] === 0 && of === "apart" ? "" : String(row[of]))),
		textposition: "outside" as const,
		cliponaxis: false,
		marker:
			of === "on_line"
				? { color: colours.incident }
				: {
						color: ink.paper,
						line: { color: ink.soft, width: 1 },
						pattern: { shape: "/" as const, fgcolor: ink.soft, size: 6 },
					},
		hovertext: kinds.map(
			(row) => `${words(row)}: ${row.on_line} on this line, ${row.apart} apart, ${row.together} together`,
		),
		hoverinfo: "text" as const,
	});
	const heading = (text: string, x: number) => ({
		text: `<b>${text}</b>`,
		xref: "paper" as const,
		yref: "paper" as const,
		x,
		y: 1,
		yshift: 4,
		xanchor: "left" as const,
		yanchor: "bottom" as const,
		showarrow: false,
		font: { size: 13 },
	});
	const axis = { range: [0, most] as [number, number], gridcolor: ink.grid, zeroline: true, zerolinecolor: ink.line };
	return frame(
		{
			id: "incidents-by-frontier",
			subject: "location",
			plotHeight: 26 * Math.max(3, kinds.length),
			data: [bars("on_line", "x"), bars("apart", "x2")],
			layout: {
				margin: { l: 170, r: 30, t: 30, b: 44 },
				bargap: 0.3,
				xaxis: { ...axis, domain: [0, 0.48], title: { text: "incidents, counted", standoff: 4, font: { size: 12 } } },
				xaxis2: {
					...axis,
					domain: [0.54, 1],
					title: { text: "incidents, not counted", standoff: 4, font: { size: 12 } },
				},
				yaxis: { autorange: "reversed", showgrid: false, ticks: "", ticklabelstandoff: 6 },
				annotations: [
					heading(`On the Afghan–Iran line: ${all.on_line}`, 0),
					heading(`Facing Pakistan, apart: ${all.apart}`, 0.54),
				],
			},
			table: effects.map((row) => ({ ...row })),
		},
		{
			title:
				changed && changed.apart > 0
					? `${countLabel(all.apart, "incident")} told of this border ${all.apart === 1 ? "faces" : "face"} Pakistan; counting them would raise ${words(changed).toLowerCase()} from ${changed.on_line} to ${changed.together}`
					: `No incident told of this border faces another: all ${all.on_line} are counted`,
			subtitle: "Incidents by kind; right: those whose place faces Pakistan",
			caption: `${periodLabel(provenance)}. n = ${countLabel(all.on_line, "incident")} on the line and ${all.apart} apart, ${all.together} together. The rule: an incident belongs to the border that its place faces, whoever was hurt and whatever border a report names; it changes the total by ${all.apart}. ${tallies > 0 ? `Left out: ${tallies} tallies over months, which overlap single incidents. ` : ""}The ${all.apart} that face Pakistan are in no other chart.`,
			alt: `Incidents by kind on the Afghan–Iran line, ${all.on_line} in all, and ${all.apart} that face Pakistan, told apart: ${
				kinds
					.filter(({ apart }) => apart > 0)
					.map((row) => `${words(row).toLowerCase()} ${row.on_line} counted and ${row.apart} apart`)
					.join(", ") || "none"
			}.`,
		},
		provenance,
	);
}
