import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reliesOnSource } from "../../src/claims/circularity.js";
import { coverage } from "../../src/frequency/coverage.js";
import { originalSourcesPerIncident } from "../../src/frequency/sensitivity.js";
import { loadDossier } from "../../src/load/dossier.js";
import type { Claim, Dossier } from "../../src/records/records.js";
import { corrections } from "../../src/reliability/accuracy/corrections.js";
import { interestDirection } from "../../src/reliability/accuracy/interest.js";
import { judgeClaims } from "../../src/reliability/accuracy/outcomes.js";
import { reportingBiases } from "../../src/reliability/casualties/reporting-bias.js";
import { leadingAnswerAccuracy } from "../../src/reliability/questions/leading-answer-accuracy.js";
import { reportsPerIncident, reportsPerQuestion } from "../../src/reliability/questions/reports-per-original-source.js";
import { robustness } from "../../src/reliability/questions/robustness.js";
import { timesToResolution } from "../../src/reliability/questions/time-to-resolution.js";
import { answersByOriginalSource } from "../../src/reliability/truth/dossier-answers.js";
import { claim, dossierOf, occurred, source } from "../frequency/dossier.js";
import { ownDossier as real } from "../support/own-figures.js";

const six = loadDossier(fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url)));

/** A dossier in which each of these sources, which were not named on the question before, repeats the one before it. */
function withRelays(dossier: Dossier, original: Claim, relays: readonly string[]): Dossier | null {
	const named = dossier.claims
		.filter(({ proposition_id }) => proposition_id === original.proposition_id)
		.flatMap(({ source_id, via_source_id }) => [source_id, via_source_id]);
	if (relays.some((relay) => named.includes(relay))) return null;
	const added = relays.map(
		(relay, place): Claim => ({
			...original,
			claim_id: `zz-added-${place}`,
			source_id: relay,
			reported_by: null,
			via_source_id: relays[place - 1] ?? original.source_id,
			stance: "repeats",
		}),
	);
	return { ...dossier, claims: [...dossier.claims, ...added] };
}

const isAdded = ({ claim_id }: Pick<Claim, "claim_id">) => claim_id.startsWith("zz-added");

/** What every estimate is made of, for the claims of a dossier that are not added. */
function evidence(dossier: Dossier): unknown {
	const interestOf = interestDirection(dossier);
	return {
		outcomes: judgeClaims(dossier).filter((row) => !isAdded(row)),
		interestDirections: dossier.claims.filter((row) => !isAdded(row)).map(interestOf),
		originalSources: reportsPerQuestion(dossier).map((row) => [
			row.original_sources,
			row.agreeing_sources,
			row.agreed_answer,
		]),
		ofIncidents: reportsPerIncident(dossier).map((row) => [row.original_sources, row.agreeing_sources]),
		corrections: corrections(dossier),
		waits: timesToResolution(dossier),
		right: leadingAnswerAccuracy(dossier, 5),
		rightWithoutDecisive: leadingAnswerAccuracy(dossier, 5, { circular: "exclude" }),
		answers: answersByOriginalSource(dossier).answers,
		firstAnswers: answersByOriginalSource(dossier, { statement: "first" }).answers,
		independent: [...originalSourcesPerIncident(dossier)],
		coverage: coverage(dossier, { by: "month" }).rows,
		robustness: robustness(dossier).questions,
		biases: reportingBiases(dossier).rows,
	};
}

