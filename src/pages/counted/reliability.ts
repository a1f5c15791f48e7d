import type { TableRow } from "../../charts/parts/frame.js";
import { countOriginalSources } from "../../claims/leading-answer.js";
import { originalSourcesOf } from "../../claims/original-source.js";
import { sideOf, sourcesById } from "../../claims/sides.js";
import { groupBy } from "../../records/group-by.js";
import type { Dossier } from "../../records/records.js";
import { claimsWithInterest } from "../../reliability/accuracy/accuracy-by-interest.js";
import { type ClaimOutcome, type JudgeOptions, judgeClaims } from "../../reliability/accuracy/outcomes.js";
import { casualtyQuestions } from "../../reliability/casualties/casualty-claims.js";
import { reportsPerQuestion } from "../../reliability/questions/reports-per-original-source.js";
import { timesToResolution } from "../../reliability/questions/time-to-resolution.js";
import { answersByOriginalSource } from "../../reliability/truth/dossier-answers.js";
import { type Cells, type CellsOf, idsOf } from "./cells.js";

const isResolvedClaim = ({ outcome }: ClaimOutcome) => outcome === "supported" || outcome === "contradicted";

/** Incidents of the claims that each number of a row of accuracy counts. */
const accuracyCells = (claims: readonly ClaimOutcome[], withCircular: readonly ClaimOutcome[]): Cells => ({
	n: idsOf(claims, isResolvedClaim),
	supported: idsOf(claims, ({ outcome }) => outcome === "supported"),
	contradicted: idsOf(claims, ({ outcome }) => outcome === "contradicted"),
	unresolved: idsOf(claims, ({ outcome }) => outcome === "unresolved"),
	excluded: idsOf(claims, ({ outcome }) => outcome === "excluded"),
	n_circular_included: idsOf(withCircular, isResolvedClaim),
});

/** Cells of accuracy by any group; `judge` gives the claims, with circular verdicts excluded or included. */
function accuracyBy<Claim extends ClaimOutcome>(
	judge: (options: JudgeOptions) => readonly Claim[],
	keyOf: (claim: Claim) => string,
	keyOfRow: (row: TableRow) => unknown,
): (row: TableRow) => Cells {
	const [excluded, included] = (["exclude", "include"] as const).map((circular) => groupBy(judge({ circular }), keyOf));
	return (row) => {
		const key = String(keyOfRow(row));
		return accuracyCells(excluded?.get(key) ?? [], included?.get(key) ?? []);
	};
}

const accuracyOf =
	(by: "source_kind" | "side" | "alignment" | "basis"): CellsOf =>
	(dossier) =>
		accuracyBy(
			(options) => judgeClaims(dossier, options),
			(claim) => claim[by],
			({ group }) => group,
		);

/** Incidents with a question that independent original sources of both groups answer. */
const agreementOf =
	(groupOf: (dossier: Dossier) => (source_id: string) => string): CellsOf =>
	(dossier) => {
		const incidentOf = new Map(dossier.propositions.map((row) => [row.proposition_id, row.incident_id]));
		const nameOf = groupOf(dossier);
		const { used } = answersByOriginalSource(dossier, { statement: "first" });
		const questions = [...groupBy(used, ({ question }) => question)].map(([question, answers]) => ({
			incident_id: incidentOf.get(question) ?? "",
			groups: answers.map(({ source }) => nameOf(source)),
		}));
		return ({ group, other }) => {
			const ids = idsOf(questions, ({ groups }) => {
				const of = (name: unknown) => groups.filter((each) => each === name).length;
				return group === other ? of(group) > 1 : of(group) > 0 && of(other) > 0;
			});
			return { questions: ids, incidents: ids, pairs: ids };
		};
	};

/**
 * What the rows of each chart on reliability count. Left out are charts of methods, forecasts and leading answers: their
 * numbers count questions as one method or one day has them. A row that names a claim or a question leads to its
 * incident in every chart.
 */
