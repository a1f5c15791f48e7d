import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reliesOnSource } from "../../src/claims/circularity.js";
import { loadDossier } from "../../src/load/dossier.js";
import type { Claim, Dossier } from "../../src/records/records.js";
import { corrections } from "../../src/reliability/accuracy/corrections.js";
import { interestDirection } from "../../src/reliability/accuracy/interest.js";
import { judgeClaims } from "../../src/reliability/accuracy/outcomes.js";
import { reportingBiases } from "../../src/reliability/casualties/reporting-bias.js";
import { leadingAnswerAccuracy } from "../../src/reliability/questions/leading-answer-accuracy.js";
import { reportsPerIncident, reportsPerQuestion } from "../../src/reliability/questions/reports-per-original-source.js";
import { timesToResolution } from "../../src/reliability/questions/time-to-resolution.js";
import { claim, dossierOf, occurred, source } from "../frequency/dossier.js";

const six = loadDossier(fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url)));
const real = loadDossier();

/** A dossier with one more relay of a claim, by a source that has no other claim on the question. */
function withRelay(dossier: Dossier, original: Claim, relay: string): Dossier | null {
	const isThere = dossier.claims.some(
		(each) => each.source_id === relay && each.proposition_id === original.proposition_id,
	);
	if (isThere || original.stance === "repeats") return null;
	const added: Claim = {
		...original,
		claim_id: "zz-added",
		source_id: relay,
		reported_by: null,
		via_source_id: original.source_id,
		stance: "repeats",
	};
	return { ...dossier, claims: [...dossier.claims, added] };
}

/** What every estimate is made of, for the claims of a dossier that are not added. */
function evidence(dossier: Dossier): unknown {
	const interestOf = interestDirection(dossier);
	return {
		outcomes: judgeClaims(dossier).filter(({ claim_id }) => claim_id !== "zz-added"),
		interestDirections: dossier.claims.filter(({ claim_id }) => claim_id !== "zz-added").map(interestOf),
		originalSources: reportsPerQuestion(dossier).map((row) => [
			row.original_sources,
			row.agreeing_sources,
			row.agreed_answer,
		]),
		ofIncidents: reportsPerIncident(dossier).map((row) => [row.original_sources, row.agreeing_sources]),
		corrections: corrections(dossier),
		waits: timesToResolution(dossier),
		right: leadingAnswerAccuracy(dossier, 5),
		biases: reportingBiases(dossier).rows,
	};
}

describe("a repeat is not evidence", () => {
	test.each([
		["six invented incidents", six, 100],
		["the dossier", real, 8],
	])("a relay added to any claim changes no estimate (property): %s", (_, dossier, numRuns) => {
		const before = evidence(dossier);
		fc.assert(
			fc.property(fc.constantFrom(...dossier.claims), fc.constantFrom(...dossier.sources), (original, relay) => {
				const more = withRelay(dossier, original, relay.source_id);
				fc.pre(more !== null);
				expect(evidence(more as Dossier)).toEqual(before);
			}),
			{ numRuns },
		);
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
