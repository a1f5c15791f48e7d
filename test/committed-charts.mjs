// Compares committed charts with those just drawn, and names each that drifted. Nothing is written.
//     node test/committed-charts.mjs charts .cache/charts
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What is committed of a chart folder. */
const isCommitted = (name) => /\.(svg|csv)$/.test(name) || name === "manifest.json";
const namesIn = (folder) => (existsSync(folder) ? readdirSync(folder).filter(isCommitted) : []);

/** A line for each file of the one folder that the other does not have byte for byte. */
export function drifted(committed, drawn) {
	const names = [...new Set([...namesIn(committed), ...namesIn(drawn)])].sort();
	return names.flatMap((name) => {
		const [before, now] = [committed, drawn].map((folder) =>
			existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : null,
		);
		if (before === null) return [`${name}: is drawn, but not committed`];
		if (now === null) return [`${name}: is committed, but no longer drawn`];
		return before.equals(now) ? [] : [`${name}: is not what the data give`];
	});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const [committed, drawn] = process.argv.slice(2);
	const count = namesIn(drawn).length;
	const lines = drifted(committed, drawn);
	for (const line of lines) console.log(`${committed}/${line}`);
	if (count === 0) console.log(`no charts in ${drawn}`);
	else if (lines.length === 0) console.log(`all ${count} files are what the data give`);
	else console.log(`${lines.length} of ${count} files drifted: run npm start, look at what changed, and commit it`);
	process.exitCode = count > 0 && lines.length === 0 ? 0 : 1;
}
