import type { Grouping } from "../../frequency/counts.js";
import type { VerificationStatus } from "../../frequency/verification-status.js";
import { borderName, type DatePrecision, type GeoPrecision, type Region } from "../../records/records.js";
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

const labels: Readonly<Record<Grouping, Readonly<Record<string, string>>>> = {
	kind: kindLabels,
	af_province: {},
	ir_province: {},
	date_precision: datePrecisionLabels,
	geo_precision: geoPrecisionLabels,
	frontier: {},
	verification_status: verificationStatusLabels,
};

/** What the groups are called together, singular and plural. */
export const groupingNouns = ({
	sides: [left, right],
}: Region): Readonly<Record<Grouping, { readonly one: string; readonly many: string }>> => ({
	kind: { one: "event type", many: "event types" },
	af_province: { one: `${left.adjective} province`, many: `${left.adjective} provinces` },
	ir_province: { one: `${right.adjective} province`, many: `${right.adjective} provinces` },
	date_precision: { one: "date precision", many: "date precisions" },
	geo_precision: { one: "geo-precision", many: "geo-precisions" },
	frontier: { one: "border", many: "borders" },
	verification_status: { one: "verification status", many: "verification statuses" },
});

/** A group as a chart prints it; a province and a border go by their names, what is not known says so. */
export function groupLabel(grouping: Grouping, group: string | null, region: Region): string {
	if (group === null) return "Not known";
	if (grouping === "frontier") return borderName(region, group);
	return Object.hasOwn(labels[grouping], group) ? (labels[grouping][group] as string) : group;
}
