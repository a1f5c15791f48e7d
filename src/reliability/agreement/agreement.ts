import { rangeOf } from "../../claims/number-range.js";
import { type Side, sideOf, sourcesById } from "../../claims/sides.js";
import { groupBy } from "../../records/group-by.js";
import { knownOption } from "../../records/known-option.js";
import type { Alignment, Claim, Dossier, SourceKind } from "../../records/records.js";
import { clusterBootstrap } from "../../statistics/cluster-bootstrap.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { chartRandom, type Random } from "../../statistics/random.js";
import { resampling } from "../resampling.js";
import { answersByOriginalSource } from "../truth/dossier-answers.js";

/** What sources are grouped by when their answers are compared. */
export const agreementGroupings = ["side", "source_kind", "alignment", "source_id"] as const;
export type AgreementGrouping = (typeof agreementGroupings)[number];

/** How often two groups give the same answer to the questions that both answer. */
export interface AgreementRow {
	readonly group: string;
	/** The same as `group` for different original sources of one group. */
	readonly other: string;
	/** Questions answered by an original source of either. */
	readonly questions: number;
	/** Incidents with such questions. */
	readonly incidents: number;
	/** Pairs of different original sources on these questions. */
	readonly pairs: number;
	/** Share of a question's pairs that agree, averaged over questions: 0 to 1; `null` without any. */
	readonly share: number | null;
	/** 95% limits from resampling incidents; `null` with fewer than ten incidents. */
	readonly low: number | null;
	readonly high: number | null;
	/** Limits that hold for all pairs of groups together (Bonferroni); `null` where `low` is. */
	readonly simultaneous_low: number | null;
	readonly simultaneous_high: number | null;
	/** Claims of one that only repeat the other: they count in no other column. */
	readonly repeats: number;
}

/** How answers are compared. */
export interface AgreementOptions {
	/** A source's `first` statement on a question (default), or its `last`. */
	readonly statement?: "first" | "last";
	/** `near` (default): counts agree within one or a tenth, but 0 only with 0. `exact`: the same number or range only. */
	readonly counts?: "near" | "exact";
	/** Bootstrap resamples (default 2,000). */
	readonly draws?: number;
	/** Source of chance, such as `seeded(1)`; by default a fixed seed. */
	readonly random?: Random;
}

/**
 * For each two groups, how often their original sources give the same answer to the questions that both answer. Each
 * original source has one answer a question (`answersByOriginalSource`). Repeats are counted apart; collective sources
 * are not counted. Every question has the same weight. Pairs of groups without a shared question are given with 0;
 * pairs of single sources without one are excluded.
 *
 * Agreement is not accuracy: two sources may agree because both are right, because both repeat a third, or because the
 * question was easy.
 *
 * @throws `unknown grouping: colour (known: side, source_kind, alignment, source_id)`
 * @example
 * pairwiseAgreement(dossier, "side")[0] // → { group: "iran_state", other: "iran_state", questions: 2, pairs: 2, share: 0.50 }
 */
