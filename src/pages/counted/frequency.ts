import { addDays, endOf } from "../../calendar/days.js";
import type { TableRow } from "../../charts/parts/frame.js";
import { dateIndex } from "../../frequency/date-index.js";
import { apportion } from "../../frequency/date-policy.js";
import { type Variant, variantOptions } from "../../frequency/sensitivity.js";
import { verificationStatuses } from "../../frequency/verification-status.js";
import type { Dossier, Incident } from "../../records/records.js";
import { selectIncidents } from "../../records/selection.js";
import { type CellsOf, idsOf } from "./cells.js";

const began =
	(from: unknown, to: unknown) =>
	({ date_start }: Incident): boolean =>
		date_start >= String(from) && date_start <= String(to);

const inYear = (year: unknown) => began(`${year}-01-01`, `${year}-12-31`);

/** Incidents that lie in a month, wholly or by a part of the days that their date allows. */
function apportioned({ observation }: Dossier, incidents: readonly Incident[]) {
	const index = dateIndex("month", observation);
	const rows = incidents.map((incident) => ({
		incident,
		months: apportion(incident, index, "apportioned", observation).map(({ period }) => period),
	}));
	return (isIn: (month: string) => boolean) =>
		idsOf(rows.filter(({ months }) => months.some(isIn)).map(({ incident }) => incident));
}

const perPeriod: CellsOf = (dossier) => {
	const { incidents } = selectIncidents(dossier);
	return ({ from, to }) => {
		const own = incidents.filter(began(from, to));
		return {
			incidents: idsOf(own),
			day_known: idsOf(own, ({ date_precision }) => date_precision === "day"),
			week_or_month_known: idsOf(own, ({ date_precision }) => date_precision !== "day"),
		};
	};
};

/** What the rows of each chart on frequency count; `rate-change` has probabilities of months, which count none. */
export const frequencyCells: Readonly<Record<string, CellsOf>> = {
	"incidents-per-period": perPeriod,
	"rate-per-year": (dossier) => {
		const { incidents } = selectIncidents(dossier);
		return ({ year }) => ({ incidents: idsOf(incidents, inYear(year)) });
	},
	"incidents-by-kind": (dossier) => {
		const { incidents } = selectIncidents(dossier);
		return ({ from, to, kind }) => ({
			incidents: idsOf(incidents.filter(began(from, to)), (row) => row.kind === kind),
		});
	},
	"source-coverage": (dossier) => {
		const { incidents } = selectIncidents(dossier);
		const incidentOf = new Map(dossier.propositions.map((row) => [row.proposition_id, row.incident_id]));
		// Repeats say nothing about coverage.
		const claims = dossier.claims.flatMap(({ proposition_id, published_on, stance }) => {
			const incident_id = incidentOf.get(proposition_id);
			return incident_id === undefined || stance === "repeats" ? [] : [{ incident_id, published_on }];
		});
		return ({ from, to }) => {
			const published = idsOf(
				claims,
				({ published_on }) => (published_on ?? "") >= String(from) && (published_on ?? "") <= String(to),
			);
			return { incidents: idsOf(incidents, began(from, to)), sources: published, claims: published };
		};
	},
	"year-to-year-change": (dossier) => {
		const { incidents } = selectIncidents(dossier);
		return ({ year, earlier_year }) => ({
			incidents: idsOf(incidents, inYear(year)),
			earlier_incidents: idsOf(incidents, inYear(earlier_year)),
		});
	},
	"cumulative-incidents": (dossier) => {
		const { incidents } = selectIncidents(dossier);
		return ({ month, in_twelve_months }: TableRow) => {
			const end = endOf("month", `${month}-01`);
			const [year, number] = String(month).split("-");
			// Twelve months end with this one: they begin in the next month of the year before.
			const start = addDays(endOf("month", `${Number(year) - 1}-${number}-01`), 1);
			return {
				incidents: idsOf(incidents, began(`${month}-01`, end)),
				so_far: idsOf(incidents, began("", end)),
				...(in_twelve_months === null ? {} : { in_twelve_months: idsOf(incidents, began(start, end)) }),
			};
		};
	},
	"months-by-count": (dossier) => {
		const { incidents } = selectIncidents(dossier);
		const monthOf = ({ date_start }: Incident) => date_start.slice(0, 7);
		const counts = new Map<string, number>();
		for (const incident of incidents) counts.set(monthOf(incident), (counts.get(monthOf(incident)) ?? 0) + 1);
		return (row) => ({ months: idsOf(incidents, (incident) => counts.get(monthOf(incident)) === row.incidents) });
	},
	"days-between-incidents": (dossier) => {
		const { incidents } = selectIncidents(dossier);
		return ({ from, to }) => ({
			from: idsOf(incidents, began(from, from)),
			to: idsOf(incidents, began(to, to)),
		});
	},
	seasonality: (dossier) => {
		const within = apportioned(dossier, selectIncidents(dossier).incidents);
		return ({ month }) => ({ count: within((period) => Number(period.slice(5, 7)) === month) });
	},
	"incidents-by-verification-status": (dossier) => {
		const { incidents } = selectIncidents(dossier);
		const statuses = verificationStatuses(dossier);
		const within = apportioned(dossier, incidents);
		return ({ from, to, verification_status }) => ({
			incidents: within((period) => period >= String(from) && period <= String(to)).filter(
				(id) => statuses.get(id) === verification_status,
			),
		});
	},
	"rate-sensitivity": (dossier) => {
		const options = variantOptions(dossier);
		return ({ choice, year }) => {
			const { where, frontiers, dates } = options[choice as Variant];
			const { incidents } = selectIncidents(dossier, where, frontiers);
			const ids =
				dates === "apportioned"
					? apportioned(dossier, incidents)((period) => period.startsWith(`${year}-`))
					: idsOf(incidents, inYear(year));
			return { incidents: ids };
		};
	},
};
