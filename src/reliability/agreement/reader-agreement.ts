import { type DisputedVerdict, disputedVerdicts } from "../../claims/disputed-verdicts.js";
import { countExclusions, type Excluded } from "../../records/exclusions.js";
import { groupBy } from "../../records/group-by.js";
import type { Dossier, Proposition, PropositionType, VerdictReading } from "../../records/records.js";
import { clusterBootstrap } from "../../statistics/cluster-bootstrap.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { cohenKappa } from "../../statistics/kappa.js";
import { krippendorffAlpha } from "../../statistics/krippendorff.js";
import { chartRandom, type Random } from "../../statistics/random.js";
import { resampling } from "../resampling.js";

/** What two readers are compared in: the status of every question, or the value named on questions of one type. */
export type ReadingPart = "status" | `${PropositionType} value`;

/** How far readers agree in one part of their readings. */
export interface ReaderAgreementRow {
	readonly part: ReadingPart;
	/** `krippendorff_alpha` of all readers; `cohen_kappa` of the two readers named. */
	readonly coefficient: "krippendorff_alpha" | "cohen_kappa";
	readonly reader: string | null;
	readonly other: string | null;
	/** 1 for full agreement, 0 for chance; `null` where nothing varies or nothing can be compared. */
	readonly estimate: number | null;
	/** 95% limits from resampling incidents; `null` with fewer than ten, or where a resample has no estimate. */
	readonly low: number | null;
	readonly high: number | null;
	/** Questions compared, and those on which every reader says the same. */
	readonly n: number;
	readonly same: number;
	readonly incidents: number;
	/** Questions of the part (all, or those of the type) that are not compared; with `n` they are all of them. */
	readonly excluded: readonly Excluded<"not_read" | "one_reader" | "value_not_named">[];
}

/** How far the readers of the verdicts agree. */
export interface ReaderAgreement {
	readonly readers: readonly string[];
	/** Questions of the dossier; those read at all, and those read by two readers or more. */
	readonly questions: number;
	readonly read: number;
	readonly read_twice: number;
	/** Questions on which two readers differ, with their readings. */
	readonly disputed: readonly DisputedVerdict[];
	/** Empty where no question has two readers. */
	readonly rows: readonly ReaderAgreementRow[];
}

/** Bootstrap resamples (default 2,000), and their source of chance. */
export interface ReaderAgreementOptions {
	/** Bootstrap resamples (default 2,000). */
	readonly draws?: number;
	/** Source of chance, such as `seeded(1)`; by default a fixed seed. */
	readonly random?: Random;
}

const parts = ["status", "boolean value", "count value", "category value"] as const;

/**
 * How far the readers in `readings.csv` agree beyond chance: Krippendorff's alpha (nominal) of all readers, and Cohen's
 * kappa of each two, by status and by value. Questions of one incident are correlated: whole incidents are resampled.
 * The verdict in the propositions is no reading. Values are names: 9 and 10 differ. Category values of different questions have no
 * words in common, so their chance agreement is low.
 *
 */
export function readerAgreement(
	dossier: Pick<Dossier, "propositions" | "readings">,
	{ draws = resampling.draws, random = chartRandom() }: ReaderAgreementOptions = {},
): ReaderAgreement {
	const { propositions, readings } = dossier;
	const readers = [...new Set(readings.map(({ reader }) => reader))].sort();
	const byQuestion = groupBy(readings, ({ proposition_id }) => proposition_id);
	const asked = propositions.map((proposition) => ({
		...proposition,
		readings: byQuestion.get(proposition.proposition_id) ?? [],
	}));
	const read_twice = asked.filter((question) => question.readings.length > 1).length;
	const pairs = readers.flatMap((reader, index) => readers.slice(index + 1).map((other) => [reader, other] as const));
	const rows = parts.flatMap((part) => [
		rowOf(asked, part, null, { draws, random }),
		...pairs.map((pair) => rowOf(asked, part, pair, { draws, random })),
	]);
	return {
		readers,
		questions: propositions.length,
		read: asked.filter((question) => question.readings.length > 0).length,
		read_twice,
		disputed: disputedVerdicts(dossier),
		rows: read_twice === 0 ? [] : rows,
	};
}

type Asked = Proposition & { readonly readings: readonly VerdictReading[] };
type Compared = { readonly incident: string; readonly said: readonly string[] };

function rowOf(
	all: readonly Asked[],
	part: ReadingPart,
	pair: readonly [string, string] | null,
	bootstrap: { readonly draws: number; readonly random: Random },
): ReaderAgreementRow {
	const saidIn = ({ verdict_status, verdict_value }: VerdictReading) =>
		part === "status" ? verdict_status : verdict_value === null ? null : String(verdict_value);
	const questions = all.filter(({ type }) => part === "status" || part === `${type} value`);
	const compared: Compared[] = [];
	const reasons = questions.map(({ incident_id, readings }) => {
		if (readings.length === 0) return "not_read" as const;
		const own =
			pair === null ? readings : pair.flatMap((reader) => readings.find((row) => row.reader === reader) ?? []);
		if (own.length < 2) return "one_reader" as const;
		const said = own.flatMap((row) => saidIn(row) ?? []);
		if (said.length < 2) return "value_not_named" as const;
		compared.push({ incident: incident_id, said });
		return null;
	});
	const estimateOf = (rows: readonly Compared[]): number | null =>
		pair === null
			? krippendorffAlpha(
					rows.map(({ said }) => said),
					"nominal",
				).alpha
			: cohenKappa(rows.map(({ said }) => said as [string, string])).kappa;
	// In a fixed order, so that the limits do not depend on the order of the rows.
	const clusters = [...groupBy(compared, ({ incident }) => incident)]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, own]) => own);
	return {
		part,
		coefficient: pair === null ? "krippendorff_alpha" : "cohen_kappa",
		reader: pair?.[0] ?? null,
		other: pair?.[1] ?? null,
		estimate: estimateOf(compared),
		...limitsOf(clusters, (drawn) => estimateOf(drawn.flat()), bootstrap),
		n: compared.length,
		same: compared.filter(({ said }) => new Set(said).size === 1).length,
		incidents: clusters.length,
		excluded: countExclusions(["not_read", "one_reader", "value_not_named"], reasons),
	};
}

/** 95% limits from whole incidents; none where they would be too narrow, or where a resample has no estimate. */
function limitsOf<Cluster>(
	clusters: readonly Cluster[],
	estimate: (drawn: readonly Cluster[]) => number | null,
	bootstrap: { readonly draws: number; readonly random: Random },
): { readonly low: number | null; readonly high: number | null } {
	if (clusters.length < resampling.minimumIncidents) return { low: null, high: null };
	let isDefined = true;
	const limits = clusterBootstrap(
		clusters,
		(drawn) => {
			const found = estimate(drawn);
			isDefined &&= found !== null;
			return found ?? 0;
		},
		bootstrap,
	)(intervalLevel);
	return isDefined ? limits : { low: null, high: null };
}
