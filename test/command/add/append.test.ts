import { spawn } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { replaceFiles } from "../../../src/command/add/append.js";
import { candidateOf, readFolder } from "../../../src/command/add/candidate.js";
import type { Draft } from "../../../src/command/add/draft.js";
import { loadDossier } from "../../../src/index.js";
import { scratchData, scratchFolder } from "../../scratch.js";
import { command } from "../here.js";
import { added, contents, scratchFile } from "./folder.js";

const six = fileURLToPath(new URL("../../fixtures/six-incidents", import.meta.url));

/** An incident with a row in each of the six tables, its summary as given. */
const draft = (summary = "Invented."): Draft => ({
	incident: {
		date_start: "2022-06-10",
		date_precision: "day",
		kind: "armed_clash",
		geo_precision: "border",
		summary,
	},
	sources: [{ source_id: "new-paper", name: summary, kind: "journalist", alignment: "unknown", parent_id: "ministry" }],
	questions: [
		{
			cells: { key: "occurred", text: summary, type: "boolean", verdict_status: "confirmed", verdict_value: "true" },
			claims: [
				{ source_id: "new-paper", stance: "asserts", value: "true", basis: "unknown", note: summary },
				{ source_id: "ministry", stance: "denies", value: "false", basis: "unknown" },
			],
			decisive_claims: ["1"],
			interests: [{ value: "true", favours: "none" }],
		},
	],
});
const asText = ({ incident, sources, questions }: Draft) =>
	stringify({ ...incident, sources, questions: questions.map(({ cells, ...lists }) => ({ ...cells, ...lists })) });
const id = "2022-06-10-border-armed-clash";

const bytesOf = (folder: string) =>
	new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]));

/** What a file may have: the end of its lines, a byte order mark, and a last line that does not end. */
const shape = fc.record({
	end: fc.constantFrom("\n", "\r\n"),
	mark: fc.constantFrom("", "\ufeff"),
	isEnded: fc.boolean(),
	lines: fc.nat(3),
});

test("property: whatever the tables are like, their bytes come first as they were, and the rows follow in the same form", () => {
	fc.assert(
		fc.property(
			fc.array(shape, { minLength: added.length, maxLength: added.length }),
			fc.constantFrom("Invented.", 'a "b", c', "two\nlines", "=1+1", "نیمروز", "#"),
			(shapes, text) => {
				const { folder, edit } = scratchData(six);
				shapes.forEach(({ end, mark, isEnded, lines }, index) => {
					edit(`${added[index]}.csv`, (content) => {
						const [header = "", ...rows] = content.trimEnd().split("\n");
						// The other tables point to these rows, so that only the last two may lose theirs.
						const kept = index < 4 ? rows : rows.slice(0, lines);
						return mark + [header, ...kept].join(end) + (isEnded ? end : "");
					});
				});
				const before = bytesOf(folder);
				const dossier = loadDossier(folder, { onProblem: "report" });
				const read = readFolder(folder);
				const { problems, replacements } = candidateOf(draft(text), read);
				expect(problems).toEqual([]);
				expect(replacements.map(({ file }) => file)).toEqual(added.map((table) => `${table}.csv`));
				replaceFiles(folder, replacements, read.bytes);
				const after = bytesOf(folder);
				expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
				for (const [file, content] of after) {
					const old = before.get(file) ?? Buffer.alloc(0);
					expect(content.subarray(0, old.length).equals(old), file).toBe(true);
					const index = added.findIndex((table) => `${table}.csv` === file);
					const { end = "\n", isEnded = true } = shapes[index] ?? {};
					const tail = content.subarray(old.length).toString("utf8");
					if (index < 0) expect(tail).toBe("");
					else {
						// A file of one line without an end does not show which end it has.
						const isBare = index >= 4 && shapes[index]?.lines === 0 && !isEnded;
						const expected = isBare ? "\n" : end;
						expect(tail.endsWith(expected)).toBe(true);
						expect(tail.startsWith(expected)).toBe(!isEnded);
						expect(tail.replaceAll(text, "").replaceAll(expected, "")).not.toMatch(/[\r\n]/);
					}
				}
				const loaded = loadDossier(folder, { onProblem: "report" });
				expect(loaded.problems.length).toBe(dossier.problems.length);
				const known = new Set(dossier.dossier.incidents.map(({ incident_id }) => incident_id));
				const isKnown = ({ incident_id }: { readonly incident_id: string }) => known.has(incident_id);
				expect(loaded.dossier.claims.filter(({ source_id }) => source_id === "new-paper")).toMatchObject([
					{ note: text },
				]);
				expect(loaded.dossier.incidents.filter(isKnown)).toEqual(dossier.dossier.incidents);
				expect(loaded.dossier.incidents.length).toBe(known.size + 1);
			},
		),
		{ numRuns: 30, seed: 20_211_201 },
	);
});

