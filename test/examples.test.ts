import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDossier } from "../src/load/dossier.js";
import { scratchFolder } from "./scratch.js";
import { ownDossier } from "./support/own-figures.js";

const source = fileURLToPath(new URL("../src", import.meta.url));
const files = readdirSync(source, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
	.map((entry) => join(entry.parentPath, entry.name));

/**
 * Every line of an example that ends with its result. Lines before it without one, such as a `const`, are run first, for
 * all results after them.
 */
const examples = files.flatMap((file) =>
	[...readFileSync(file, "utf8").matchAll(/@example\n((?:\s*\* (?!@).*\n)+)/g)].flatMap(([, block = ""]) => {
		const lines = block
			.trimEnd()
			.split("\n")
			.map((line) => line.replace(/^\s*\* /, ""));
		return lines.flatMap((line, index) => {
			const [code = "", result] = line.split(/\s*\/\/ → /);
			const before = lines.slice(0, index).filter((each) => !each.includes("// → "));
			return result === undefined ? [] : [{ file, before: before.join("\n"), code, result }];
		});
	}),
);

/** A number as an example prints it: 0.50 stands for all numbers that round to it. */
class Rounded {
	readonly value: number;
	readonly half: number;
	constructor(printed: string) {
		this.value = Number(printed);
		this.half = 0.5001 * 10 ** -printed.replace(/^.*\./, "").length;
	}
}

const withRounded = (result: string): string =>
	result.replace(/"[^"]*"|-?\d+\.\d+/g, (part) => (part.startsWith('"') ? part : `new Rounded("${part}")`));

/** Numbers agree where they round to the digits printed; objects where they hold what is printed. */
function agrees(actual: unknown, printed: unknown): boolean {
	if (printed instanceof Rounded) return typeof actual === "number" && Math.abs(actual - printed.value) <= printed.half;
	if (Array.isArray(printed))
		return (
			Array.isArray(actual) && actual.length === printed.length && printed.every((each, i) => agrees(actual[i], each))
		);
	if (printed !== null && typeof printed === "object")
		return Object.entries(printed).every(([key, value]) => agrees((actual as Record<string, unknown>)?.[key], value));
	return Object.is(actual, printed);
}

/** What the examples call `dossier`: six invented incidents, every answer of which is known by hand. */
const dossier = loadDossier(fileURLToPath(new URL("fixtures/six-incidents", import.meta.url)));

const entryModules = await Promise.all([
	import("../src/entry/statistics.js"),
	import("../src/entry/truth.js"),
	import("../src/entry/reliability.js"),
	import("../src/entry/location.js"),
	import("../src/entry/frequency.js"),
	import("../src/index.js"),
]);
/** What an example may name: everything that is exported, the six incidents, and the kit's own data, read once for all. */
const shared = Object.assign({}, ...entryModules, {
	dossier,
	loadDossier: (...words: Parameters<typeof loadDossier>) => (words.length > 0 ? loadDossier(...words) : ownDossier),
});

/** Runs an example with the exports of its own file in reach. */
async function evaluate(file: string, before: string, code: string): Promise<unknown> {
	const scope = { ...(file.endsWith(".ts") ? await import(/* @vite-ignore */ file) : {}), ...shared, Rounded };
	return new AsyncFunction(...Object.keys(scope), `${before}\nreturn (${code})`)(...Object.values(scope));
}

describe("examples in the doc comments", () => {
	const here = process.cwd();
	// An example may write a file.
	beforeAll(() => process.chdir(scratchFolder(afterAll)));
	afterAll(() => process.chdir(here));

	test("there are some", () => expect(examples.length).toBeGreaterThan(10));

	test.each([
		["3.6889", "3.689", true],
		["3.6881", "3.689", false],
		["0.54", "0.50", false],
		["-0.1667", "-0.167", true],
		["[1, 2]", "[1]", false],
		["{ low: 0, high: 1 }", "{ low: 0.5 }", false],
		["{ low: 0, high: 1 }", "{ low: 0 }", true],
	])("%s for a printed %s: %s (by hand)", async (actual, printed, isRight) => {
		expect(agrees(await evaluate(source, "", actual), await evaluate(source, "", withRounded(printed)))).toBe(isRight);
	});

	test.each(examples)("$code gives $result", async ({ file, before, code, result }) => {
		const actual = await evaluate(file, before, code);
		const printed = await evaluate(file, "", withRounded(result));
		expect(agrees(actual, printed), `${relative(source, file)}: ${code} gave ${JSON.stringify(actual)}`).toBe(true);
	});
});

const AsyncFunction = (async () => {}).constructor as new (
	...words: string[]
) => (...values: unknown[]) => Promise<unknown>;

/** Every value that a module exports, with the file that declares it: what it takes from other modules is followed there. */
function exported(file: string): { readonly name: string; readonly file: string }[] {
	const text = readFileSync(file, "utf8");
	const at = (path = "") => join(dirname(file), path.replace(/\.js$/, ".ts"));
	const named = [...text.matchAll(/^export \{([^}]*)\} from "([^"]+)"/gms)].flatMap(([, names = "", path]) =>
		names
			.split(",")
			.map((name) => name.trim())
			.filter((name) => name !== "" && !name.startsWith("type "))
			.flatMap((name) => exported(at(path)).filter((each) => each.name === name.replace(/ as .*/, ""))),
	);
	const whole = [...text.matchAll(/^export \* (?:as \w+ )?from "([^"]+)"/gm)].flatMap(([, path]) => exported(at(path)));
	const own = [...text.matchAll(/^export (?:async )?(?:function|class|const) (\w+)/gm)].map(([, name = ""]) => ({
		name,
		file,
	}));
	return [...own, ...named, ...whole];
}

