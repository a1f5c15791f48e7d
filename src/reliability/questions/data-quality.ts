import { periodsBetween } from "../../calendar/days.js";
import { countOriginalSources } from "../../claims/leading-answer.js";
import { originalSourcesOf } from "../../claims/original-source.js";
import { groupBy } from "../../records/group-by.js";
import { knownOption } from "../../records/known-option.js";
import { type Dossier, incidentKinds } from "../../records/records.js";
import { type ReaderAgreement, type ReaderAgreementOptions, readerAgreement } from "../agreement/reader-agreement.js";

/** What the rows are grouped by: the year in which an incident began, or its event type. */
export const qualityGroupings = ["year", "kind"] as const;
export type QualityGrouping = (typeof qualityGroupings)[number];

/** How well documented the incidents of one group are. All numbers are counts. */
export interface DataQualityRow {
	/** A year, an event type, or `all`. */
	readonly group: string;
	readonly incidents: number;
	readonly questions: number;
	readonly claims: number;
	/** Claims with a date. */
	readonly dated: number;
	/** Claims with the address of the page. */
	readonly with_page: number;
	/** Claims read on the source's own page; all others are quoted on another. */
	readonly read_on_page: number;
	/** Questions by number of original sources: none (no claim, or repeats that name none), one, two, and more. */
	readonly no_source: number;
	readonly one_source: number;
	readonly two_sources: number;
	readonly three_or_more_sources: number;
	/** Questions with two readings or more in `readings.csv`, and those on which their readers differ. */
	readonly read_twice: number;
	readonly disputed: number;
}

/** How well documented a dossier is, by group and over all. */
export interface DataQuality {
	readonly by: QualityGrouping;
	/** Years of the observed period, those without an incident among them; or the event types that occur. */
	readonly rows: readonly DataQualityRow[];
	readonly all: DataQualityRow;
	/** How far the readers of the verdicts agree; only this is an estimate. */
	readonly readers: ReaderAgreement;
}

/** What the rows are grouped by, and how the agreement of readers is resampled. */
export interface DataQualityOptions extends ReaderAgreementOptions {
	/** Rows: by `year` of the incident (default), or by its event type (`kind`). */
	readonly by?: QualityGrouping;
}

/**
 * How well documented the incidents are: claims with a date, with an address and read on the source's own page, and
 * questions by number of original sources. Counts of all rows of the dossier, aggregate reports and other borders among
 * them. Nothing is excluded and nothing is a sample, so they have no interval. `readers` says how far the readers in
 * `readings.csv` agree on verdicts: Krippendorff's alpha, Cohen's kappa, and each question that they dispute.
 *
 * @throws `unknown grouping: colour (known: year, kind)`
 * @example
 * dataQuality(dossier).all // → { incidents: 6, questions: 6, claims: 20, dated: 19 }
 */
export function dataQuality(dossier: Dossier, { by = "year", ...resampling }: DataQualityOptions = {}): DataQuality {
	knownOption("grouping", by, qualityGroupings);
	const { observed_from, observed_to } = dossier.observation;
	const claims = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	const questions = groupBy(dossier.propositions, ({ incident_id }) => incident_id);
	const readings = groupBy(dossier.readings, ({ proposition_id }) => proposition_id);
	const originalSource = originalSourcesOf(dossier);
	const readers = readerAgreement(dossier, resampling);
	const disputed = new Set(readers.disputed.map(({ proposition_id }) => proposition_id));
	const rowOf = (group: string, incidents: Dossier["incidents"]): DataQualityRow => {
		const asked = incidents.flatMap(({ incident_id }) => questions.get(incident_id) ?? []);
		const answers = asked.map(({ proposition_id }) => claims.get(proposition_id) ?? []);
		const given = answers.flat();
		const sources = answers.map((each) => countOriginalSources(each, originalSource));
		return {
			group,
			incidents: incidents.length,
			questions: asked.length,
			claims: given.length,
			dated: given.filter(({ published_on }) => published_on !== null).length,
			with_page: given.filter(({ url }) => url !== null).length,
			read_on_page: given.filter(({ read }) => read === "page").length,
			no_source: sources.filter((count) => count === 0).length,
			one_source: sources.filter((count) => count === 1).length,
			two_sources: sources.filter((count) => count === 2).length,
			three_or_more_sources: sources.filter((count) => count > 2).length,
			read_twice: asked.filter(({ proposition_id }) => (readings.get(proposition_id) ?? []).length > 1).length,
			disputed: asked.filter(({ proposition_id }) => disputed.has(proposition_id)).length,
		};
	};
	const grouped = groupBy(dossier.incidents, ({ kind, date_start }) => (by === "kind" ? kind : date_start.slice(0, 4)));
	const groups =
		by === "kind"
			? incidentKinds.filter((kind) => grouped.has(kind))
			: periodsBetween("year", observed_from, observed_to).map((day) => day.slice(0, 4));
	return {
		by,
		rows: groups.map((group) => rowOf(group, grouped.get(group) ?? [])),
		all: rowOf("all", dossier.incidents),
		readers,
	};
}
