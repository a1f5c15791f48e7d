import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadDossier } from "../src/load/dossier.js";
import { ownDossier } from "./support/own-figures.js";

const source = fileURLToPath(new URL("../src", import.meta.url));
const files = readdirSync(source, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
	.map((entry) => join(entry.parentPath, entry.name));

const examples = files.flatMap((file) =>
	[...readFileSync(file, "utf8").matchAll(/@example\n((?:\s*\*\s+.*\/\/ → .*\n)+)/g)].flatMap(([, lines = ""]) =>
		lines
			.trimEnd()
			.split("\n")
			.map((line) => {
				const [code = "", result = ""] = line.replace(/^\s*\*\s+/, "").split(/\s*\/\/ → /);
				return { file, code, result };
			}),
	),
);

/** Numbers agree where they round to the digits printed; objects where they hold what is printed. */
function agrees(actual: unknown, printed: unknown): boolean {
	if (typeof printed === "number" && typeof actual === "number") {
		const decimals = /\.(\d+)$/.exec(String(printed))?.[1]?.length;
		return decimals === undefined ? actual === printed : Math.abs(actual - printed) <= 0.5001 * 10 ** -decimals;
	}
	if (Array.isArray(printed))
		return (
			Array.isArray(actual) && actual.length === printed.length && printed.every((each, i) => agrees(actual[i], each))
		);
	if (printed !== null && typeof printed === "object")
		return Object.entries(printed).every(([key, value]) => agrees((actual as Record<string, unknown>)?.[key], value));
	return Object.is(actual, printed);
}

describe("examples in the doc comments", () => {
	test("there are some", () => expect(examples.length).toBeGreaterThan(10));

	test("a wrong number is told apart (by hand)", () => {
		expect(agrees(3.6889, 3.689)).toBe(true);
		expect(agrees(3.6881, 3.689)).toBe(false);
		expect(agrees([1, 2], [1])).toBe(false);
		expect(agrees({ low: 0, high: 1 }, { low: 0.5 })).toBe(false);
	});

	test.each(examples)("$code gives $result", async ({ file, code, result }) => {
		const entries = await Promise.all([
			import("../src/entry/statistics.js"),
			import("../src/entry/truth.js"),
			import("../src/entry/reliability.js"),
			import("../src/entry/location.js"),
			import("../src/entry/frequency.js"),
			import("../src/index.js"),
		]);
		// The kit's own data are read once for all examples.
		const load = (...words: unknown[]) =>
			words.length > 0 ? (loadDossier as (...words: unknown[]) => unknown)(...words) : ownDossier;
		const scope = Object.assign({}, ...entries, await import(/* @vite-ignore */ file), { loadDossier: load });
		const evaluate = (text: string) => new Function(...Object.keys(scope), `return (${text})`)(...Object.values(scope));
		const actual = await evaluate(code);
		const isSame = agrees(actual, evaluate(result));
		expect(isSame, `${relative(source, file)}: ${code} gave ${JSON.stringify(actual)}`).toBe(true);
	});
});
