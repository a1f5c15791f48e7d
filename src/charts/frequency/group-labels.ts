import type { Grouping } from "../../frequency/counts.js";
import type { VerificationStatus } from "../../frequency/verification-status.js";
import type { DatePrecision, Frontier, GeoPrecision } from "../../records/records.js";
import { kindLabels } from "../parts/labels.js";

/** Labels for the verification statuses. */
export const verificationStatusLabels: Readonly<Record<VerificationStatus, string>> = {
	confirmed: "Confirmed",
	not_asked: "Question not asked",
	likely: "Announced or likely",
	contested: "Contested or unresolved",
	refuted: "Refuted",
};

const datePrecisionLabels: Readonly<Record<DatePrecision, string>> = {
	day: "Day known",
	week: "Only week known",
	month: "Only month known",
};

const geoPrecisionLabels: Readonly<Record<GeoPrecision, string>> = {
	exact: "Exact place known",
	locality: "Village or locality known",
	district: "District known",
	province: "Only province known",
	border: "Border, place not known",
};

const frontierLabels: Readonly<Record<Frontier, string>> = {
	"af-ir": "Afghan–Iran border",
	"ir-pk": "Iran–Pakistan border",
};

const labels: Readonly<Record<Grouping, Readonly<Record<string, string>>>> = {
	kind: kindLabels,
	af_province: {},
	ir_province: {},
	date_precision: datePrecisionLabels,
	geo_precision: geoPrecisionLabels,
	frontier: frontierLabels,
	verification_status: verificationStatusLabels,
};

/** What the groups are called together, singular and plural. */
export const groupingNouns: Readonly<Record<Grouping, { readonly one: string; readonly many: string }>> = {
	kind: { one: "event type", many: "event types" },
	af_province: { one: "Afghan province", many: "Afghan provinces" },
	ir_province: { one: "Iranian province", many: "Iranian provinces" },
	date_precision: { one: "date precision", many: "date precisions" },
	geo_precision: { one: "geo-precision", many: "geo-precisions" },
	frontier: { one: "border", many: "borders" },
	verification_status: { one: "verification status", many: "verification statuses" },
};

/** A group as a chart prints it; a province goes by its name, what is not known says so. */
export const groupLabel = (grouping: Grouping, group: string | null): string =>
	group === null ? "Not known" : Object.hasOwn(labels[grouping], group) ? (labels[grouping][group] as string) : group;
