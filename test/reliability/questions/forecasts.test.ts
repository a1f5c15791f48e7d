import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadDossier } from "../../../src/load/dossier.js";
import type { Claim, Dossier, Proposition } from "../../../src/records/records.js";
import { recalibrate, scoreForecasts } from "../../../src/reliability/questions/forecast-scores.js";
import { forecastAnswers, type QuestionForecast } from "../../../src/reliability/questions/forecasts.js";
import { seeded } from "../../../src/statistics/random.js";
import { ownDossier as real } from "../../support/own-figures.js";

const six = loadDossier(fileURLToPath(new URL("../../fixtures/six-incidents", import.meta.url)));
const before = forecastAnswers(real).forecasts;
const said = (rows: readonly QuestionForecast[]) => rows.map(({ outcome, ...row }) => row);

/** Three questions of three incidents; who says what on which day stands in the rows. */
function dossierOf(
	claims: readonly (readonly [question: string, source: string, value: boolean, day: string])[],
): Dossier {
	const [claim, proposition, source] = [six.claims[0] as Claim, six.propositions[0] as Proposition, six.sources[0]];
	const questions = ["p", "q", "r"];
	return {
		...six,
		sources: ["one", "two", "three"].map((id) => ({
			...(source as NonNullable<typeof source>),
			source_id: id,
			parent_id: null,
			collective: false,
		})),
		propositions: questions.map((id) => ({
			...proposition,
			proposition_id: id,
			incident_id: `incident-${id}`,
			type: "boolean",
			categories: [],
			verdict_status: "confirmed",
			verdict_value: true,
			verdict_decided_on: { p: "2022-01-10", q: "2022-02-10", r: "2022-03-10" }[id] ?? null,
		})),
		claims: claims.map(([proposition_id, source_id, value, published_on], index) => ({
			...claim,
			claim_id: `c${index}`,
			proposition_id,
			source_id,
			value,
			value_min: null,
			value_max: null,
			published_on,
			stance: "asserts",
			reported_by: null,
			via_source_id: null,
		})),
		verdict_basis: [],
	};
}

describe("by hand", () => {
	const dossier = dossierOf([
		["p", "one", true, "2022-01-01"],
		["p", "two", true, "2022-01-02"],
		["p", "three", false, "2022-01-03"],
		["q", "one", true, "2022-02-01"],
		// Published on the settling day: not known the day before.
		["q", "two", false, "2022-02-10"],
		["r", "one", false, "2022-03-01"],
		["r", "two", true, "2022-03-01"],
	]);

	test("the vote says 2 of 3, 1 of 1, and is tied", () => {
		const { forecasts, excluded } = forecastAnswers(dossier, { method: "vote" });
		expect(forecasts).toMatchObject([
			{
				proposition_id: "p",
				as_of: "2022-01-09",
				answer: "yes",
				probability: expect.closeTo(2 / 3, 12),
				original_sources: 3,
			},
			{ proposition_id: "q", as_of: "2022-02-09", answer: "yes", probability: 1, outcome: true, original_sources: 1 },
		]);
		expect(excluded).toEqual([{ reason: "tied", n: 1 }]);
	});

	test("one-coin learns from what was settled by then: nothing for p, p for q, p and q for r", () => {
		const { forecasts } = forecastAnswers(dossier);
		expect(forecasts.map(({ learned_from }) => learned_from)).toEqual([0, 1, 2]);
		// Source one: prior Beta(4, 2), right on p; on q itself a posterior x of being right, so that
		// a = (3 + 1 + x) / (4 + 1 + 1) and x = a: a = 4 / 5.
		expect(forecasts[1]).toMatchObject({ answer: "yes", probability: expect.closeTo(0.8, 5), outcome: true });
	});

	test("what carries the verdict is not heard, with its family and those that pass it on", () => {
		const hidden = {
			...dossier,
			verdict_basis: [{ proposition_id: "q", claim_id: "c3" }],
			sources: dossier.sources.map((row) => ({ ...row, parent_id: row.source_id === "two" ? "one" : null })),
		};
		expect(forecastAnswers(hidden).excluded).toEqual([{ reason: "no_source_yet", n: 1 }]);
		expect(forecastAnswers(hidden, { circular: "include" }).forecasts).toHaveLength(3);
		const ofChild = { ...hidden, verdict_basis: [{ proposition_id: "q", claim_id: "c4" }] };
		expect(forecastAnswers(ofChild).excluded).toEqual([{ reason: "no_source_yet", n: 1 }]);
	});
});

