import type { Robustness, RobustnessResult } from "../../reliability/questions/robustness.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, percentLabel, periodLabel } from "../parts/labels.js";

const columns = [
	{ label: "none leads", has: ({ answer }: Robustness) => answer === null },
	{ label: "1, the only<br>voice", has: (row: Robustness) => fewest(row) === 1 && row.origins === 1 },
	{ label: "1 of several", has: (row: Robustness) => fewest(row) === 1 && row.origins > 1 },
	{ label: "2", has: (row: Robustness) => fewest(row) === 2 },
	{ label: "3", has: (row: Robustness) => fewest(row) === 3 },
	{ label: "4", has: (row: Robustness) => fewest(row) === 4 },
	{ label: "5 or more", has: (row: Robustness) => fewest(row) >= 5 },
] as const;

const fewest = ({ answer, removed_at_least }: Robustness): number => (answer === null ? 0 : (removed_at_least ?? 0));

const panels = [
	{ heading: "ResolvedAnswers questions", statuses: ["confirmed", "refuted"] },
	{ heading: "Not settled", statuses: ["announced", "contested", "unresolved"] },
] as const;

/**
 * How many origins must be left out before the computed answer changes: bars for the vote over origins, a
 * diamond for one-coin MAP, settled questions above the others on one scale.
 */
export function robustnessChart(
	{ questions: byVote, without_voice }: RobustnessResult,
	{ questions: byOneCoin }: RobustnessResult,
	provenance: Provenance,
): Figure {
	const within = (rows: readonly Robustness[], statuses: readonly string[]) =>
		rows.filter(({ verdict_status }) => statuses.includes(verdict_status));
	// One scale for both panels: each is as high as what it has to show.
	const heights = panels.map(
		({ statuses }) =>
			15 +
			Math.max(
				...[byVote, byOneCoin].flatMap((rows) =>
					columns.map(({ has }) => within(rows, statuses).filter((row) => has(row)).length),
				),
			),
	);
	const split = ((heights[1] as number) / ((heights[0] as number) + (heights[1] as number))) * 0.87;
	const x = columns.map((_, index) => index);
	const axisOf = (panel: number) => (panel === 0 ? ("y" as const) : ("y2" as const));
	return frame(
		{
			id: "fragility",
			subject: "reliability",
			plotHeight: 420,
			data: panels.flatMap(({ statuses }, panel) => [
				...statuses.map((status) => {
					const own = byVote.filter(({ verdict_status }) => verdict_status === status);
					const counts = columns.map(({ has }) => own.filter((row) => has(row)).length);
					return {
						type: "bar" as const,
						x,
						y: counts,
						yaxis: axisOf(panel),
						marker: { color: colours[status] },
						width: 0.62,
						hoverinfo: "text" as const,
						hovertext: counts.map(
							(count, index) => `${status}: ${countLabel(count, "question")}, ${hoverLabel(index)}`,
						),
					};
				}),
				{
					type: "scatter" as const,
					mode: "markers" as const,
					x,
					y: columns.map(({ has }) => within(byOneCoin, statuses).filter((row) => has(row)).length),
					yaxis: axisOf(panel),
					cliponaxis: false,
					marker: { symbol: "diamond", size: 10, color: ink.paper, line: { width: 1.5, color: ink.text } },
					hoverinfo: "text" as const,
					hovertext: columns.map(
						({ has }, index) =>
							`one-coin MAP: ${countLabel(within(byOneCoin, statuses).filter((row) => has(row)).length, "question")}, ${hoverLabel(index)}`,
					),
				},
			]),
			layout: {
				barmode: "stack",
				margin: { l: 64, r: 24, t: 44, b: 66 },
				xaxis: {
					tickvals: x,
					ticktext: columns.map(({ label }) => label),
					range: [-0.5, columns.length - 0.5],
					showgrid: false,
					zeroline: false,
					anchor: "y2",
					title: { text: "origins to leave out before the answer changes", font: { size: 12, color: ink.soft } },
				},
				yaxis: { ...counts(heights[0] as number), domain: [split + 0.13, 1] },
				yaxis2: { ...counts(heights[1] as number), domain: [0, split] },
				annotations: panels.flatMap(({ heading, statuses }, panel) => {
					const totals = columns.map(({ has }) => within(byVote, statuses).filter((row) => has(row)).length);
					const [y, n] = [panel === 0 ? 1 : split, within(byVote, statuses).length];
					const words = [heading, `n = ${n}`, ...statuses];
					const heads = words.map((text, index) => ({
						xref: "paper" as const,
						yref: "paper" as const,
						x: [0, 0.17, 0.3, 0.43, 0.56][index] as number,
						y,
						yshift: 4,
						text: index < 2 ? text : `<b>${text}</b>`,
						showarrow: false,
						xanchor: "left" as const,
						yanchor: "bottom" as const,
						font: { size: 12, color: index < 2 ? ink.text : colours[text as keyof typeof colours] },
					}));
					return [...heads, ...totals.map((total, index) => count(index, total, axisOf(panel)))];
				}),
			},
			table: byVote.map((row) =>
				tableRow(
					row,
					byOneCoin.find((other) => other.proposition_id === row.proposition_id),
				),
			),
		},
		{
			title: titleOf(within(byVote, panels[0].statuses)),
			subtitle:
				"Questions by the smallest number of origins whose removal changes the computed answer to another or to a tie; bars: vote over origins, diamonds: one-coin MAP",
			caption: `${periodLabel(provenance)}. n = ${byVote.length} questions with a voice, one voice per origin, last word, repeats never. Left out: ${countLabel(without_voice, "question")} without one. ${boundWords([...byVote, ...byOneCoin])} One-coin MAP weighs an origin by what it proved on other incidents. What is left out is a voice in the computation; the coders' verdict may rest on more, such as a document.`,
			alt: `${panels
				.map(({ heading, statuses }) => {
					const rows = within(byVote, statuses);
					return `${heading} (n ${rows.length}), by vote: ${columns
						.map(({ has }, index) => `${hoverLabel(index)} ${rows.filter((row) => has(row)).length}`)
						.join(", ")}`;
				})
				.join(". ")}.`,
		},
		provenance,
	);
}

