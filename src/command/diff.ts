import { extname, resolve } from "node:path";
import { catalogue } from "../charts/catalogue.js";
import { type ChartChange, changedCharts } from "../diff/charts.js";
import { type DataDifference, differenceLines, isSameData, type Version } from "../diff/report.js";
import { changedTables } from "../diff/tables.js";
import { changedVerdicts } from "../diff/verdicts.js";
import { loadDossier } from "../load/dossier.js";
import { countProblems, type Problem, problemCount } from "../load/problem.js";
import { readWrittenFolder, type WrittenFolder } from "../load/text-tables.js";
import { didYouMean } from "../records/nearest.js";
import type { Dossier } from "../records/records.js";
import { CommandError } from "./command-error.js";
import { writeWhole } from "./files.js";
import { withDataVersion } from "./revision.js";
import type { Terminal } from "./terminal.js";

/** Options of `diff` as typed. */
export interface DiffOptions {
	/** Write the report as a page. */
	readonly out?: string;
	/** Print the report as JSON. */
	readonly json?: boolean;
	/** Print every row and number. */
	readonly all?: boolean;
	/** Compare these charts only, each alone or several with commas between. */
	readonly only?: readonly string[];
	/** `false`: compare the tables alone. */
	readonly charts?: boolean;
	/** End with 1 where there is a difference. */
	readonly exitCode?: boolean;
}

/** A version as it is written, and as it loads. */
interface ReadVersion {
	readonly written: WrittenFolder;
	readonly dossier: Dossier;
	readonly problems: readonly Problem[];
}

/**
 * Prints what differs between two versions of the data: rows and cells, verdicts, and which charts moved.
 *
 * @param old a folder or a revision of git, and so `now`
 * @throws CommandError for what is neither; with `exitCode` where there is a difference
 * @throws DossierError where a table cannot be read
 */
export async function diffData(old: string, now: string, options: DiffOptions, terminal: Terminal): Promise<void> {
	const only = options.only?.flatMap((word) => word.split(",")).filter((id) => id !== "");
	const ids = catalogue.map(({ id }) => id);
	for (const id of only ?? [])
		if (!(ids as readonly string[]).includes(id))
			throw new CommandError(`unknown chart: ${id}${didYouMean(id, ids)}\nknown charts: ${ids.join(" ")}`);
	if (options.out !== undefined && extname(options.out) !== ".html")
		throw new CommandError(`--out needs a name that ends with .html: ${options.out}`);

	const [before, after] = [old, now].map((name) => withDataVersion(name, readVersion)) as [ReadVersion, ReadVersion];
	const difference = compared({ old, now, before, after }, options.charts === false ? [] : only);
	if (options.out !== undefined) {
		const { diffPage } = await import("../pages/diff-page.js");
		writeWhole(resolve(options.out), diffPage(difference));
	}
	if (options.json) terminal.say(JSON.stringify(difference, null, 2));
	else {
		const most = options.all ? { rows: Number.POSITIVE_INFINITY, moves: Number.POSITIVE_INFINITY } : undefined;
		for (const line of differenceLines(difference, most)) terminal.say(line);
		if (options.out !== undefined) terminal.say(`open ${resolve(options.out)}`);
	}
	if (options.exitCode && !isSameData(difference)) throw new CommandError("the versions differ", 1);
}

function readVersion(folder: string): ReadVersion {
	const { dossier, problems } = loadDossier(folder, { onProblem: "report" });
	return { written: readWrittenFolder(folder), dossier, problems };
}

function compared(
	{ old, now, before, after }: { old: string; now: string; before: ReadVersion; after: ReadVersion },
	only: readonly string[] | undefined,
): DataDifference {
	const rows = {
		tables: changedTables(before.written, after.written),
		border_changed: before.written.border !== after.written.border,
	};
	const spoiled = [
		{ name: old, problems: before.problems },
		{ name: now, problems: after.problems },
	].find(({ problems }) => countProblems(problems) > 0);
	const charts: ChartChange[] =
		isSameData(rows) || spoiled !== undefined ? [] : changedCharts(before.dossier, after.dossier, only);
	return {
		before: versionOf(old, before),
		after: versionOf(now, after),
		...rows,
		verdicts: changedVerdicts(before.written, after.written),
		charts,
		charts_not_compared:
			only?.length === 0
				? "charts were not compared"
				: spoiled === undefined
					? null
					: `charts were not compared: ${spoiled.name} has ${problemCount(spoiled.problems)}; border-incidents check lists them`,
	};
}

function versionOf(name: string, { written, dossier, problems }: ReadVersion): Version {
	const count = (table: "incidents" | "propositions" | "claims") => written.tables[table]?.rows.length ?? 0;
	return {
		name,
		data: problems.length === 0 ? dossier.fingerprint : null,
		incidents: count("incidents"),
		questions: count("propositions"),
		claims: count("claims"),
	};
}
