import type { ClaimDigit, Credibility } from "../../reliability/questions/credibility.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, percentLabel, periodLabel } from "../parts/labels.js";

const digits: readonly { readonly digit: ClaimDigit; readonly words: string }[] = [
	{ digit: "1", words: "1 confirmed by others" },
	{ digit: "2", words: "2 probably true" },
	{ digit: "3", words: "3 possibly true" },
	{ digit: "4", words: "4 doubtful" },
	{ digit: "5", words: "5 improbable" },
	{ digit: "6", words: "6 cannot be judged" },
];
const statuses = ["confirmed", "refuted", "announced", "contested", "unresolved"] as const;

/**
 * What the others make of each answer: answers by Admiralty digit, each judged by the other origins alone,
 * coloured by where the coders left the question.
 *
 * @param claims how many claims there are in all
 */
export function credibilityChart(rows: readonly Credibility[], claims: number, provenance: Provenance): Figure {
	const of = (digit: ClaimDigit) => rows.filter((row) => row.digit === digit);
	const totals = digits.map(({ digit }) => of(digit).length);
	const y = digits.map((_, index) => digits.length - 1 - index);
	const [confirmed, alone] = [of("1").length, of("6").length];
	const lacking = rows.filter(({ lacks_independence }) => lacks_independence).length;
	return frame(
		{
			id: "credibility",
			subject: "reliability",
			plotHeight: 250,
			data: statuses.map((status) => {
				const counts = digits.map(
					({ digit }) => of(digit).filter(({ verdict_status }) => verdict_status === status).length,
				);
				return {
					type: "bar" as const,
					orientation: "h" as const,
					x: counts,
					y,
					width: 0.64,
					marker: { color: colours[status] },
					hoverinfo: "text" as const,
					hovertext: counts.map(
						(count, index) => `${digits[index]?.words}: ${countLabel(count, "answer")} to ${status} questions`,
					),
				};
			}),
			layout: {
				barmode: "stack",
				margin: { l: 168, r: 90, t: 30, b: 52 },
				xaxis: {
					range: [0, Math.max(...totals) * 1.02],
					gridcolor: ink.grid,
					zeroline: true,
					zerolinecolor: ink.line,
					title: { text: "answers, one per origin and question", font: { size: 12, color: ink.soft } },
				},
				yaxis: {
					tickvals: y,
					ticktext: digits.map(({ words }) => words),
					range: [-0.6, digits.length - 0.4],
					showgrid: false,
					zeroline: false,
				},
				annotations: [
					...totals.map((total, index) => ({
						x: total,
						y: y[index] as number,
						xshift: 6,
						text: `${total} (${percentLabel(total / Math.max(1, rows.length))})`,
						showarrow: false,
						xanchor: "left" as const,
						font: { size: 12, color: ink.text },
					})),
					...statuses.map((status, index) => ({
						xref: "paper" as const,
						yref: "paper" as const,
						x: index * 0.17,
						y: 1,
						yshift: 6,
						text: `<b>${status}</b>`,
						showarrow: false,
						xanchor: "left" as const,
						yanchor: "bottom" as const,
						font: { size: 12, color: colours[status] },
					})),
				],
			},
			table: rows.map((row) => ({ ...row })),
		},
		{
			title: `Independent others confirm ${confirmed} of ${rows.length.toLocaleString("en")} answers; ${alone} cannot be judged, for nobody else speaks`,
			subtitle:
				"Answers by Admiralty digit, from the other origins alone by one-coin MAP; colour: where the coders left the question",
			caption: `${periodLabel(provenance)}. n = ${countLabel(rows.length, "answer")}, one voice per origin and question, its last word. Left out: ${countLabel(claims - rows.length, "claim")}, which are repeats, labels for several voices, without an answer, or other words of the same voice. The source itself and offices above or below it have no say, nor has any verdict of the incident. Digits begin at a posterior of 95, 75, 50 and 25 % (1 to 4), which is the kit's own scale and not calibrated. 1 also demands two or more that agree, not all of the source's side; ${countLabel(lacking, "answer")} fell to 2 for that.`,
			alt: `Answers by Admiralty digit: ${digits.map(({ words }, index) => `${words} ${totals[index]}`).join(", ")}; ${countLabel(rows.length, "answer")} in all.`,
		},
		provenance,
	);
}