describe("a repeat is not evidence", () => {
	test.each([
		["six invented incidents", six, 100],
		["the dossier", real, 8],
	])("a repeat of any claim, and repeats of that, change no estimate (property): %s", (_, dossier, numRuns) => {
		const before = evidence(dossier);
		const ids = dossier.sources.map(({ source_id }) => source_id);
		const relays = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(fc.constantFrom(...dossier.claims), relays, (original, chain) => {
				const more = withRelays(dossier, original, chain);
				fc.pre(more !== null);
				expect(evidence(more as Dossier)).toEqual(before);
			}),
			{ numRuns },
		);
	});

	test("a repeat of every repeat in the dossier adds no original source", () => {
		const repeats = real.claims.filter(({ stance }) => stance === "repeats");
		expect(repeats.length).toBeGreaterThan(0);
		const counts = (dossier: Dossier) => reportsPerQuestion(dossier).map(({ original_sources }) => original_sources);
		const fresh = { ...source("a-new-relay", "independent") };
		const added = repeats.map(
			(claim): Claim => ({
				...claim,
				claim_id: `zz-added-${claim.claim_id}`,
				source_id: fresh.source_id,
				reported_by: null,
				via_source_id: claim.source_id,
			}),
		);
		const more = { ...real, sources: [...real.sources, fresh], claims: [...real.claims, ...added] };
		expect(counts(more)).toEqual(counts(real));
	});

	test("ANI relays Khaama, which relays Iran International: coded either way, one original source", () => {
		const id = "2023-03-11-saravan-shooting.handover_date.c05";
		const coded = real.claims.map((row) => (row.claim_id === id ? { ...row, via_source_id: "khaama" } : row));
		expect(coded).not.toEqual(real.claims);
		expect(evidence({ ...real, claims: coded })).toEqual(evidence(real));
	});

	test("collective sources are counted, shown apart, and agree with nobody", () => {
		const dossier = dossierOf([], {
			sources: [source("iran", "iran_state"), { ...source("fighters", "taliban"), collective: true }],
			propositions: [occurred("i", "unresolved", null)],
			claims: [claim("iran", null, "asserts", "i.occurred"), claim("fighters", null, "asserts", "i.occurred")],
		});
		expect(reportsPerQuestion(dossier)[0]).toMatchObject({
			original_sources: 2,
			collective_sources: 1,
			sides: 2,
			agreeing_sources: 0,
			agreed_answer: null,
		});
		expect(judgeClaims(dossier).map(({ reason }) => reason)).toEqual([null, "collective_source"]);
	});

	test("both Afghan governments are one side of two: they alone do not oppose each other", () => {
		const of = (...alignments: ("taliban" | "afghan_republic" | "iran_state")[]) =>
			reportsPerQuestion(
				dossierOf([], {
					sources: alignments.map((alignment) => source(alignment, alignment)),
					propositions: [occurred("i", "unresolved", null)],
					claims: alignments.map((alignment) => claim(alignment, null, "asserts", "i.occurred")),
				}),
			)[0]?.agreeing_sources;
		expect(of("taliban", "afghan_republic")).toBe(0);
		expect(of("taliban", "afghan_republic", "iran_state")).toBe(3);
	});
});

describe("circularity", () => {
	const sources = [
		source("state", "iran_state"),
		{ ...source("ministry", "iran_state"), parent_id: "state" },
		{ ...source("office", "iran_state"), parent_id: "ministry" },
		{ ...source("sister", "iran_state"), parent_id: "state" },
		source("agency", "independent"),
		source("paper", "independent"),
		source("blog", "independent"),
		source("stranger", "independent"),
	];
	const on = "i.occurred";
	const carried = claim("ministry", "2022-01-01", "asserts", on);
	const dossier = dossierOf([], {
		sources,
		propositions: [occurred("i", "confirmed", true)],
		claims: [
			// Quoted through an agency, which does not thereby say so itself.
			{ ...carried, reported_by: "paper", via_source_id: "agency" },
			{ ...claim("paper", "2022-01-02", "repeats", on), via_source_id: "ministry" },
			{ ...claim("blog", "2022-01-03", "repeats", on), via_source_id: "paper" },
		],
		verdict_basis: [{ proposition_id: on, claim_id: carried.claim_id }],
	});
	test.each([
		["ministry", true, "its own claim"],
		["state", true, "its office's claim"],
		["office", true, "the claim of the office above"],
		["sister", false, "another office's claim"],
		["paper", true, "the claim that it copies"],
		["blog", true, "the claim whose copy it copies"],
		["agency", false, "a claim that it only carried"],
		["stranger", false, "nothing of its own"],
	])("%s: %s, for the verdict relies on %s", (source_id, wanted) => {
		expect(reliesOnSource(dossier)({ source_id, proposition_id: on })).toBe(wanted);
		expect(reliesOnSource(dossier)({ source_id, proposition_id: "elsewhere" })).toBe(false);
	});

	test("what a source said before it copied is its own", () => {
		const on_day = (published_on: string | null) =>
			reliesOnSource(dossier)({ source_id: "paper", proposition_id: on, published_on });
		expect([on_day("2022-01-01"), on_day("2022-01-02"), on_day(null)]).toEqual([false, true, true]);
	});

	test("a verdict that relies on a copy relies on its original", () => {
		const copied = {
			...dossier,
			verdict_basis: [{ proposition_id: on, claim_id: dossier.claims[1]?.claim_id as string }],
		};
		expect(reliesOnSource(copied)({ source_id: "ministry", proposition_id: on })).toBe(true);
	});
});