describe("without hindsight", () => {
	test("claims and verdicts of later days change no earlier forecast", () => {
		for (const day of ["2022-03-01", "2023-06-15"]) {
			const changed: Dossier = {
				...real,
				claims: real.claims.map((row) =>
					row.published_on === null || row.published_on > day
						? { ...row, value: typeof row.value === "boolean" ? !row.value : row.value, basis: "unknown" }
						: row,
				),
				propositions: real.propositions.map((row) =>
					row.verdict_decided_on !== null && row.verdict_decided_on > day && typeof row.verdict_value === "boolean"
						? { ...row, verdict_value: !row.verdict_value }
						: row,
				),
			};
			const earlier = (rows: readonly QuestionForecast[]) => said(rows).filter(({ as_of }) => (as_of as string) < day);
			expect(earlier(before).length).toBeGreaterThan(2);
			expect(earlier(forecastAnswers(changed).forecasts)).toEqual(earlier(before));
		}
	});

	test("verdicts of the same incident change no forecast of it, with hindsight either", () => {
		const all = forecastAnswers(real, { known: "today" }).forecasts;
		const counts = new Map<string, number>();
		for (const { incident_id } of all) counts.set(incident_id, (counts.get(incident_id) ?? 0) + 1);
		const [incident] = [...counts].sort(([, a], [, b]) => b - a)[0] as [string, number];
		const turned: Dossier = {
			...real,
			propositions: real.propositions.map((row) =>
				row.incident_id === incident && typeof row.verdict_value === "boolean"
					? { ...row, verdict_value: !row.verdict_value }
					: row,
			),
		};
		const own = (rows: readonly QuestionForecast[]) => said(rows).filter((row) => row.incident_id === incident);
		const after = forecastAnswers(turned, { known: "today" }).forecasts;
		expect(own(all).length).toBeGreaterThan(1);
		expect(own(after)).toEqual(own(all));
	});

	test("forecasts and questions left out add up to all questions", () => {
		for (const options of [{}, { method: "vote" }, { circular: "include" }, { known: "today" }] as const) {
			const { forecasts, excluded } = forecastAnswers(real, options);
			expect(forecasts.length + excluded.reduce((sum, { n }) => sum + n, 0)).toBe(real.propositions.length);
		}
	});
});

describe("scores of the forecasts", () => {
	const row = (incident_id: string, probability: number, outcome: boolean): QuestionForecast => ({
		...(before[0] as QuestionForecast),
		incident_id,
		probability,
		outcome,
	});
	// Odds of 9 said, three of four held, in each of three incidents: odds of 3 are the slope ½ (by hand).
	const rows = ["x", "y", "z"].flatMap((incident) => [
		row(incident, 0.9, true),
		row(incident, 0.9, true),
		row(incident, 0.9, true),
		row(incident, 0.9, false),
	]);

	test("too sure by half: .9 becomes .75; Brier .21 becomes .1875 (by hand)", () => {
		expect(recalibrate(rows).map(({ probability }) => probability)).toEqual(rows.map(() => expect.closeTo(0.75, 9)));
		const [raw, after] = scoreForecasts(rows, { random: seeded(1), draws: 50 });
		expect(raw).toMatchObject({
			stage: "raw",
			n: 12,
			incidents: 3,
			supported_share: 0.75,
			slope: expect.closeTo(0.5, 9),
		});
		expect(raw?.brier).toBeCloseTo((3 * 0.01 + 0.81) / 4, 12);
		expect(after?.brier).toBeCloseTo((3 * 0.0625 + 0.5625) / 4, 9);
		expect(after?.reliability).toBeCloseTo(0, 12);
		// Every incident is alike, so that resampling them moves nothing.
		expect(raw?.brier_low).toBeCloseTo(raw?.brier as number, 12);
	});

	test("a single incident is left as it is", () => {
		const alone = rows.slice(0, 4);
		expect(recalibrate(alone)).toEqual(alone);
	});
});