describe("every function of the entry points", () => {
	const entries = [
		"index",
		"notebook/data-frame",
		...readdirSync(join(source, "entry")).map((name) => `entry/${name.slice(0, -3)}`),
	];

	test.each(entries)("%s: has an example that runs, and says what it throws", async (entry) => {
		const names = exported(join(source, `${entry}.ts`));
		expect(names.length).toBeGreaterThan(1);
		const bare: string[] = [];
		for (const { name, file } of names) {
			const value = (await import(/* @vite-ignore */ file))[name];
			if (typeof value !== "function") continue;
			const [before = "", after = ""] = readFileSync(file, "utf8").split(
				new RegExp(`^export (?:async )?(?:function|class|const) ${name}\\b`, "m"),
			);
			const comment = before.slice(before.lastIndexOf("/**"));
			const example = comment.slice(comment.indexOf("@example"));
			if (!examples.some((each) => each.file === file && example.includes(`${each.code} // → `)))
				bare.push(`${relative(source, file)}: ${name}: no example`);
			const [body = ""] = after.split(/^}/m);
			if (/throw new|\bknownOption\(/.test(body) && !comment.includes("@throws"))
				bare.push(`${relative(source, file)}: ${name}: no @throws`);
		}
		expect(bare).toEqual([]);
	});

	test("every option has a doc comment", () => {
		const options = files.flatMap((file) =>
			[
				...readFileSync(file, "utf8").matchAll(
					/^export interface (\w*Options|Style|DossierFilter)\b[^{]*\{\n(.*?)^\}/gms,
				),
			].flatMap(([, type, body = ""]) => {
				const lines = body.split("\n");
				return lines.flatMap((line, index) => {
					const name = /^\t(?:readonly )?(\w+)\??:/.exec(line)?.[1];
					return name === undefined ? [] : [{ name: `${type}.${name}`, before: lines[index - 1] ?? "" }];
				});
			}),
		);
		expect(options.length).toBeGreaterThan(50);
		expect(options.filter(({ before }) => !before.endsWith("*/")).map(({ name }) => name)).toEqual([]);
	});
});
