import { correctionTrail } from "../charts/correction-trail.js";
import { forAndAgainst } from "../charts/for-and-against.js";
import { namedSources } from "../charts/named-sources.js";
import { provenanceOf } from "../charts/provenance.js";
import { rightByDayChart } from "../charts/right-by-day.js";
import { timeToTruth } from "../charts/time-to-truth.js";
import { tollBias } from "../charts/toll-bias.js";
import { tollRanges } from "../charts/tolls.js";
import { corrections } from "../reliability/corrections.js";
import { admissions, claimsWithBearing, recordsByBearing } from "../reliability/interests.js";
import { judgeClaims } from "../reliability/outcomes.js";
import { rightByDay } from "../reliability/right-by-day.js";
import { compareWaits, waitCurve, waitsForVerdict } from "../reliability/time-to-truth.js";
import { tollBiases } from "../reliability/toll-bias.js";
import { tollQuestions } from "../reliability/toll-claims.js";
import { tolls } from "../reliability/tolls.js";
import { leftOutClaims, sourceRecords } from "../reliability/track-record.js";
import { wordRecords } from "../reliability/word-records.js";
import { seeded } from "../statistics/random.js";
import type { CatalogueEntry } from "./catalogue-entry.js";

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
