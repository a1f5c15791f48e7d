import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { figureWidth, subjects } from "../../src/charts/parts/frame.js";
import { likelihoodBins } from "../../src/reliability/questions/likelihood.js";
import { ownDossier as dossier, ownFigure } from "../support/own-figures.js";

const figures = catalogue.map(({ id }) => ({ id, figure: ownFigure(id) }));

describe("every chart of the catalogue", () => {
	test("has an id of its own, which is its file stem", () => {
		expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
		for (const { id, figure } of figures) {
			expect(figure.id).toBe(id);
			expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
		}
	});

	test("four of a subject are core, and no more", () => {
		for (const subject of subjects)
			expect(catalogue.filter((entry) => entry.subject === subject && entry.level === "core")).toHaveLength(4);
		expect(catalogue.every((entry, index) => entry.subject === figures[index]?.figure.subject)).toBe(true);
	});

	test("its code is found by its id: a file of the subject's folder has it, or how it begins", () => {
		for (const { id, subject } of catalogue) {
			const files = readdirSync(fileURLToPath(new URL(`../../src/charts/${subject}`, import.meta.url)));
			expect(
				files.some((file) => `${id}-`.startsWith(`${file.slice(0, -3)}-`)),
				id,
			).toBe(true);
		}
	});

	describe.each(figures)("$id", ({ figure }) => {
		test("says its finding, what is drawn, n and what was left out, and its source with the data fingerprint", () => {
			expect(figure.title).toMatch(/^\S.{15,}\S$/);
			expect(figure.subtitle).not.toBe("");
			expect(figure.caption).toMatch(/\d/);
			expect(figure.source).toContain(dossier.fingerprint);
		});

		test("has an alternative text that is a sentence with numbers", () => {
			expect(figure.alt).toMatch(/^\p{Lu}.*\d.*\.$/su);
			expect(figure.alt.length).toBeLessThan(700);
		});

		test("holds no word of probability in one sentence with a level of confidence (ICD 203)", () => {
			const words = new RegExp(`\\b(${likelihoodBins.map(({ word }) => word).join("|")})\\b`, "i");
			const sentences = [figure.title, figure.subtitle, figure.caption, figure.alt].join(". ").split(/\.\s/);
			expect(sentences.filter((each) => words.test(each) && /confidence/i.test(each))).toEqual([]);
		});

		test("has words without undefined, NaN, Infinity or more than one decimal dot", () => {
			const words = [figure.title, figure.subtitle, figure.caption, figure.alt].join(" ");
			expect(words).not.toMatch(/undefined|NaN|Infinity|null|\[object|\d\.\d+\.\d(?!\d*-)| {2}/);
		});

		test("has the numbers behind it, flat and finite", () => {
			expect(figure.table.length).toBeGreaterThan(0);
			for (const row of figure.table)
				for (const cell of Object.values(row)) {
					expect(cell === null || ["string", "number", "boolean"].includes(typeof cell)).toBe(true);
					if (typeof cell === "number") expect(Number.isFinite(cell)).toBe(true);
				}
		});

		test("is plain data: it survives JSON unchanged", () => {
			expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
		});

		test("is as wide as all and asks nobody for anything", () => {
			expect(figure.layout.width).toBe(figureWidth);
			expect(figure.config).toMatchObject({ showSendToCloud: false, displaylogo: false, plotlyServerURL: "" });
			expect(JSON.stringify([figure.data, figure.layout])).not.toMatch(/https?:\/\//);
		});

		test("is the same when it is computed again, and when the rows come in another order", () => {
			const entry = catalogue.find(({ id }) => id === figure.id);
			expect(entry?.draw(dossier)).toEqual(figure);
			const turned = {
				...dossier,
				sources: [...dossier.sources].reverse(),
				incidents: [...dossier.incidents].reverse(),
				claims: [...dossier.claims].reverse(),
				verdict_basis: [...dossier.verdict_basis].reverse(),
				interests: [...dossier.interests].reverse(),
			};
			expect(entry?.draw(turned).title).toBe(figure.title);
		});
	});
});
