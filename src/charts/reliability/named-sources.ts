import type { Excluded } from "../../records/exclusions.js";
import type { AccuracyRow } from "../../reliability/accuracy/accuracy.js";
import { type Figure, frame, type Provenance } from "../parts/frame.js";
import { countLabel, percentLabel, periodLabel } from "../parts/labels.js";
import { shorten } from "../parts/text.js";
import { accuracyCells, accuracyRows, limitsLabel } from "./accuracy-rows.js";
import { noIntent, resolvedClaimsLabel } from "./labels.js";

/** Longest name beside a line; the rest stands in the hover text. */
const longestName = 26;

/** Sources with fewer judged claims are counted and not named. */
const fewestToName = 3;

/**
 * Track record of single sources, in the order of their names: shares whose limits overlap make no ranking.
 * Those with few settled claims show their limits in grey and no share, those with hardly any are not named.
 *
 * @param records rows of `accuracyBySource`
 * @param circular the same with own verdicts kept
 * @param names of the sources, by their id
 */
export function namedSources(
	records: readonly AccuracyRow[],
	circular: readonly AccuracyRow[],
	names: ReadonlyMap<string, string>,
	excluded: readonly Excluded[],
	provenance: Provenance,
): Figure {
	const name = ({ group }: AccuracyRow) => names.get(group) ?? group;
	const kept = new Map(circular.map((row) => [row.group, row]));
	const byName = (a: AccuracyRow, b: AccuracyRow) => name(a).localeCompare(name(b), "en");
	const judged = records.filter(({ enough_claims }) => enough_claims).sort(byName);
	const shown = records.filter(({ n }) => n >= fewestToName).sort(byName);
	const lines = shown.map((record) => ({
		label: shorten(name(record), longestName),
		name: name(record),
		record,
	}));
	const heard = records.filter((row) => row.n > 0);
	const apart = judged.some((upper) => judged.some((lower) => upper.low > lower.high));
	return frame(
		{
			id: "named-sources",
			subject: "reliability",
			...accuracyRows(lines, kept),
			table: lines.map(({ record, name: whole }) => ({
				source_id: record.group,
				source: whole,
				...accuracyCells(record, kept),
			})),
		},
		{
			title:
				judged.length === 0
					? `None of ${countLabel(heard.length, "source")} has ten settled claims: no name can be judged`
					: `${judged.length} of ${countLabel(heard.length, "source")} ${judged.length === 1 ? "has" : "have"} enough settled claims to be judged${
							judged.length < 2
								? ""
								: apart
									? "; not all of their intervals overlap"
									: ", and their intervals do not tell them apart"
						}`,
			subtitle:
				"Share of settled claims borne out, by source, with 90 % credible intervals, in the order of names; diamonds: also judged by verdicts that rest on them",
			caption: `${periodLabel(provenance)}. ${resolvedClaimsLabel(records, excluded)} A source is judged by its first word on a question; fewer than ten judged claims cannot be judged, and sources with fewer than ${fewestToName} (${heard.length - shown.length} of ${heard.length}) are not named, for with so few a share says more of others than of them. Sources are pooled in part within their kind, kinds within all. ${noIntent}`,
			alt: `Of ${countLabel(heard.length, "source")} with a judged claim ${judged.length} can be judged${
				judged.length === 0
					? ""
					: `: ${judged.map((row) => `${name(row)} ${percentLabel(row.share)} (${limitsLabel(row)}, n ${row.n})`).join("; ")}`
			}. ${shown.length - judged.length} more have ${fewestToName} judged claims or more and cannot be judged.`,
		},
		provenance,
	);
}