const count = (x: number, y: number, yref: "y" | "y2") => ({
	x: x - 0.36,
	y,
	yref,
	text: String(y),
	showarrow: false,
	xanchor: "right" as const,
	yanchor: "middle" as const,
	font: { size: 11, color: ink.soft },
});

const hoverLabel = (index: number): string => (columns[index]?.label ?? "").replace("<br>", " ");

const counts = (highest: number) => ({
	range: [0, highest] as [number, number],
	dtick: 20,
	gridcolor: ink.grid,
	zeroline: true,
	zerolinecolor: ink.line,
	title: { text: "questions", font: { size: 12, color: ink.soft } },
});

function titleOf(settled: readonly Robustness[]): string {
	const one = settled.filter((row) => row.pivotal.length > 0);
	const alone = one.filter(({ origins }) => origins === 1).length;
	return settled.length === 0
		? "No settled question has a voice whose removal could be tried"
		: `${one.length} of ${settled.length} settled questions (${percentLabel(one.length / settled.length)}) have a majority that falls with a single origin, ${alone} of them because nobody else speaks`;
}

function boundWords(rows: readonly Robustness[]): string {
	const bounded = rows.filter(({ removed_at_least, removed_at_most }) => removed_at_least !== removed_at_most).length;
	return bounded === 0 ? "All sets are exact." : `${countLabel(bounded, "set")} bounded, the rest exact.`;
}

const tableRow = (row: Robustness, other: Robustness | undefined) => ({
	proposition_id: row.proposition_id,
	verdict_status: row.verdict_status,
	origins: row.origins,
	vote_answer: row.answer,
	vote_share: row.support,
	vote_pivotal: row.pivotal.join(" "),
	vote_largest_shift: row.largest_shift,
	vote_removed_at_least: row.removed_at_least,
	vote_removed_at_most: row.removed_at_most,
	vote_removed: row.removed.join(" "),
	one_coin_answer: other?.answer ?? null,
	one_coin_posterior_uncalibrated: other?.support ?? null,
	one_coin_pivotal: other?.pivotal.join(" ") ?? null,
	one_coin_removed_at_least: other?.removed_at_least ?? null,
	one_coin_removed_at_most: other?.removed_at_most ?? null,
	one_coin_removed: other?.removed.join(" ") ?? null,
});
