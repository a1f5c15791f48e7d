import { rangeOf } from "../../claims/number-range.js";
import { type Side, sideOf, sourcesById } from "../../claims/sides.js";
import { groupBy } from "../../records/group-by.js";
import type { Alignment, Claim, Dossier, SourceKind } from "../../records/records.js";
import { clusterBootstrap } from "../../statistics/cluster-bootstrap.js";
import type { Random } from "../../statistics/random.js";
import { answersOf } from "../truth/dossier-answers.js";

/** What may agree with what: groups of origins, or single origins. */
export type AgreementGrouping = "side" | "source_kind" | "alignment" | "source_id";

/** How often two groups give the same answer where both speak. */
export interface AgreementRow {
	readonly group: string;
	/** The same as `group` for different origins of one group. */
	readonly other: string;
	/** Questions on which an origin of either speaks. */
	readonly questions: number;
	readonly incidents: number;
	/** Pairs of different origins on them. */
	readonly pairs: number;
	/** Pairs that agree, as a share of a question's pairs, averaged over questions: 0 to 1; `null` without any. */
	readonly share: number | null;
	/** 90 % limits by resampling incidents; `null` under ten incidents. */
	readonly low: number | null;
	readonly high: number | null;
	/** Claims of one that only repeat the other: reach and no agreement, in no other column. */
	readonly repeats: number;
}

/** How answers are compared. */
export interface AgreementOptions {
	/** A source's `first` word on a question (default), or its `last`. */
	readonly statement?: "first" | "last";
	/** `near` (default): counts agree within one or a tenth, but 0 only with 0. `exact`: the same number or range only. */
	readonly counts?: "near" | "exact";
	/** Resamplings for the limits (default 1,000). */
	readonly draws?: number;
}

/** Fewer incidents than this carry no limits. */
const fewestIncidents = 10;

/**
 * Who agrees with whom: for each two groups, how often their origins answer alike on the questions on which
 * both speak. One voice per origin and question (`answersOf`); repeats count apart and labels for several
 * voices not at all. Every question weighs the same, however many speak to it. Pairs of groups that share no
 * question are there with 0; pairs of single origins that share nothing are left out, for they are thousands.
 *
 * Agreement is no accuracy: two may agree because both are right, because both hear the same third, or
 * because the question was easy.
 *
 * @param by what the origins are grouped by
 * @param random for the limits, such as `seeded(1)`
 */
export function agreementOf(
	dossier: Dossier,
	by: AgreementGrouping,
	random: Random,
	{ statement = "first", counts = "near", draws = 1000 }: AgreementOptions = {},
): AgreementRow[] {
	const sources = sourcesById(dossier);
	const groupOf = (id: string): Alignment | SourceKind | Side | string => {
		const source = sources.get(id);
		if (by === "source_id" || !source) return id;
		return by === "side" ? sideOf(source.alignment) : by === "alignment" ? source.alignment : source.kind;
	};
	const incidentOf = new Map(dossier.propositions.map((row) => [row.proposition_id, row.incident_id]));
	const { used } = answersOf(dossier, { statement });
	const shared = new Map<string, SharedQuestion[]>();
	for (const [question, voices] of groupBy(used, ({ question }) => question)) {
		const incident = incidentOf.get(question) as string;
		for (const [key, own] of pairsOn(voices, groupOf, counts)) pushTo(shared, key, { ...own, incident });
	}
	const groups = new Set(used.map(({ source }) => groupOf(source)));
	const repeats = new Map<string, number>();
	for (const { stance, source_id, via_source_id } of dossier.claims) {
		if (stance !== "repeats" || via_source_id === null) continue;
		const key = keyOf(groupOf(source_id), groupOf(via_source_id));
		repeats.set(key, (repeats.get(key) ?? 0) + 1);
		groups.add(groupOf(source_id)).add(groupOf(via_source_id));
	}
	return [...groups].sort().flatMap((group, index, sorted) =>
		sorted.slice(index).flatMap((other) => {
			const key = keyOf(group, other);
			if (by === "source_id" && !shared.has(key) && !repeats.has(key)) return [];
			const own = [...(shared.get(key) ?? [])].sort((a, b) => (a.incident < b.incident ? -1 : 1));
			const clusters = [...groupBy(own, ({ incident }) => incident).values()];
			const limits =
				clusters.length < fewestIncidents
					? null
					: clusterBootstrap(clusters, (drawn) => meanShare(drawn.flat()) as number, { random, draws })(0.9);
			return [
				{
					group,
					other,
					questions: own.length,
					incidents: clusters.length,
					pairs: own.reduce((sum, { pairs }) => sum + pairs, 0),
					share: meanShare(own),
					low: limits?.low ?? null,
					high: limits?.high ?? null,
					repeats: repeats.get(key) ?? 0,
				},
			];
		}),
	);
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
	questions.length === 0
		? null
		: questions.reduce((sum, { pairs, agreeing }) => sum + agreeing / pairs, 0) / questions.length;

/** Pairs of origins on one question, by their two groups. */
function pairsOn(
	voices: readonly { readonly source: string; readonly claim: Claim }[],
	groupOf: (id: string) => string,
	counts: "near" | "exact",
): Map<string, PairCount> {
	const found = new Map<string, PairCount>();
	voices.forEach((voice, index) => {
		for (const other of voices.slice(index + 1)) {
			const key = keyOf(groupOf(voice.source), groupOf(other.source));
			const { pairs, agreeing } = found.get(key) ?? { pairs: 0, agreeing: 0 };
			const isAlike = answersAgree(voice.claim, other.claim, counts);
			found.set(key, { pairs: pairs + 1, agreeing: agreeing + (isAlike ? 1 : 0) });
		}
	});
	return found;
}

type Answer = Pick<Claim, "value" | "value_min" | "value_max">;

/**
 * Whether two answers to one question are alike. `near`: ranges that overlap are, and so are counts apart by
 * no more than one or a tenth of the larger; none dead and one dead are not.
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
