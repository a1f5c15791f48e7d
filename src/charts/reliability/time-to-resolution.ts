import type {
	ResolutionComparison,
	ResolutionCurve,
	TimesToResolution,
} from "../../reliability/questions/time-to-resolution.js";
import { type Figure, frame, ink, type Provenance, plain } from "../parts/frame.js";
import { countLabel, joinList, percentLabel, periodLabel, probabilityLabel } from "../parts/labels.js";
import { axes, colourOf, columns, gap, nameOf, panel, panelHeight, rowGap } from "./resolution-panels.js";

/**
 * Share of questions settled within so many days of the first claim, as Kaplan–Meier curves with 90 % bands: all,
 * by the side that spoke first, by kind of incident; the grey line in every panel is the one of all.
 */
export function timeToResolutionChart(
	all: ResolutionCurve,
	bySide: ResolutionComparison,
	byKind: ResolutionComparison,
	{ rows: waits, settled_undated, no_dated_claim }: TimesToResolution,
	provenance: Provenance,
): Figure {
	const lines = [[all, ...bySide.curves], byKind.curves].flatMap((curves) => chunks(curves, columns));
	const longest = Math.max(365, ...all.steps.map(({ time }) => time));
	const panels = lines.flatMap((curves, line) => curves.map((curve, column) => ({ curve, line, column })));
	// Up to the next quarter above the highest band.
	const highest = Math.max(0, ...panels.map(({ curve }) => 1 - (curve.steps.at(-1)?.low ?? 1)));
	const most = Math.min(1.02, Math.ceil(highest * 4) / 4 + 0.02);
	const height = lines.length * panelHeight + (lines.length - 1) * rowGap;
	const within = (curve: ResolutionCurve, day: number) =>
		1 - (curve.steps.filter(({ time }) => time <= day).at(-1)?.survival ?? 1);
	const ends = (curve: ResolutionCurve) => within(curve, Number.POSITIVE_INFINITY);
	// As if all of those whose day is not known had been settled at once.
	const atMost = (all.settled + settled_undated) / Math.max(1, all.n + settled_undated);
	const testWords = ({ test, p_by_incident }: ResolutionComparison, what: string) =>
		test === null || p_by_incident === null
			? `${what} cannot be compared`
			: `${what}: χ² ${test.chi_square.toFixed(1)} on ${test.degrees}, ${probabilityLabel(test.p)} if questions were independent, ${probabilityLabel(p_by_incident)} when incidents are dealt out whole`;
	return frame(
		{
			id: "time-to-truth",
			subject: "reliability",
			plotHeight: height,
			data: panels.flatMap(({ curve }, index) => panel(curve, all, index, longest)),
			layout: {
				margin: { l: 56, r: 24, t: 44, b: 46 },
				...axes(panels, lines.length, height, longest, most),
				annotations: panels.flatMap(({ curve, line, column }) => {
					const x = column * ((1 - gap * (columns - 1)) / columns + gap);
					const y = 1 - (line * (panelHeight + rowGap)) / height;
					return [
						pin(`<b>${plain(nameOf(curve.group))}</b>`, x, y, 20, 11.5, colourOf(curve.group)),
						pin(`${curve.settled} of ${curve.n} settled`, x, y, 5, 11, ink.soft),
					];
				}),
			},
			table: panels.flatMap(({ curve, line, column }) =>
				curve.steps
					.filter(({ events, time }) => events > 0 || time === longest)
					.map(({ time, at_risk, events, survival, standard_error, low, high }) => ({
						grouped_by: line === 0 && column === 0 ? "all" : line === 0 ? "first_side" : "incident_kind",
						group: curve.group,
						days: time,
						still_open_before: at_risk,
						settled: events,
						share_settled: 1 - survival,
						standard_error,
						low: 1 - high,
						high: 1 - low,
					})),
			),
		},
		{
			title: `${percentLabel(within(all, 0))} of questions are settled on the day of their first claim, ${percentLabel(within(all, 30))} within 30 days and ${percentLabel(ends(all))} by the end`,
			subtitle:
				"Share of questions settled within so many days of the first claim (Kaplan–Meier, 90 % bands), by the side that spoke first and by kind of incident; grey: all",
			caption: `${periodLabel(provenance)}. n = ${countLabel(all.n, "question")} of ${countLabel(all.incidents, "incident")}, ${all.n - all.settled} still open and censored at the end. Left out: ${settled_undated} settled on a day not known (with them at once, ${percentLabel(atMost)} at most) and ${no_dated_claim} without a dated claim; ${bySide.excluded + byKind.excluded} times a question is in a group too small to draw. Log-rank test, ${testWords(bySide, "by side")}; ${testWords(byKind, "by kind")}. It assumes that open questions would have gone on like the rest and is blind to curves that cross. Where both sides speak a question can be confirmed by their agreement alone.`,
			alt: `Of ${countLabel(waits.length, "question")} ${percentLabel(within(all, 0))} are settled on the day of the first claim, ${percentLabel(within(all, 7))} within a week and ${percentLabel(ends(all))} by the end of the window. By who spoke first: ${joinList(bySide.curves.map((curve) => `${nameOf(curve.group)} ${curve.settled} of ${curve.n}`))}. By kind: ${joinList(byKind.curves.map((curve) => `${nameOf(curve.group)} ${curve.settled} of ${curve.n}`))}.`,
		},
		provenance,
	);
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
	return items.length === 0 ? [] : [items.slice(0, size), ...chunks(items.slice(size), size)];
}

const pin = (text: string, x: number, y: number, yshift: number, size: number, color: string) => ({
	xref: "paper" as const,
	yref: "paper" as const,
	x,
	y,
	yshift,
	text,
	showarrow: false,
	xanchor: "left" as const,
	yanchor: "bottom" as const,
	font: { size, color },
});
