import type { Counts } from "../../frequency/counts.js";
import type { Coverage } from "../../frequency/coverage.js";
import { colours, type Figure, frame, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, monthLabel, percentLabel, periodLabel } from "../parts/labels.js";
import { countAxis, lowCoverageShades, timeAxis } from "./axes.js";

const claimReasons: Readonly<Record<string, string>> = {
	relay_of_another: "relay another's words",
	no_date: "have no date",
	outside_period: "lie outside the window",
};

/**
 * Incidents per month over the number of sources that spoke, by side; months with too few are shaded.
 *
 * @param counts counts by month
 * @param covered coverage by month
 */
export function sourceCoverage(counts: Counts, covered: Coverage, provenance: Provenance): Figure {
	const { rows, low_coverage_below } = covered;
	const thin = rows.filter(({ low_coverage }) => low_coverage);
	const quiet = counts.rows.filter(({ count }) => count === 0).map(({ period }) => period);
	const quietThin = thin.filter(({ period }) => quiet.includes(period)).length;
	const x = rows.map(({ period }) => period);
	const bar = { type: "bar" as const, x, xperiod: "M1" as const, xperiodalignment: "middle" as const };
	const time = timeAxis(provenance.observed_from, provenance.observed_to);
	const sides = [
		{ name: "Iranian state", side: "iranian", color: colours.iran_state },
		{ name: "Afghan sides", side: "afghan", color: colours.afghan_sides },
		{ name: "neither, or not known", side: "neither", color: colours.third_party },
	] as const;
	const languages = [...new Set(rows.flatMap((row) => row.languages.split(" ")))].filter((code) => code !== "").sort();
	const untold = rows.reduce((sum, row) => sum + row.claims_language_unknown, 0) / Math.max(1, covered.n);
	const who = (row: Coverage["rows"][number]) =>
		row.origins === 0
			? "no source spoke"
			: `${countLabel(row.origins, "source")}: ${row.iranian} Iranian state, ${row.afghan} Afghan sides, ${row.neither} neither<br>based in: ${row.countries === "" ? "not known" : row.countries}<br>languages that addresses tell: ${row.languages === "" ? "none" : row.languages}`;
	const excludedClaims = covered.excluded.map(({ reason, n }) => `${n} ${claimReasons[reason] ?? reason}`).join(", ");
	return frame(
		{
			id: "who-was-watching",
			subject: "frequency",
			plotHeight: 400,
			data: [
				{
					...bar,
					y: counts.rows.map(({ count }) => count),
					marker: { color: colours.incident },
					showlegend: false,
					hovertext: counts.rows.map(
						({ period, count }) => `<b>${monthLabel(period)}</b><br>${countLabel(count, "incident")}`,
					),
					hoverinfo: "text",
				},
				...sides.map(({ name, side, color }) => ({
					...bar,
					y: rows.map((row) => row[side]),
					xaxis: "x2" as const,
					yaxis: "y2" as const,
					name,
					marker: { color },
					hovertext: rows.map((row) => `<b>${monthLabel(row.period)}</b><br>${who(row)}`),
					hoverinfo: "text" as const,
				})),
			],
			layout: {
				barmode: "stack",
				bargap: 0.15,
				margin: { l: 56, r: 24, t: 26, b: 48 },
				xaxis: { ...time, anchor: "y", showticklabels: false },
				xaxis2: { ...time, anchor: "y2" },
				yaxis: countAxis("incidents", { domain: [0.55, 1], anchor: "x", nticks: 5 }),
				yaxis2: countAxis("sources", { domain: [0, 0.46], anchor: "x2", nticks: 5 }),
				shapes: lowCoverageShades(covered, "x2"),
				showlegend: true,
				legend: { orientation: "h", x: 1, xanchor: "right", y: 1, yanchor: "bottom", traceorder: "normal" },
			},
			table: rows.map((row, index) => ({
				month: row.period.slice(0, 7),
				incidents: counts.rows[index]?.count ?? 0,
				sources: row.origins,
				iranian: row.iranian,
				afghan: row.afghan,
				neither: row.neither,
				countries: row.countries,
				languages: row.languages,
				claims_language_unknown: row.claims_language_unknown,
				claims: row.claims,
				thin: row.low_coverage,
			})),
		},
		{
			title: `In ${thin.length} of ${rows.length} months fewer than ${low_coverage_below} sources spoke: of the ${quiet.length} months without an incident, ${quietThin} may be silence rather than peace`,
			subtitle: `Incidents per month (above) and the distinct sources that spoke of any incident in that month, by side (below); shaded: fewer than ${low_coverage_below}, darker: none`,
			caption: `${periodLabel(provenance)}. n = ${countLabel(counts.n, "incident")} and ${countLabel(covered.n, "claim")}. ${excludedLabel(counts.excluded)} Claims left out: ${excludedClaims === "" ? "none" : excludedClaims}. Sources are seen only when they speak, so where nothing happened even a watchful one is not counted. Languages that the addresses of pages tell: ${languages.length === 0 ? "none" : languages.join(", ")}; ${percentLabel(untold)} of the claims have an address that tells none. Rates of shaded months are not safe to read.`,
			alt: `Bars of incidents and of sources by month. ${thin.length} of ${rows.length} months have fewer than ${low_coverage_below} sources; ${quietThin} of the ${quiet.length} months without incidents are among them.`,
		},
		provenance,
	);
}
