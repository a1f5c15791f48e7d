import { type FrontierEffect, frontierEffect } from "../../location/frontier-effect.js";
import { type Dossier, frontiersOf, otherBordersName } from "../../records/records.js";
import { selectIncidents } from "../../records/selection.js";
import { requireData } from "../catalogue-entry.js";
import { anIncident, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { captionLabel, countLabel, excludedLabel, kindLabels, wordFor } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { hoverCard } from "./located.js";

/** What `incidentsByFrontier` cannot be drawn without. */
export const incidentsByFrontierNeeds: readonly Need[] = [anIncident];

/**
 * Incidents of this border by event type, and beside them, never added, those on other borders: what the choice of border changes. Aggregate reports and incidents outside the observed period are excluded.
 *
 * @throws NotEnoughDataError without an incident of this border
 * @example
 * charts.incidentsByFrontier(dossier).table[0] // → { on_line: 4, other_border: 1, both: 5 }
 */
export function incidentsByFrontier(dossier: Dossier): Figure {
	requireData(dossier, incidentsByFrontierNeeds);
	const { provenance, effects, all, kinds, excluded, total, thisBorder, otherBorder, onOther } = gather(dossier);
	const most = Math.max(1, ...kinds.flatMap((row) => [row.on_line, row.other_border])) * 1.15;
	const label = ({ kind }: FrontierEffect) => kindLabels[kind ?? "other"];
	const bars = (of: "on_line" | "other_border", axis: "x" | "x2") => ({
		type: "bar" as const,
		orientation: "h" as const,
		x: kinds.map((row) => row[of]),
		y: kinds.map(label),
		xaxis: axis,
		text: kinds.map((row) => (row[of] === 0 && of === "other_border" ? "" : String(row[of]))),
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
		customdata: rowNumbers(kinds, effects),
		meta: of,
		hovertext: kinds.map((row) =>
			hoverCard(
				label(row),
				[thisBorder, String(row.on_line)],
				[capitalised(otherBorder), String(row.other_border)],
				["Both borders", String(row.both)],
			),
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
	const axis = {
		range: [0, most] as [number, number],
		...(most < 6 ? { dtick: 1 } : {}),
		gridcolor: ink.grid,
		zeroline: true,
		zerolinecolor: ink.line,
	};
	const title = titleOf(all, kinds, onOther);
	const changed = kinds.filter((row) => row.other_border > 0);
	return frame(
		{
			id: "incidents-by-frontier",
			subject: "location",
			plotHeight: 26 * Math.max(3, kinds.length),
			data: [bars("on_line", "x"), bars("other_border", "x2")],
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
					heading(`${thisBorder}: ${all.on_line}`, 0),
					heading(`${capitalised(otherBorder)}: ${all.other_border}`, 0.54),
				],
			},
			table: effects.map((row) => ({ ...row })),
		},
		{
			title,
			subtitle: `Reported incidents by event type; right: on ${onOther}, in no other chart`,
			caption: captionLabel(
				provenance,
				`${countLabel(all.on_line, "incident")} (and ${all.other_border} on ${onOther})`,
				excluded,
			),
			notes: [
				`The data contain ${countLabel(total, "incident")}: ${all.on_line} on the ${thisBorder}, ${all.other_border} on ${onOther} and ${total - all.both} excluded.`,
				...(total === all.both ? [] : [excludedLabel(excluded)]),
				"The rule: an incident belongs to the border at which its place lies. Who was harmed and which border a report names do not matter.",
				`Counting both borders would change the total from ${all.on_line} to ${all.both}.`,
				...changed.map(
					(row) =>
						`${label(row)}: ${row.on_line} on this border, ${row.other_border} on the other, ${row.both} together.`,
				),
			],
			alt: `Bars of incidents by event type, ${all.on_line} on the ${thisBorder} and ${all.other_border} on ${onOther}. ${title}.`,
		},
		provenance,
	);
}

function gather(dossier: Dossier) {
	const effects = frontierEffect(dossier);
	const all = effects.find(({ kind }) => kind === null) as FrontierEffect;
	const kinds = effects
		.filter(({ kind }) => kind !== null)
		.sort(
			(a, b) => b.on_line - a.on_line || b.other_border - a.other_border || ((a.kind ?? "") < (b.kind ?? "") ? -1 : 1),
		);
	const { excluded } = selectIncidents(dossier, undefined, frontiersOf(dossier.region));
	const otherBorder = otherBordersName(dossier.region);
	return {
		provenance: provenanceOf(dossier),
		effects,
		all,
		kinds,
		excluded,
		total: dossier.incidents.length,
		thisBorder: dossier.region.name,
		otherBorder,
		onOther: dossier.region.other_borders.length === 1 ? `the ${otherBorder}` : otherBorder,
	};
}

function titleOf(
	{ other_border: n, on_line }: FrontierEffect,
	kinds: readonly FrontierEffect[],
	onOther: string,
): string {
	if (n === 0)
		return `No incident is on ${onOther}: ${on_line === 1 ? "the one reported is" : `all ${on_line} are`} counted`;
	const [top] = [...kinds].sort((a, b) => b.other_border - a.other_border);
	const mostly =
		top && n > 1 && top.other_border > n / 2 ? `, mostly ${kindLabels[top.kind ?? "other"].toLowerCase()},` : "";
	return `${countLabel(n, "more incident")}${mostly} ${wordFor(n, "is", "are")} on ${onOther}`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
