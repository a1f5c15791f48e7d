import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { figureOrReason } from "../../src/charts/catalogue-entry.js";
import { countExamples } from "../../src/command/examples.js";
import { type Dossier, loadDossier, NotEnoughDataError } from "../../src/index.js";
import { type TableName, tables } from "../../src/load/tables.js";
import { readHeader, readRows } from "../data/tables.js";
import { ownData, scratchFolder } from "../scratch.js";
import { ownDossier, ownFigure } from "../support/own-figures.js";
import { command } from "./here.js";

const file = (folder: string, name: string) => pathToFileURL(join(folder, name));

async function begun(): Promise<string> {
	const folder = join(scratchFolder(), "my data");
	expect(await command("init", folder)).toMatchObject({ code: 0, err: "" });
	return folder;
}

/** The tables that a data folder begins with. */
const needed = (Object.keys(tables) as TableName[]).filter((name) => name !== "readings" && name !== "archive");

describe("init", () => {
	test("writes every table with the header of the kit's own and one row, the border, its licence and the codebook", async () => {
		const folder = await begun();
		const names = needed.map((name) => `${name}.csv`);
		expect(readdirSync(folder).sort()).toEqual(
			[...names, "border.geojson", "region.json", "border.LICENSE.md", "README.md"].sort(),
		);
		for (const name of names) {
			expect(readHeader(file(folder, name))).toEqual(readHeader(file(ownData, name)));
			expect(readRows(file(folder, name)).length, name).toBe(1);
		}
		const codebook = readFileSync(join(folder, "README.md"), "utf8");
		for (const name of names) expect(codebook).toContain(`### ${name}`);
		const links = [...codebook.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, file = ""]) => file);
		expect(links.filter((file) => !readdirSync(folder).includes(file))).toEqual([]);
		expect(statSync(folder).mode & 0o777).toBe(0o777 & ~process.umask());
	});

	test("each row says that it is invented, check finds nothing wrong and tells that they are there", async () => {
		const folder = await begun();
		for (const name of needed)
			expect(Object.values(readRows(file(folder, `${name}.csv`))[0] ?? {}).join(" "), name).toMatch(
				/Invented|example-/,
			);
		const { code, out } = await command("check", "--data", folder);
		expect(code).toBe(0);
		expect(out).toContain(
			"1 source, 1 incident, 1 proposition, 1 claim, 1 verdict_basis, 1 interest, 1 crossing, 1 stretch, 1 place, 0 readings, 0 archived pages;",
		);
		expect(out).toMatch(/^10 rows are still invented examples from init: /m);
		expect(countExamples(ownDossier)).toBe(0);
	});

	test("check tells what is wrong, and where, once somebody writes into it", async () => {
		const folder = await begun();
		const claims = join(folder, "claims.csv");
		writeFileSync(claims, readFileSync(claims, "utf8").replace("2024-05-02", "2 May 2024").replace("asserts", "says"));
		expect(await command("check", "--data", folder)).toEqual({
			code: 1,
			out: "",
			err: `2 problems in ${folder}\nclaims.csv:2 stance: not one of asserts, denies, repeats, corrects: says\nclaims.csv:2 published_on: not a date: 2 May 2024 (write 2024-05-02)`,
		});
	});

	test("a folder that holds anything is left as it was; an empty one is filled", async () => {
		const folder = scratchFolder();
		mkdirSync(join(folder, "empty"));
		expect((await command("init", join(folder, "empty"))).code).toBe(0);
		writeFileSync(join(folder, "mine.csv"), "mine");
		const { code, out, err } = await command("init", folder);
		expect({ code, out }).toEqual({ code: 1, out: "" });
		expect(err).toBe(`${folder} is not empty: it holds 2 files; nothing was written; name a new folder`);
		expect((await command("init", join(folder, "mine.csv"))).err).toContain("is a file: name a new folder");
		expect(readdirSync(folder).sort()).toEqual(["empty", "mine.csv"]);
		expect(readFileSync(join(folder, "mine.csv"), "utf8")).toBe("mine");
	});

	// What charts draws of such a folder, and what it says of the rest: test/package/quick-start.test.ts.
});