export function pairwiseAgreement(
	dossier: Dossier,
	by: AgreementGrouping,
	options: AgreementOptions = {},
): AgreementRow[] {
	const { statement = "first", counts = "near", draws = resampling.draws, random = chartRandom() } = options;
	knownOption("grouping", by, agreementGroupings);
	const sources = sourcesById(dossier);
	const groupOf = (id: string): Alignment | SourceKind | Side | string => {
		const source = sources.get(id);
		if (by === "source_id" || !source) return id;
		return by === "side" ? sideOf(source.alignment) : by === "alignment" ? source.alignment : source.kind;
	};
	const incidentOf = new Map(dossier.propositions.map((row) => [row.proposition_id, row.incident_id]));
	const { used } = answersByOriginalSource(dossier, { statement });
	const shared = new Map<string, SharedQuestion[]>();
	for (const [question, answers] of groupBy(used, ({ question }) => question)) {
		const incident = incidentOf.get(question) as string;
		for (const [key, own] of pairsOn(answers, groupOf, counts)) pushTo(shared, key, { ...own, incident });
	}
	const groups = new Set(used.map(({ source }) => groupOf(source)));
	const repeats = new Map<string, number>();
	for (const { stance, source_id, via_source_id } of dossier.claims) {
		if (stance !== "repeats" || via_source_id === null) continue;
		const key = keyOf(groupOf(source_id), groupOf(via_source_id));
		repeats.set(key, (repeats.get(key) ?? 0) + 1);
		groups.add(groupOf(source_id)).add(groupOf(via_source_id));
	}
	const found = [...groups].sort().flatMap((group, index, sorted) =>
		sorted.slice(index).flatMap((other) => {
			const key = keyOf(group, other);
			if (by === "source_id" && !shared.has(key) && !repeats.has(key)) return [];
			const own = [...(shared.get(key) ?? [])].sort((a, b) => (a.incident < b.incident ? -1 : 1));
			const clusters = [...groupBy(own, ({ incident }) => incident).values()].map((questions) =>
				questions.map(shareOf),
			);
			const limitsAt =
				clusters.length < resampling.minimumIncidents ? null : clusterBootstrap(clusters, meanOfAll, { random, draws });
			return [{ group, other, own, incidents: clusters.length, limitsAt, repeats: repeats.get(key) ?? 0 }];
		}),
	);
	const compared = found.filter(({ limitsAt }) => limitsAt !== null).length;
	return found.map(({ group, other, own, incidents, limitsAt, repeats }) => {
		const limits = limitsAt?.(intervalLevel);
		const simultaneous = limitsAt?.(1 - (1 - intervalLevel) / compared);
		return {
			group,
			other,
			questions: own.length,
			incidents,
			pairs: own.reduce((sum, { pairs }) => sum + pairs, 0),
			share: meanShare(own),
			low: limits?.low ?? null,
			high: limits?.high ?? null,
			simultaneous_low: simultaneous?.low ?? null,
			simultaneous_high: simultaneous?.high ?? null,
			repeats,
		};
	});
}

function pushTo<Row>(lists: Map<string, Row[]>, key: string, row: Row): void {
	const list = lists.get(key);
	if (list) list.push(row);
	else lists.set(key, [row]);
}

interface PairCount {
	readonly pairs: number;
	readonly agreeing: number;
}

interface SharedQuestion extends PairCount {
	readonly incident: string;
}

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const meanShare = (questions: readonly PairCount[]): number | null =>
	questions.length === 0 ? null : meanOfAll([questions.map(shareOf)]);

const shareOf = ({ pairs, agreeing }: PairCount): number => agreeing / pairs;

/** The mean of lists of shares, all shares alike. */
function meanOfAll(lists: readonly (readonly number[])[]): number {
	let [sum, n] = [0, 0];
	for (const shares of lists) {
		for (const share of shares) sum += share;
		n += shares.length;
	}
	return sum / n;
}

/** Pairs of original sources on one question, by their two groups. */
function pairsOn(
	answers: readonly { readonly source: string; readonly claim: Claim }[],
	groupOf: (id: string) => string,
	counts: "near" | "exact",
): Map<string, PairCount> {
	const found = new Map<string, PairCount>();
	answers.forEach((answer, index) => {
		for (const other of answers.slice(index + 1)) {
			const key = keyOf(groupOf(answer.source), groupOf(other.source));
			const { pairs, agreeing } = found.get(key) ?? { pairs: 0, agreeing: 0 };
			const isSame = answersAgree(answer.claim, other.claim, counts);
			found.set(key, { pairs: pairs + 1, agreeing: agreeing + (isSame ? 1 : 0) });
		}
	});
	return found;
}

type Answer = Pick<Claim, "value" | "value_min" | "value_max">;

/**
 * Whether two answers to one question agree. `near`: ranges that overlap agree, and so do counts that differ by no more
 * than one or a tenth of the larger; 0 and 1 do not agree.
 *
 * @example
 * answersAgree({ value: 9, value_min: null, value_max: null }, { value: 10, value_min: null, value_max: null }) // → true
 * answersAgree({ value: 0, value_min: null, value_max: null }, { value: 1, value_min: null, value_max: null }) // → false
 */
export function answersAgree(a: Answer, b: Answer, counts: "near" | "exact" = "near"): boolean {
	const [one, other] = [countRange(a), countRange(b)];
	if (!one || !other) return a.value === b.value;
	if (counts === "exact") return one[0] === other[0] && one[1] === other[1];
	if ((one[1] === 0) !== (other[1] === 0)) return one[0] === other[0];
	const gap = Math.max(one[0] - other[1], other[0] - one[1]);
	return gap <= Math.max(1, Math.max(one[0], other[0]) / 10);
}

/** Least and greatest count; `null` for an answer that is no count. */
const countRange = (answer: Answer): readonly [number, number] | null =>
	typeof answer.value === "number" || answer.value_min !== null || answer.value_max !== null ? rangeOf(answer) : null;
