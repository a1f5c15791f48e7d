import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import {
	type AccuracyGrouping,
	accuracyBy,
	excludedClaims,
	rankProbabilities,
} from "../../reliability/accuracy/accuracy.js";
import { accuracyOverTime } from "../../reliability/accuracy/accuracy-over-time.js";
import { differenceTest } from "../../reliability/accuracy/difference-test.js";
import { judgeClaims } from "../../reliability/accuracy/outcomes.js";
import { claimTimeline, mostOpposed } from "../../reliability/questions/claim-timeline.js";
import { reportsPerQuestion } from "../../reliability/questions/reports-per-original-source.js";
import { seeded } from "../../statistics/random.js";
import type { CatalogueEntry } from "../catalogue-entry.js";
import { aClaim } from "../needs.js";
import { alignmentLabels, sourceKindLabels } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { colours } from "../parts/theme.js";
import { type AccuracySubject, accuracyChart } from "./accuracy.js";
import { accuracyOverTimeChart } from "./accuracy-over-time.js";
import { claimTimelineChart } from "./claim-timeline.js";
import { basisLabels, sideLabels } from "./labels.js";
import { evidenceFigures } from "./list-evidence.js";
import { recordFigures } from "./list-record.js";
import { truthFigures } from "./list-truth.js";
import { reportsPerOriginalSource } from "./reports-per-original-source.js";

/** One seed for all shuffles, so that the same data give the same bytes. */
const seed = 1;

const recordsBy = (by: AccuracyGrouping, subject: AccuracySubject) => (dossier: Dossier) => {
	const claims = judgeClaims(dossier);
	const records = accuracyBy(claims, by);
	return accuracyChart(
		records,
		accuracyBy(judgeClaims(dossier, { circular: "include" }), by),
		differenceTest(claims, by, seeded(seed), { deal: "groups" }),
		excludedClaims(claims),
		subject,
		provenanceOf(dossier),
		rankProbabilities(records),
	);
};

/** The chart of a single case. */
const caseFigures: readonly CatalogueEntry[] = [
	{
		id: "claim-ladder",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) => {
			const question = mostOpposed(dossier);
			if (question === null) throw new NotEnoughDataError("no question is answered both yes and no");
			return claimTimelineChart(claimTimeline(dossier, question.proposition_id), provenanceOf(dossier));
		},
	},
];

/** Charts of whose word held up. */
export const reliabilityCharts: readonly CatalogueEntry[] = [
	...caseFigures,
	{
		id: "track-record-by-kind",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: recordsBy("source_kind", {
			id: "track-record-by-kind",
			groups: "kinds of source",
			words: sourceKindLabels,
		}),
	},
	{
		id: "track-record-by-side",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: recordsBy("side", {
			id: "track-record-by-side",
			groups: "sides",
			words: sideLabels,
			areNames: true,
			colours,
		}),
	},
	{
		id: "track-record-by-alignment",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: recordsBy("alignment", {
			id: "track-record-by-alignment",
			groups: "alignments",
			words: alignmentLabels,
			areNames: true,
		}),
	},
	{
		id: "track-record-by-basis",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: recordsBy("basis", { id: "track-record-by-basis", groups: "bases of a claim", words: basisLabels }),
	},
	{
		id: "reliability-over-time",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) => {
			const asOf = dossier.observation.observed_to;
			const claims = judgeClaims(dossier, { asOf });
			return accuracyOverTimeChart(
				accuracyOverTime(dossier, "side"),
				differenceTest(claims, "side", seeded(seed), { deal: "groups" }),
				excludedClaims(claims),
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "reports-and-origins",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) => reportsPerOriginalSource(reportsPerQuestion(dossier), provenanceOf(dossier)),
	},
	...recordFigures,
	...truthFigures,
	...evidenceFigures,
];
