import { extname, resolve } from "node:path";
import { countLabel, kindLabels } from "../charts/parts/labels.js";
import { tableCsv } from "../draw/table-csv.js";
import { visible } from "../load/problem.js";
import {
	incidentPairs,
	oneToOne,
	type PairFeature,
	type PairWeights,
	type PairWindows,
	pairFeatures,
	type ScoredPair,
	scoredPairs,
	usualWindows,
	type WindowCount,
	windowCounts,
} from "../location/incident-pairs.js";
import { didYouMean } from "../records/nearest.js";
import type { Incident } from "../records/records.js";
import { CommandError } from "./command-error.js";
import { dataFolder } from "./data-folder.js";
import { writeWhole } from "./files.js";
import { loaded } from "./loaded.js";
import type { Terminal } from "./terminal.js";

/** Options of `match` as typed. */
export interface MatchOptions {
	/** Incidents farther apart are no pair. */
	readonly km?: string;
	/** Incidents that began more days apart are no pair. */
	readonly days?: string;
	/** How much each feature counts, such as `distance=2`. */
	readonly weights?: readonly string[];
	/** No incident in two pairs. */
	readonly oneToOne?: boolean;
	/** Write the pairs as CSV. */
	readonly out?: string;
	/** Print the pairs as JSON. */
	readonly json?: boolean;
	/** Print every pair. */
	readonly all?: boolean;
}

/** So many pairs are printed where not all are asked for. */
const mostPrinted = 20;

/**
 * Lists pairs of incidents of two data folders that may be one event, best first, and how many there are with other windows.
 * Nothing is merged.
 *
 * @param second without it, pairs within the first folder
 * @throws CommandError for a folder that is not there, or an option that is no number
 */
export function matchIncidents(
	first: string,
	second: string | undefined,
	options: MatchOptions,
	terminal: Terminal,
): void {
	const windows: PairWindows = {
		km: numberOf("--km", options.km, usualWindows.km),
		days: numberOf("--days", options.days, usualWindows.days),
	};
	const weights = weightsOf(options.weights ?? []);
	if (options.out !== undefined && extname(options.out) !== ".csv")
		throw new CommandError(`--out needs a name that ends with .csv: ${options.out}`);
	const [incidents, others] = [first, second].map((name) =>
		name === undefined ? null : loaded(dataFolder(name), terminal).incidents,
	) as [readonly Incident[], readonly Incident[] | null];

	const scored = scoredPairs(incidentPairs(incidents, others, windows), weights, windows);
	const pairs = options.oneToOne ? oneToOne(scored) : scored;
	const counts = windowCounts(incidents, others, windows, weights);
	const rows = pairs.map(pairRow);
	if (options.out !== undefined) writeWhole(resolve(options.out), tableCsv(rows));
	if (options.json) {
		const asked = { a: first, b: second ?? first, ...windows, weights, one_to_one: options.oneToOne === true };
		terminal.say(JSON.stringify({ ...asked, pairs: rows, windows: counts }, null, 2));
		return;
	}
	const listed = options.all ? pairs : pairs.slice(0, mostPrinted);
	terminal.say(
		`${countLabel(pairs.length, "pair")} of incidents may be one event (within ${windows.km} km and ${countLabel(windows.days, "day")}); nothing is merged`,
	);
	for (const pair of listed) terminal.say(pairLine(pair));
	if (pairs.length > listed.length) terminal.say(`and ${pairs.length - listed.length} more; --all prints them`);
	terminal.say("");
	for (const line of windowLines(counts)) terminal.say(line);
	if (options.out !== undefined) terminal.say(`written to ${resolve(options.out)}`);
}

function pairRow({ incident, other, score, days, distance_km, place, misfits }: ScoredPair<Incident>) {
	return {
		incident_a: incident.incident_id,
		incident_b: other.incident_id,
		score: Number(score.toFixed(3)),
		distance_km: distance_km === null ? null : Number(distance_km.toFixed(1)),
		place,
		days,
		date_a: incident.date_start,
		date_b: other.date_start,
		kind_a: incident.kind,
		kind_b: other.kind,
		misfit_distance: rounded(misfits.distance),
		misfit_days: rounded(misfits.days),
		misfit_type: rounded(misfits.type),
		misfit_sides: rounded(misfits.sides),
	};
}

const rounded = (misfit: number | null): number | null => (misfit === null ? null : Number(misfit.toFixed(3)));

function pairLine({ incident, other, score, days, distance_km, place, misfits }: ScoredPair<Incident>): string {
	const where =
		distance_km !== null
			? `${distance_km.toFixed(distance_km < 10 ? 1 : 0)} km`
			: place === "one_place"
				? "a place of one name"
				: "one province, no place named";
	const type =
		misfits.type === 0
			? kindLabels[incident.kind].toLowerCase()
			: `${kindLabels[incident.kind].toLowerCase()} and ${kindLabels[other.kind].toLowerCase()}`;
	const sides =
		misfits.sides === null
			? "sides not named in both"
			: misfits.sides === 0
				? "the same sides"
				: misfits.sides === 1
					? "other sides"
					: "one side in common";
	const reason = [where, countLabel(days, "day"), type, sides].join(", ");
	return `  ${score.toFixed(2)} ${visible(incident.incident_id)} and ${visible(other.incident_id)}: ${reason}`;
}

/** Counts of pairs as a small table: a row for each distance, a column for each number of days. */
function windowLines(counts: readonly WindowCount[]): string[] {
	const days = [...new Set(counts.map((each) => each.days))];
	const km = [...new Set(counts.map((each) => each.km))];
	const cell = (text: string) => text.padStart(12);
	return [
		"pairs with other windows (in brackets: with each incident in one pair only)",
		cell("") + days.map((each) => cell(countLabel(each, "day"))).join(""),
		...km.map(
			(each) =>
				cell(`${each} km`) +
				days
					.map((day) => counts.find((count) => count.km === each && count.days === day))
					.map((count) => cell(`${count?.pairs} (${count?.one_to_one})`))
					.join(""),
		),
	];
}

/** @throws CommandError for what is no number of 0 or more */
function numberOf(option: string, words: string | undefined, usual: number): number {
	if (words === undefined) return usual;
	const number = Number(words);
	if (words.trim() === "" || !Number.isFinite(number) || number < 0)
		throw new CommandError(`${option} needs a number of 0 or more: ${words}`);
	return number;
}

/** @throws CommandError for a feature that is not known, or a weight that is no number */
function weightsOf(words: readonly string[]): PairWeights {
	const weights: Record<PairFeature, number> = { distance: 1, days: 1, type: 1, sides: 1 };
	for (const word of words.flatMap((each) => each.split(",")).filter((each) => each !== "")) {
		const [name = "", weight = ""] = word.split("=");
		const feature = pairFeatures.find((each) => each === name);
		if (feature === undefined)
			throw new CommandError(
				`unknown feature of --weights: ${name}${didYouMean(name, pairFeatures)} (known: ${pairFeatures.join(", ")}, such as distance=2)`,
			);
		weights[feature] = numberOf(`--weights ${feature}`, weight, 1);
	}
	if (pairFeatures.every((feature) => weights[feature] === 0))
		throw new CommandError("--weights needs a weight above 0");
	return weights;
}
