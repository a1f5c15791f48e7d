import { leftOutClaims, sourceRecords } from "../../reliability/accuracy/accuracy.js";
import { admissions, claimsWithBearing, recordsByBearing } from "../../reliability/accuracy/accuracy-by-interest.js";
import { corrections } from "../../reliability/accuracy/corrections.js";
import { judgeClaims } from "../../reliability/accuracy/outcomes.js";
import { wordRecords } from "../../reliability/accuracy/statement-records.js";
import { tollQuestions } from "../../reliability/casualties/casualty-claims.js";
import { tolls } from "../../reliability/casualties/casualty-figures.js";
import { tollBiases } from "../../reliability/casualties/reporting-bias.js";
import { rightByDay } from "../../reliability/questions/leading-answer-accuracy.js";
import { compareWaits, waitCurve, waitsForVerdict } from "../../reliability/questions/time-to-resolution.js";
import { seeded } from "../../statistics/random.js";
import type { CatalogueEntry } from "../catalogue-entry.js";
import { provenanceOf } from "../parts/provenance.js";
import { forAndAgainst } from "./accuracy-by-interest.js";
import { tollRanges } from "./casualty-figures.js";
import { correctionTrail } from "./corrections.js";
import { rightByDayChart } from "./leading-answer-accuracy.js";
import { namedSources } from "./named-sources.js";
import { tollBias } from "./reporting-bias.js";
import { timeToTruth } from "./time-to-resolution.js";

/** Charts of the record in depth: names, interests, numbers, corrections and time. */
export const recordFigures: readonly CatalogueEntry[] = [
	{
		id: "named-sources",
		draw: (dossier) => {
			const claims = judgeClaims(dossier);
			return namedSources(
				sourceRecords(claims),
				sourceRecords(judgeClaims(dossier, { ownVerdicts: "kept" })),
				new Map(dossier.sources.map(({ source_id, name }) => [source_id, name])),
				leftOutClaims(claims),
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "for-and-against",
		draw: (dossier) => {
			const claims = claimsWithBearing(dossier);
			return forAndAgainst(
				recordsByBearing(claims),
				recordsByBearing(claimsWithBearing(dossier, { ownVerdicts: "kept" })),
				admissions(dossier),
				leftOutClaims(claims),
				dossier.claims.length,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "toll-ranges",
		draw: (dossier) => tollRanges(tolls(dossier), tollQuestions(dossier).left_out, provenanceOf(dossier)),
	},
	{
		id: "time-to-truth",
		draw: (dossier) => {
			const waits = waitsForVerdict(dossier);
			return timeToTruth(
				waitCurve(waits.rows),
				compareWaits(waits.rows, "first_side", seeded(1)),
				compareWaits(waits.rows, "incident_kind", seeded(1)),
				waits,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "right-by-day",
		draw: (dossier) =>
			rightByDayChart(rightByDay(dossier), rightByDay(dossier, 30, { carrying: "left_out" }), provenanceOf(dossier)),
	},
	{
		id: "correction-trail",
		draw: (dossier) => correctionTrail(corrections(dossier), wordRecords(dossier), provenanceOf(dossier)),
	},
	{ id: "toll-bias", draw: (dossier) => tollBias(tollBiases(dossier), provenanceOf(dossier)) },
];