export const reliabilityCells: Readonly<Record<string, CellsOf>> = {
	"accuracy-by-source-kind": accuracyOf("source_kind"),
	"accuracy-by-side": accuracyOf("side"),
	"accuracy-by-alignment": accuracyOf("alignment"),
	"accuracy-by-basis": accuracyOf("basis"),
	"accuracy-by-interest": (dossier) =>
		accuracyBy(
			(options) => claimsWithInterest(dossier, options),
			({ side, interest }) => `${side} ${interest}`,
			({ side, interest }) => `${side} ${interest}`,
		),
	"named-sources": (dossier) =>
		accuracyBy(
			(options) => judgeClaims(dossier, options),
			({ source_id }) => source_id,
			({ source_id }) => source_id,
		),
	"accuracy-over-time": (dossier, table) => {
		const days = [...new Set(table.map(({ as_of }) => String(as_of)))];
		const rows = new Map(
			days.map((day) => [
				day,
				accuracyBy(
					(options) => judgeClaims(dossier, { ...options, asOf: day }),
					({ side }) => side,
					({ group }) => group,
				),
			]),
		);
		return (row) => rows.get(String(row.as_of))?.(row) ?? {};
	},
	"reports-per-original-source": (dossier) => {
		const rows = reportsPerQuestion(dossier);
		return ({ count }) => {
			const [least = 0, isOpen] = [Number.parseInt(String(count), 10), /more/.test(String(count))];
			const has = (n: number) => n === least || (isOpen && n > least);
			return {
				questions_by_reports: idsOf(rows, ({ reports }) => has(reports)),
				questions_by_original_sources: idsOf(rows, ({ original_sources }) => has(original_sources)),
			};
		};
	},
	"time-to-resolution": (dossier) => {
		const { rows } = timesToResolution(dossier);
		return ({ grouped_by, group, days }) => {
			const own = rows.filter(
				(row) => grouped_by === "all" || row[grouped_by as "incident_kind" | "first_side"] === group,
			);
			return {
				unresolved_before: idsOf(own, ({ time }) => time >= Number(days)),
				resolved: idsOf(own, ({ time, happened }) => happened && time === days),
			};
		};
	},
	"reporting-bias": (dossier) => {
		const claims = casualtyQuestions(dossier).rows.flatMap(({ question, claims: all }) => {
			const is_confirmed = question.verdict_status === "confirmed" && question.verdict_value !== null;
			const own = is_confirmed ? all.filter(({ is_decisive }) => !is_decisive) : all;
			const isCompared = is_confirmed || new Set(own.map(({ side }) => side)).size > 1;
			return isCompared ? own.map(({ side }) => ({ incident_id: question.incident_id, side, is_confirmed })) : [];
		});
		return ({ side }) => {
			const own = claims.filter((claim) => claim.side === side);
			return { n: idsOf(own), n_confirmed: idsOf(own, ({ is_confirmed }) => is_confirmed), incidents: idsOf(own) };
		};
	},
	"agreement-by-side": agreementOf((dossier) => {
		const sources = sourcesById(dossier);
		return (id) => sideOf(sources.get(id)?.alignment ?? "unknown");
	}),
	"agreement-by-source-kind": agreementOf((dossier) => {
		const sources = sourcesById(dossier);
		return (id) => sources.get(id)?.kind ?? id;
	}),
	"data-quality": (dossier) => {
		const claims = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
		const originalSource = originalSourcesOf(dossier);
		const days = new Map(dossier.incidents.map(({ incident_id, date_start }) => [incident_id, date_start]));
		const questions = dossier.propositions.map(({ proposition_id, incident_id }) => {
			const own = claims.get(proposition_id) ?? [];
			return { incident_id, claims: own, sources: countOriginalSources(own, originalSource) };
		});
		return ({ group }) => {
			const isIn = ({ incident_id }: { readonly incident_id: string }) =>
				group === "all" || days.get(incident_id)?.slice(0, 4) === group;
			const own = questions.filter(isIn);
			const some = (fits: (question: (typeof own)[number]) => boolean) => idsOf(own, fits);
			return {
				incidents: idsOf(dossier.incidents, isIn),
				questions: some(() => true),
				claims: some((question) => question.claims.length > 0),
				dated: some((question) => question.claims.some(({ published_on }) => published_on !== null)),
				with_page: some((question) => question.claims.some(({ url }) => url !== null)),
				read_on_page: some((question) => question.claims.some(({ read }) => read === "page")),
				no_source: some(({ sources }) => sources === 0),
				one_source: some(({ sources }) => sources === 1),
				two_sources: some(({ sources }) => sources === 2),
				three_or_more_sources: some(({ sources }) => sources > 2),
			};
		};
	},
};
