import { execFileSync } from "node:child_process";
import { appendFileSync, rmSync, symlinkSync, truncateSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DossierError, loadDossier } from "../../src/index.js";
import { countProblems, problemLine } from "../../src/load/problem.js";
import { scratchData } from "../scratch.js";

/** Loads a spoiled folder, and gives what was found and the processor seconds it took, the message included. */
function load(spoil: (data: ReturnType<typeof scratchData>) => void) {
	const data = scratchData();
	spoil(data);
	const before = process.cpuUsage();
	const { problems, notes, dossier } = loadDossier(data.folder, { onProblem: "report" });
	const message = new DossierError(data.folder, problems).message.split("\n");
	const { user, system } = process.cpuUsage(before);
	return { problems, notes, dossier, message, seconds: (user + system) / 1e6 };
}

const claim = "!,".repeat(13);

// Before there were limits these took 10 to 200 seconds, grew with the square of the rows, or never ended. The limits here
// are several times what a slow machine needs.
describe("work is linear in the bytes, and a report has an end", () => {
	test.each<[string, (data: ReturnType<typeof scratchData>) => void, number, number]>([
		[
			"100,000 unknown columns",
			({ edit }) =>
				edit("observation.csv", (text) =>
					text.replace("\n", `,${Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(",")}\n`),
				),
			// Each unknown column, and the one row, which has fewer cells than the header.
			100_001,
			10,
		],
		["1,000,000 blank lines", ({ path }) => appendFileSync(path("interests.csv"), "\n".repeat(1_000_000)), 0, 10],
		[
			"200,000 bad rows",
			({ path }) => appendFileSync(path("claims.csv"), `${claim}!\n`.repeat(200_000)),
			// Twelve columns of fourteen that hold no free text: the value and the note can be "!".
			2_400_000,
			25,
		],
		["200,000 short rows", ({ path }) => appendFileSync(path("claims.csv"), "!,!\n".repeat(200_000)), 200_000, 10],
		[
			"50,000 misplaced quotes",
			({ path }) => appendFileSync(path("claims.csv"), 'a,6" gun\n'.repeat(50_000)),
			50_000,
			25,
		],
		[
			"a cell of 10 MB",
			({ path }) => appendFileSync(path("sources.csv"), `x,"${"x \n".repeat(3_333_333)}",other,,other,,false,,\n`),
			1,
			10,
		],
		[
			"a quote that never closes, 10 MB from the end",
			({ path }) => appendFileSync(path("sources.csv"), `x,"${"x\n".repeat(5_000_000)}`),
			1,
			10,
		],
		[
			"100,000 sources in a chain of parents",
			({ path }) =>
				appendFileSync(
					path("sources.csv"),
					Array.from({ length: 100_000 }, (_, i) => `x${i},n,other,,other,${i > 0 ? `x${i - 1}` : ""},false,,\n`).join(
						"",
					),
				),
			1,
			15,
		],
		[
			"20,000 sources in a circle of parents",
			({ path }) =>
				appendFileSync(
					path("sources.csv"),
					Array.from({ length: 20_000 }, (_, i) => `x${i},n,other,,other,x${(i + 1) % 20_000},false,,\n`).join(""),
				),
			20_000,
			10,
		],
	])("%s", (_, spoil, count, limit) => {
		const { problems, message, seconds } = load(spoil);
		expect(countProblems(problems)).toBe(count);
		expect(message.length).toBeLessThanOrEqual(1 + 12 * 21);
		expect(problems.length).toBeLessThanOrEqual(12_000);
		expect(seconds).toBeLessThan(limit);
	});

	test("a chain of 100 parents is allowed, and the first source below it is named", () => {
		const chain = (length: number) =>
			load(({ path }) =>
				appendFileSync(
					path("sources.csv"),
					Array.from({ length }, (_, i) => `x${i},n,other,,other,${i > 0 ? `x${i - 1}` : ""},false,,\n`).join(""),
				),
			).problems.map(problemLine);
		expect(chain(101)).toEqual([]);
		expect(chain(102)).toEqual([
			expect.stringMatching(/parent_id: more than 100 institutions above this source: x100$/),
		]);
	});
});

describe("anything but a regular file is a problem", () => {
	test("a link to a device that never ends", () => {
		const { problems } = load(({ path }) => {
			rmSync(path("claims.csv"));
			symlinkSync("/dev/zero", path("claims.csv"));
		});
		expect(problems.map(problemLine)).toEqual(["claims.csv: is not a regular file (a pipe, a socket or a device)"]);
	});

	test("a named pipe that nobody writes to", () => {
		const { problems } = load(({ path }) => {
			rmSync(path("border.geojson"));
			execFileSync("mkfifo", [path("border.geojson")]);
		});
		expect(problems.map(problemLine)).toEqual(["border.geojson: is not a regular file (a pipe, a socket or a device)"]);
	});

	test("a link that leads back to itself", () => {
		const { problems } = load(({ path }) => {
			rmSync(path("claims.csv"));
			symlinkSync(path("claims.csv"), path("claims.csv"));
		});
		expect(problems.map(problemLine)).toEqual(["claims.csv: is a link that leads back to itself"]);
	});

	test("a file of more than a gigabyte is not read", () => {
		const { problems } = load(({ path }) => truncateSync(path("claims.csv"), 1_000_000_001));
		expect(problems.map(problemLine)).toEqual([
			"claims.csv: has 1000000001 bytes, more than 1000000000; put data of this size into a database",
		]);
	});
});

describe("a NUL byte is a problem wherever it stands", () => {
	test.each<[string, (text: string) => string, RegExp]>([
		[
			"before the header",
			(text) => `\0${text}`,
			/^interests\.csv:1: unknown column: \\u0000proposition_id \(did you mean proposition_id\?\)$/,
		],
		[
			"after the header",
			(text) => text.replace("\n", "\0\n"),
			/^interests\.csv:1: unknown column: favours\\u0000 \(did you mean favours\?\)$/,
		],
		[
			"after the last cell",
			(text) => text.replace(/\n$/, "\0\n"),
			/favours: not one of .*\\u0000 \(U\+0000 \(NUL\) inside\)$/,
		],
		["after the last line", (text) => `${text}\0`, /: row has 1 cell, the header 3$/],
	])("%s", (_, spoil, expected) => {
		const { problems } = load(({ edit }) => edit("interests.csv", spoil));
		expect(problems.map(problemLine)).toEqual([expect.stringMatching(expected)]);
	});
});
