import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { glossaryOf } from "../src/charts/glossary.js";
import { run } from "../src/command/main.js";
import { ownRegion } from "../src/load/dossier.js";
import { frontPage } from "../src/pages/front-page.js";
import { six } from "./six-readings.js";
import { bannedPhrases, notPlain } from "./support/plain-english.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");

/** What a reader of a Markdown file reads as prose: no code, no file names, no address, and no block that is filled. */
const proseOf = (markdown: string): string =>
	markdown
		.replace(/^```.*?^```$/gms, "")
		.replace(/<!-- findings: .*?<!-- \/findings -->/s, "")
		.replace(/`[^`]*`/g, "…")
		.replace(/\]\([^)]*\)/g, "]")
		.replace(/\b[\w-]+\.(csv|md|json|ts|cff|geojson)\b/g, "…");

/** The text that a program can print: string literals, without what is filled in. */
const messagesIn = (source: string): string[] =>
	[...source.replace(/^import .*$/gm, "").matchAll(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g)]
		.map(([literal]) => literal.slice(1, -1).replace(/\$\{[^}]*\}/g, "…"))
		.filter((text) => /[a-z] [a-z]/i.test(text));

const commentsIn = (source: string): string[] =>
	(source.match(/\/\*\*[\s\S]*?\*\/|\/\/ .*/g) ?? []).map((text) => text.replace(/`[^`]*`/g, "…"));

const filesOf = (folder: string) => readdirSync(join(root, folder)).filter((name) => name.endsWith(".ts"));

const glossary = glossaryOf(ownRegion());

describe("the checks find what they look for (by hand)", () => {
	test("prose", () => {
		expect(notPlain(proseOf("The `track-record` of [a source](stretch.md)."))).toEqual([]);
		expect(notPlain(proseOf("The track record of a source"))).toHaveLength(1);
	});
	test("messages", () =>
		expect(messagesIn(`import "a b";\nsay("3 new charts" + \`left out: \${id}\`, "key")`)).toEqual([
			"3 new charts",
			"left out: …",
		]));
	test("every banned phrase names what to write instead", () => {
		for (const [, instead] of bannedPhrases) expect(instead).not.toBe("");
	});
});

describe("plain English", () => {
	test.each(["README.md", "CONTRIBUTING.md", "data/README.md", "CITATION.cff", ".typedoc/start.md"])("%s", (file) =>
		expect(proseOf(read(file)).split("\n").flatMap(notPlain)).toEqual([]),
	);

	test("CHANGELOG.md, the newest section", () => {
		const [, newest = ""] = read("CHANGELOG.md").split(/^## /m);
		expect(newest).toContain(JSON.parse(read("package.json")).version);
		expect(proseOf(newest).split("\n").flatMap(notPlain)).toEqual([]);
	});

	test("glossary", () => expect(glossary.flatMap(({ term, meaning }) => notPlain(`${term}: ${meaning}`))).toEqual([]));

	test("help of every command", async () => {
		const lines: string[] = [];
		const terminal = {
			say: (line: string) => lines.push(line),
			warn: (line: string) => lines.push(line),
			isInteractive: false,
		};
		for (const verb of ["charts", "check", "add", "init", "notebooks", "lab", "readme"])
			expect(await run([verb, "--help"], terminal)).toBe(0);
		await run(["--help"], terminal);
		expect(lines.filter((line) => line.includes("Usage: border-incidents"))).toHaveLength(8);
		expect(lines.flatMap(notPlain)).toEqual([]);
	});

	test.each(
		["src/command", "src/command/add", "src/load", "src/records", "src/calendar", "src/statistics"].flatMap((folder) =>
			filesOf(folder).map((name) => `${folder}/${name}`),
		),
	)("messages and comments of %s", (file) => {
		const source = read(file);
		expect([...messagesIn(source), ...commentsIn(source)].flatMap(notPlain)).toEqual([]);
	});
});

describe("the glossary", () => {
	test("has at most 20 terms, each once, each explained in a sentence or two", () => {
		expect(glossary.length).toBeLessThanOrEqual(20);
		expect(new Set(glossary.map(({ term }) => term)).size).toBe(glossary.length);
		for (const { meaning } of glossary) {
			expect(meaning).toMatch(/^\p{Lu}[^.]*\.( \p{Lu}[^.]*\.)?$/u);
			expect(meaning.length).toBeLessThanOrEqual(160);
		}
	});
});

test("the front page shows the glossary", () => {
	const edition = { version: "1.0.0", released: "2026-01-31", author: null };
	const page = frontPage(six, edition, { figures: [], excluded: {} });
	for (const { term, meaning } of glossary)
		expect(page).toContain(`<dt>${term}</dt><dd>${meaning.replaceAll("'", "&#39;")}</dd>`);
});

describe("README.md and CONTRIBUTING.md", () => {
	test("README.md has at most 120 lines", () =>
		expect(read("README.md").split("\n").length - 1).toBeLessThanOrEqual(120));

	test("README.md states no number of the data outside the filled blocks", () => {
		const typed = read("README.md").replace(/<!-- (\w+): .*?<!-- \/\1 -->/gs, "");
		expect(typed).not.toMatch(/\d+ (incidents|questions|claims|sources|charts|notebooks)\b/);
	});

	test.each(["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md"])(
		"%s: every link leads somewhere",
		(file) => {
			const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
			const slugsOf = (text: string) =>
				[...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
					heading
						.toLowerCase()
						.replace(/[^\p{L}\d _-]/gu, "")
						.replaceAll(" ", "-"),
				);
			const broken = links.filter(([, path = "", slug]) => {
				const target = path === "" ? file : join(dirname(file), path);
				if (!existsSync(join(root, target))) return true;
				return slug !== undefined && !slugsOf(read(target)).includes(slug);
			});
			expect(broken.map(([link]) => link)).toEqual([]);
		},
	);

	test("CONTRIBUTING.md gives a reason for every dependency", () => {
		const manifest = JSON.parse(read("package.json"));
		const named = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies });
		const table = read("CONTRIBUTING.md");
		expect(named.filter((name) => !name.startsWith("@types/") && !table.includes(`\`${name}\``))).toEqual([]);
	});

	test("CHANGELOG.md: every function that an old one became is exported", () => {
		const [, table = ""] = read("CHANGELOG.md").split("| Name in 0.1.0 | Name in 0.2.0 |");
		const rows = table.split(/^$/m)[0]?.split("\n").slice(3, -1) ?? [];
		const names = rows.flatMap((row) =>
			[...(row.split("|")[2] ?? "").matchAll(/`(\w+)/g)].map(([, name = ""]) => name),
		);
		expect(names.length).toBeGreaterThan(20);
		const entries = filesOf("src/entry")
			.map((name) => read(`src/entry/${name}`))
			.join("\n");
		expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(entries))).toEqual([]);
	});

	test("CHANGELOG.md: every chart that an old one became exists", () => {
		const [, newest = ""] = read("CHANGELOG.md").split(/^## /m);
		const names = [...newest.matchAll(/^\| `[a-z0-9-]+` \| `charts\.(\w+)`/gm)].map(([, name = ""]) => name);
		expect(names.length).toBeGreaterThan(40);
		const files = ["frequency", "location", "reliability"].flatMap((subject) => filesOf(`src/charts/${subject}`));
		const file = (name: string) => `${name.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`)}.ts`;
		expect(names.filter((name) => !files.includes(file(name)))).toEqual([]);
	});
});