const six = loadDossier(fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url)));

/** The dossier with some incidents alone, and what hangs on them. */
function only(dossier: Dossier, incidents: readonly string[]): Dossier {
	const propositions = dossier.propositions.filter((row) => incidents.includes(row.incident_id));
	const ids = new Set(propositions.map((row) => row.proposition_id));
	const kept = <Row extends { readonly proposition_id: string }>(rows: readonly Row[]) =>
		rows.filter((row) => ids.has(row.proposition_id));
	return {
		...dossier,
		incidents: dossier.incidents.filter((row) => incidents.includes(row.incident_id)),
		propositions,
		claims: kept(dossier.claims),
		verdict_basis: kept(dossier.verdict_basis),
		interests: kept(dossier.interests),
	};
}

const none = { claims: [], verdict_basis: [], interests: [] };
const small: [string, () => Dossier][] = [
	["six incidents", () => six],
	["no claim yet", () => ({ ...six, ...none })],
	["the kit's incidents and no claim yet", () => ({ ...ownDossier, ...none })],
	["one incident", () => only(six, ["a-clash"])],
	[
		"one day",
		() => ({
			...only(six, ["a-clash"]),
			observation: { ...six.observation, observed_from: "2022-01-10", observed_to: "2022-01-10" },
		}),
	],
	["no point", () => ({ ...six, incidents: six.incidents.map((row) => ({ ...row, lat: null, lon: null })) })],
	[
		"no crossing",
		() => ({ ...six, crossings: [], incidents: six.incidents.map((row) => ({ ...row, crossing_id: null })) }),
	],
	["headers alone", () => ({ ...only(six, []), sources: [], crossings: [], stretches: [], places: [] })],
];

describe.each(small)("a dossier of %s", (_, dossierOf) => {
	const dossier = dossierOf();

	test.each(catalogue.map((entry) => [entry.id, entry] as const))(
		"%s is drawn, or left out for a reason in words",
		(_, entry) => {
			const figure = figureOrReason(entry, dossier);
			if (typeof figure === "string") {
				expect(figure).toMatch(/^\p{Ll}[\p{L}\p{N} ,:.’'–-]{15,}[^.]$/u);
				return;
			}
			const words = [figure.title, figure.subtitle, figure.caption, figure.alt].join(" ");
			expect(words).not.toMatch(/undefined|NaN|Infinity|null|\[object|\b0 of (the )?0\b/);
			expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
		},
	);
});

test("headers alone: every chart is left out, none by accident", () => {
	const headers = small.at(-1)?.[1]() ?? six;
	for (const entry of catalogue) expect(figureOrReason(entry, headers), entry.id).toMatch(/^no (incident|source) /);
});

test("all of the kit's own data is drawn", () => {
	for (const { id } of catalogue) expect(ownFigure(id), id).toBeTypeOf("object");
});

test("a fault of the kit never passes for a lack of data", () => {
	const faulty = (fault: () => unknown) =>
		figureOrReason(
			{ id: "faulty", subject: "frequency", level: "depth", question: "", needs: [], draw: () => fault() as never },
			six,
		);
	for (const fault of [() => new Array(-1), () => (1).toFixed(101), () => new Date(Number.NaN).toISOString()])
		expect(() => faulty(fault)).toThrow(RangeError);
	expect(() => faulty(() => (null as never as Dossier).claims)).toThrow(TypeError);
	// A message that reads like a lack of data is none: only the class says so.
	const failing = (error: Error) => () =>
		faulty(() => {
			throw error;
		});
	expect(failing(new RangeError("unknown period: fortnight"))).toThrow("unknown period: fortnight");
	expect(failing(new NotEnoughDataError("too few years: 1"))()).toBe("too few years: 1");
});
