import { daysOfRate } from "../../frequency/rates.js";
import { sensitivity, type Variant, type VariantRates } from "../../frequency/sensitivity.js";
import type { YearlyRate } from "../../frequency/yearly-rates.js";
import { type Dossier, otherBordersName, type Region } from "../../records/records.js";
import { requireData } from "../catalogue-entry.js";
import { anIncident, type Need, twoIncidents, twoPeriods } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { captionLabel, countLabel } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { countAxis, limitBars } from "./axes.js";
import { apportionedNote, ci, garwoodNote, rangeLabel, reportedNote, selectionNotes } from "./notes.js";

/** What the chart cannot be drawn without. */
export const rateSensitivityNeeds: readonly Need[] = [anIncident, twoPeriods("year"), twoIncidents];

type Symbol = "circle" | "square" | "diamond" | "triangle-up" | "circle-open" | "x";

type Look = Readonly<Record<Variant, { readonly label: string; readonly symbol: Symbol; readonly color: string }>>;

const lookOf = (region: Region): Look => ({
	main: { label: `all on the ${region.name}`, symbol: "circle", color: colours.incident },
	dates_apportioned: { label: "vague dates apportioned", symbol: "x", color: "#5f86a3" },
	day_known: { label: "day known", symbol: "square", color: "#7f9db3" },
	two_sources: { label: "two original sources or more", symbol: "diamond", color: ink.soft },
	confirmed_or_not_asked: { label: "confirmed or not asked", symbol: "triangle-up", color: ink.text },
	both_borders: {
		label: `with ${region.other_borders.length === 1 ? "the " : ""}${otherBordersName(region)}`,
		symbol: "circle-open",
		color: ink.line,
	},
});

function numbersOf(dossier: Dossier) {
	const choices = sensitivity(dossier);
	const counted = choices.filter(({ counts }) => counts.n > 0);
	const highest = counted.map((choice) => yearOf(choice.highest));
	return {
		choices,
		main: choices.find(({ variant }) => variant === "main") as VariantRates,
		/** Choices with an incident: the others have no highest year. */
		counted,
		highest,
		isSame: new Set(highest).size === 1,
		/** Choices under which the highest rate differs from the lowest by the strictest test. */
		differ: counted.filter(({ extremes_differ }) => extremes_differ).length,
		/** Choices under which the highest year's Poisson interval lies above all others. */
		apart: counted.filter(({ rows, highest: best }) => rows.every((row) => row === best || row.high < best.low)).length,
	};
}

const yearOf = ({ period }: YearlyRate) => period.slice(0, 4);

function title({ highest, isSame, differ, counted, choices }: ReturnType<typeof numbersOf>): string {
	if (!isSame) return "Which year has the highest rate depends on what is counted";
	const all = counted.length === choices.length ? `all ${choices.length}` : `${counted.length} of ${choices.length}`;
	const found = `${highest[0]} has the highest rate under ${all} choices of what to count`;
	return differ === counted.length ? found : `${found}; it could be chance`;
}

/**
 * Incidents per 30 observed days by year under six choices of what to count, with exact 95% Poisson intervals: stricter
 * dates, two original sources, verification status, both borders.
 *
 * @throws NotEnoughDataError without an incident or with a single year
 * @example
 * charts.rateSensitivity(loadDossier()).table[0] // → { choice: "main", year: "2021", days_observed: 184 }
 */
export function rateSensitivity(dossier: Dossier): Figure {
	requireData(dossier, rateSensitivityNeeds);
	const numbers = numbersOf(dossier);
	const { choices, main, counted, highest, differ, apart } = numbers;
	const provenance = provenanceOf(dossier);
	const years = main.rows.map(yearOf);
	const look = lookOf(dossier.region);
	return frame(
		{
			id: "rate-sensitivity",
			subject: "frequency",
			plotHeight: 320,
			data: choices.map(({ variant, rows, counts }, place) => ({
				type: "scatter",
				mode: "markers",
				cliponaxis: false,
				name: `${look[variant].label} (${counts.n})`,
				x: rows.map((_, index) => index + (place - (choices.length - 1) / 2) * 0.13),
				y: rows.map((row) => row.rate_per_30_days),
				marker: { symbol: look[variant].symbol, color: look[variant].color, size: 9 },
				error_y: limitBars(
					rows.map((row) => ({ ...row, at: row.rate_per_30_days })),
					{ color: look[variant].color, thickness: 1.5, width: 3 },
				),
				// The table has the years of one choice after those of another.
				customdata: rows.map((_, index) => place * rows.length + index),
				hovertext: rows.map(
					(row) =>
						`<b>${yearOf(row)}, ${look[variant].label}</b><br>per ${daysOfRate} days: ${row.rate_per_30_days.toFixed(2)}<br>${ci}: ${rangeLabel(row, 2)}<br>incidents: ${Number(row.n.toFixed(1))} in ${countLabel(row.days_observed, "day")}`,
				),
				hoverinfo: "text",
			})),
			layout: {
				margin: { l: 56, r: 24, t: 50, b: 34 },
				xaxis: {
					tickvals: years.map((_, index) => index),
					ticktext: years,
					range: [-0.5, years.length - 0.5],
					showgrid: false,
					zeroline: false,
					linecolor: ink.line,
				},
				yaxis: countAxis(`incidents per ${daysOfRate} days`),
				showlegend: true,
				legend: { orientation: "h", x: 0, xanchor: "left", y: 1.02, yanchor: "bottom", traceorder: "normal" },
			},
			table: choices.flatMap(({ variant, rows }) =>
				rows.map((row) => ({
					choice: variant,
					year: yearOf(row),
					incidents: row.n,
					days_observed: row.days_observed,
					rate_per_30_days: row.rate_per_30_days,
					low: row.low,
					high: row.high,
					low_overdispersed: row.low_overdispersed,
					high_overdispersed: row.high_overdispersed,
				})),
			),
		},
		{
			title: title(numbers),
			subtitle: `Incidents per ${daysOfRate} days by year, ${choices.length} choices of what to count (n in brackets), lines ${ci} (Poisson)`,
			caption: captionLabel(provenance, countLabel(main.counts.n, "incident"), main.counts.excluded),
			notes: [
				...selectionNotes(dossier, main.counts),
				"These numbers are for the first choice. The others exclude or add what their names say.",
				reportedNote,
				`Vague dates apportioned: ${apportionedNote.slice(0, 1).toLowerCase()}${apportionedNote.slice(1)} Under the other choices an incident counts on its first day.`,
				"Two original sources or more: a repeat counts for the source that it goes back to, or for none.",
				"Confirmed or not asked: without incidents that may not have happened by the verdict (likely, contested or refuted).",
				garwoodNote,
				`Under ${apart} of ${countLabel(counted.length, "choice")} the interval of the highest year lies above all others, if incidents are independent.`,
				`Highest and lowest year differ significantly under ${differ} of ${countLabel(counted.length, "choice")}, allowing for clustering and for the choice of the two years (Bonferroni).`,
				"The choices share incidents, so their intervals do not test one against another.",
			],
			alt: `Points show rates by year for ${countLabel(choices.length, "choice")} of what to count. Highest year: ${counted.map(({ variant }, index) => `${look[variant].label} ${highest[index]}`).join("; ")}.`,
		},
		provenance,
	);
}
