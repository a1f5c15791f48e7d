import type { MethodComparison, MethodRow } from "../../reliability/truth/method-comparison.js";
import { beside, columnHead } from "../parts/columns-beside.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, joinList, percentLabel, periodLabel } from "../parts/labels.js";
import { shareAxis } from "../parts/share-axis.js";
import { methodLabels, untoldLabel } from "./truth-labels.js";

const rowHeight = 25;

/**
 * How often each truth method agrees with the verdicts of people, the vote first: dots with 90 % limits where no
 * claim is heard on which the verdict rests, diamonds where all are. What a method gains or loses against the vote
 * stands beside it, on the same questions. No posterior is shown: none is calibrated.
 *
 * @param apart without the claims on which verdicts rest
 * @param together with them
 */
export function truthMethodsChart(apart: MethodComparison, together: MethodComparison, provenance: Provenance): Figure {
	// Plotly counts upwards, and the vote stands at the top.
	const rows = [...apart.methods].reverse();
	const kept = new Map(together.methods.map((row) => [row.method, row]));
	const y = (row: MethodRow) => rows.indexOf(row);
	const vote = apart.methods[0] as MethodRow;
	const colourOf = (row: MethodRow) => (row === vote ? colours.highlight : colours.incident);
	const counts = ({ right, wrong, tied }: MethodRow) => `${right} · ${wrong} · ${tied}`;
	return frame(
		{
			id: "methods-side-by-side",
			subject: "reliability",
			plotHeight: rows.length * rowHeight,
			data: [
				...rows.map((row) => ({
					type: "scatter" as const,
					mode: "lines" as const,
					x: [row.low, row.high],
					y: [y(row), y(row)],
					line: { color: colourOf(row), width: 4 },
					opacity: 0.45,
					hoverinfo: "skip" as const,
				})),
				{
					type: "scatter",
					mode: "markers",
					x: rows.map(({ method }) => kept.get(method)?.share ?? null),
					y: rows.map(y),
					marker: { size: 9, symbol: "diamond-open", color: ink.soft, line: { width: 1.5 } },
					hoverinfo: "text",
					hovertext: rows.map(({ method }) => {
						const row = kept.get(method);
						return row ? `${hover(row)}<br>all claims heard, also those the verdict rests on` : "";
					}),
				},
				{
					type: "scatter",
					mode: "markers",
					x: rows.map(({ share }) => share),
					y: rows.map(y),
					marker: { size: 11, color: rows.map(colourOf) },
					hoverinfo: "text",
					hovertext: rows.map(hover),
				},
			],
			layout: {
				margin: { l: 192, r: 326, t: 26, b: 34 },
				xaxis: {
					...shareAxis,
					range: [0, 1.01],
				},
				yaxis: {
					range: [-0.6, rows.length - 0.4],
					tickvals: rows.map(y),
					ticktext: rows.map(({ method }) => nameOf(method)),
					showgrid: false,
					zeroline: false,
				},
				shapes: [
					{
						type: "line",
						x0: vote.share,
						x1: vote.share,
						y0: -0.6,
						y1: rows.length - 0.4,
						line: { color: colours.highlight, width: 1, dash: "dot" },
						layer: "below",
					},
				],
				annotations: [
					...rows.map((row) => beside(y(row), String(row.n), 14)),
					...rows.map((row) => beside(y(row), counts(row), 54)),
					...rows.map((row) => beside(y(row), row === vote ? "–" : againstVote(row), 160)),
					...[columnHead("n", 14), columnHead("right · wrong · tied", 54), columnHead("points over the vote", 160)],
				],
			},
			table: apart.methods.map((row) => {
				const all = kept.get(row.method);
				return {
					...row,
					n_basis_kept: all?.n ?? null,
					share_basis_kept: all?.share ?? null,
					over_vote_basis_kept: all?.over_vote ?? null,
					against_vote_basis_kept: all?.against_vote ?? null,
				};
			}),
		},
		{
			title: titleOf(apart, together),
			subtitle:
				"Share of settled questions on which a method agrees with the verdict, with 90 % intervals, no claim heard on which the verdict rests; diamonds: with those claims too",
			caption: `${periodLabel(provenance)}. ${countLabel(apart.settled, "settled question")}, of which ${apart.unanswered} keep no claim once those that carry the verdict are hidden, and on ${apart.out_of_reach} nobody who is left gives the true answer; ${apart.used} claims are heard. ${untoldLabel(apart)} Ties share the credit. Intervals: incidents drawn again whole; told apart from the vote only where an interval for ${apart.methods.length - 1} comparisons at once excludes 0. Methods taught by verdicts are asked without those of the same incident. Dawid–Skene is asked yes-or-no questions only, median and GTM counts only. What carries a verdict agrees with it by construction: diamonds lean high, and dots low, for they miss the best witnesses.`,
			alt: `Share of settled questions on which each method agrees with the verdict: ${apart.methods
				.map(({ method, share, n }) => `${nameOf(method)} ${percentLabel(share)}${n === vote.n ? "" : ` (of ${n})`}`)
				.join(
					", ",
				)}; n ${vote.n} where not said. With the claims on which verdicts rest the vote agrees in ${percentLabel(kept.get(vote.method)?.share ?? 0)}.`,
		},
		provenance,
	);
}

const nameOf = (method: string): string => methodLabels[method] ?? method;

/** A difference in hundredths, with its sign. */
const points = (difference: number): string => {
	const whole = Math.round(100 * difference);
	return whole === 0 ? "0" : `${whole > 0 ? "+" : "−"}${Math.abs(whole)}`;
};

const againstVote = ({ over_vote, over_vote_low, over_vote_high, against_vote }: MethodRow): string =>
	`${points(over_vote)} (${points(over_vote_low)} to ${points(over_vote_high)})${against_vote === "not_told_apart" ? "" : ` ${against_vote}`}`;

const hover = (row: MethodRow): string =>
	`${nameOf(row.method)}: ${percentLabel(row.share)} (${percentLabel(row.low)} to ${percentLabel(row.high)}), n ${row.n}<br>${row.right} right, ${row.wrong} wrong, ${row.tied} tied; of ${row.disputed} with two answers ${row.disputed_right} right`;

/** Names a method as better only where it is told apart from the vote with and without the verdict's own claims. */
function titleOf(apart: MethodComparison, together: MethodComparison): string {
	const told = (kind: MethodRow["against_vote"], { methods }: MethodComparison) =>
		methods.filter(({ against_vote }) => against_vote === kind).map(({ method }) => method);
	const better = told("better", apart).filter((method) => told("better", together).includes(method));
	const vote = apart.methods[0] as MethodRow;
	const others = apart.methods.filter(({ method, n }) => method !== vote.method && n === vote.n);
	const shares = others.map(({ share }) => share);
	const range = `${percentLabel(Math.min(...shares))} to ${percentLabel(Math.max(...shares))}`;
	return better.length === 0
		? `No truth method is told apart as better than the vote of origins: it agrees with ${percentLabel(vote.share)} of ${vote.n} verdicts that do not rest on what it hears, the others with ${range}`
		: `${joinList(better.map(nameOf))} ${better.length === 1 ? "does" : "do"} better than the vote of origins, which agrees with ${percentLabel(vote.share)} of ${vote.n} verdicts`;
}
