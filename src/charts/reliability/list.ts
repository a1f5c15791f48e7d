import type { Dossier } from "../../records/records.js";
import {
	leftOutClaims,
	type RecordGrouping,
	rankProbabilities,
	trackRecords,
} from "../../reliability/accuracy/accuracy.js";
import { recordsOverTime } from "../../reliability/accuracy/accuracy-over-time.js";
import { differenceTest } from "../../reliability/accuracy/difference-test.js";
import { judgeClaims } from "../../reliability/accuracy/outcomes.js";
import { claimLadder, mostOpposed } from "../../reliability/questions/claim-timeline.js";
import { spreadOfClaims } from "../../reliability/questions/reports-per-original-source.js";
import { seeded } from "../../statistics/random.js";
import type { CatalogueEntry } from "../catalogue-entry.js";
import { alignmentWords, sourceKindWords } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { colours } from "../parts/theme.js";
import { type TrackRecordSubject, trackRecord } from "./accuracy.js";
import { reliabilityOverTime } from "./accuracy-over-time.js";
import { claimLadderChart } from "./claim-timeline.js";
import { basisWords, sideWords } from "./labels.js";
import { reportsAndOrigins } from "./reports-per-original-source.js";

/** One seed for all shuffles, so that the same data give the same bytes. */
const seed = 1;

const recordsBy = (by: RecordGrouping, subject: TrackRecordSubject) => (dossier: Dossier) => {
	const claims = judgeClaims(dossier);
	const records = trackRecords(claims, by);
	return trackRecord(
		records,
		trackRecords(judgeClaims(dossier, { ownVerdicts: "kept" }), by),
		differenceTest(claims, by, seeded(seed), { deal: "groups" }),
		leftOutClaims(claims),
		subject,
		provenanceOf(dossier),
		rankProbabilities(records),
	);
};

/** The chart of a single case. */
export const caseFigures: readonly CatalogueEntry[] = [
	{
		id: "claim-ladder",
		draw: (dossier) => {
			const question = mostOpposed(dossier);
			if (question === null) throw new RangeError("no question is answered both yes and no");
			return claimLadderChart(claimLadder(dossier, question.proposition_id), provenanceOf(dossier));
		},
	},
];

/** Charts of whose word held up. */
export const reliabilityFigures: readonly CatalogueEntry[] = [
	{
		id: "track-record-by-kind",
		draw: recordsBy("source_kind", {
			id: "track-record-by-kind",
			groups: "kinds of source",
			words: sourceKindWords,
		}),
	},
	{
		id: "track-record-by-side",
		draw: recordsBy("side", { id: "track-record-by-side", groups: "sides", words: sideWords, areNames: true, colours }),
	},
	{
		id: "track-record-by-alignment",
		draw: recordsBy("alignment", {
			id: "track-record-by-alignment",
			groups: "alignments",
			words: alignmentWords,
			areNames: true,
		}),
	},
	{
		id: "track-record-by-basis",
		draw: recordsBy("basis", { id: "track-record-by-basis", groups: "bases of a claim", words: basisWords }),
	},
	{
		id: "reliability-over-time",
		draw: (dossier) => {
			const asOf = dossier.observation.observed_to;
			const claims = judgeClaims(dossier, { asOf });
			return reliabilityOverTime(
				recordsOverTime(dossier, "side"),
				differenceTest(claims, "side", seeded(seed), { deal: "groups" }),
				leftOutClaims(claims),
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "reports-and-origins",
		draw: (dossier) => reportsAndOrigins(spreadOfClaims(dossier), provenanceOf(dossier)),
	},
];