describe("a stop after any file is renamed", () => {
	test.each(added.map((table, index) => [index, table] as const))(
		"%i files in place: the folder loads without a problem, and the same command adds the rest",
		async (count) => {
			const whole = scratchData(six);
			const file = scratchFile("incident.yaml", asText(draft()));
			expect(await command("add", "--data", whole.folder, "--from", file)).toMatchObject({ code: 0, err: "" });

			const { folder } = scratchData(six);
			const before = contents(folder);
			const read = readFolder(folder);
			const { replacements } = candidateOf(draft(), read);
			let done = 0;
			const stop = new Error("stopped");
			const rename = (from: string, to: string) => {
				if (done++ === count) throw stop;
				renameSync(from, to);
			};
			expect(() => replaceFiles(folder, replacements, read.bytes, rename)).toThrow();
			expect(loadDossier(folder).claims.length).toBeGreaterThan(0);
			added.forEach((table, index) => {
				expect(contents(folder)[table] === before[table], table).toBe(index >= count);
			});
			expect(await command("add", "--data", folder, "--from", file)).toMatchObject({ code: 0, err: "" });
			expect(contents(folder)).toEqual(contents(whole.folder));
			expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
		},
	);

	test("a process that is killed between two files leaves a folder that loads, and the next run tidies up", async () => {
		const { folder } = scratchData(six);
		const script = scratchFile(
			"kill.mjs",
			`import { renameSync } from "node:fs";
			const at = (file) => import(new URL(file, ${JSON.stringify(new URL("../../../dist/command/add/", import.meta.url).href)}));
			const { replaceFiles } = await at("append.js");
			const { candidateOf, readFolder } = await at("candidate.js");
			const read = readFolder(${JSON.stringify(folder)});
			const { replacements } = candidateOf(${JSON.stringify(draft())}, read);
			let done = 0;
			replaceFiles(read.path, replacements, read.bytes, (from, to) => {
				if (done++ === 3) process.kill(process.pid, "SIGKILL");
				renameSync(from, to);
			});`,
		);
		const signal = await new Promise((ended) => spawn(process.execPath, [script]).on("close", (_, by) => ended(by)));
		expect(signal).toBe("SIGKILL");
		expect(readdirSync(folder).filter((name) => name.startsWith(".part-")).length).toBe(3);
		expect(readdirSync(folder)).toContain(".adding");
		expect(loadDossier(folder).propositions.filter((row) => row.incident_id === id)).toHaveLength(1);
		const file = scratchFile("incident.yaml", asText(draft()));
		expect(await command("add", "--data", folder, "--from", file)).toMatchObject({ code: 0, err: "" });
		expect(
			loadDossier(folder)
				.claims.filter(({ proposition_id }) => proposition_id === `${id}.occurred`)
				.map(({ claim_id }) => claim_id),
		).toEqual([`${id}.occurred.c01`, `${id}.occurred.c02`]);
		expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
	});
});

describe("another program", () => {
	test.each(["claims.csv", "observation.csv"])("that has changed %s since it was read is not overwritten", (file) => {
		const { folder, edit } = scratchData(six);
		const read = readFolder(folder);
		const { replacements } = candidateOf(draft(), read);
		edit(file, (text) => `${text}\n`);
		const before = bytesOf(folder);
		expect(() => replaceFiles(folder, replacements, read.bytes)).toThrow(
			`${file} was changed by another program meanwhile; nothing was written; run the command again`,
		);
		expect(bytesOf(folder)).toEqual(before);
	});

	test("that changes a table while the others are renamed is not overwritten either, and the message says what was written", () => {
		const { folder, edit } = scratchData(six);
		const read = readFolder(folder);
		const { replacements } = candidateOf(draft(), read);
		let done = 0;
		const rename = (from: string, to: string) => {
			renameSync(from, to);
			if (++done === 2) edit("claims.csv", (text) => text.replace("c20", "c21"));
		};
		expect(() => replaceFiles(folder, replacements, read.bytes, rename)).toThrow(
			"claims.csv was changed by another program meanwhile; only sources.csv and incidents.csv and propositions.csv got their rows; run the command again to add the rest",
		);
		expect(contents(folder).claims).toContain("c21");
		loadDossier(folder);
	});

	test("that adds at this moment is waited for by nobody: the second run says so; the lock of a dead one does not count", () => {
		const { folder } = scratchData(six);
		const read = readFolder(folder);
		const { replacements } = candidateOf(draft(), read);
		// A process that surely runs: the parent of this one.
		writeFileSync(join(folder, ".adding"), String(process.ppid));
		expect(() => replaceFiles(folder, replacements, read.bytes)).toThrow(
			/^another run is adding to .*; nothing was written/,
		);
		expect(contents(folder)).toEqual(contents(six));
		writeFileSync(join(folder, ".adding"), "not a number");
		replaceFiles(folder, replacements, read.bytes);
		expect(contents(folder).incidents).toContain(id);
		expect(readdirSync(folder)).not.toContain(".adding");
	});
});

test("a file keeps its mode, and a link stays a link", () => {
	const { folder, path } = scratchData(six);
	const elsewhere = join(scratchFolder(), "claims.csv");
	renameSync(path("claims.csv"), elsewhere);
	symlinkSync(elsewhere, path("claims.csv"));
	chmodSync(path("incidents.csv"), 0o640);
	const read = readFolder(folder);
	replaceFiles(folder, candidateOf(draft(), read).replacements, read.bytes);
	expect(statSync(path("incidents.csv")).mode & 0o777).toBe(0o640);
	expect(readFileSync(elsewhere, "utf8")).toContain(`${id}.occurred.c01`);
	expect(readFileSync(path("claims.csv"), "utf8")).toBe(readFileSync(elsewhere, "utf8"));
});
