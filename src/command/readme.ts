import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogue } from "../charts/catalogue.js";
import { leadCharts, summaries } from "../charts/findings.js";
import { glossaryOf } from "../charts/glossary.js";
import { subjects } from "../charts/parts/frame.js";
import { plainMarkdown } from "../draw/markdown.js";
import { loadDossier } from "../load/dossier.js";
import type { Dossier } from "../records/records.js";
import { CommandError } from "./command-error.js";
import { writeWhole } from "./files.js";
import type { Terminal } from "./terminal.js";

/**
 * Fills the marked blocks of a README, so that no number in it can differ from the data: the size of the dossier, a
 * finding with its chart and the answer in sentences for each subject, and the glossary.
 *
 * @throws CommandError if a block is missing from the text
 */
export function filledReadme(text: string, dossier: Dossier): string {
	const findings = subjects.map((subject) => {
		const entries = catalogue.filter((entry) => entry.subject === subject);
		const entry = entries.find(({ id }) => id === leadCharts[subject]) ?? entries[0];
		if (!entry) throw new CommandError(`no chart about ${subject}`);
		const { title, alt } = entry.draw(dossier);
		const sentences = [`**${plainMarkdown(title)}.**`, ...summaries[subject](dossier).sentences.map(plainMarkdown)];
		return `${sentences.join(" ")}\n![${plainMarkdown(alt)}](charts/${entry.id}.svg)`;
	});
	const { incidents, propositions, claims, sources, observation } = dossier;
	const size = [
		`${incidents.length} incidents`,
		`${propositions.length} questions`,
		`${claims.length.toLocaleString("en")} claims`,
		`${sources.length} sources`,
	].join(", ");
	const { observed_from, observed_to } = observation;
	const blocks: Readonly<Record<string, string>> = {
		findings: findings.join("\n\n"),
		size: `The data: ${size}, from ${observed_from} to ${observed_to} (fingerprint \`${dossier.fingerprint}\`).`,
		glossary: glossaryOf(dossier.region)
			.map(({ term, meaning }) => `- **${term}**: ${meaning}`)
			.join("\n"),
	};
	return Object.entries(blocks).reduce((filled, [name, block]) => {
		const [begin, end] = [`<!-- ${name}: filled by npm run readme -->`, `<!-- /${name} -->`];
		const [from, to] = [filled.indexOf(begin), filled.indexOf(end)];
		if (from < 0 || to < from) throw new CommandError(`README.md has no block ${begin} … ${end}: restore both lines`);
		return `${filled.slice(0, from)}${begin}\n${block}\n${filled.slice(to)}`;
	}, text);
}

/**
 * Fills the number of rows of every table in the list of files of the codebook.
 *
 * @throws CommandError if a table has no row in that list
 */
export function filledCodebook(text: string, dossier: Dossier): string {
	const { border: _, ...rest } = dossier;
	const rows = [
		...Object.entries(rest).flatMap(([name, list]) => (Array.isArray(list) ? [[name, list.length] as const] : [])),
		["observation", 1] as const,
	];
	return rows.reduce((filled, [name, n]) => {
		const row = new RegExp(`^(\\| \\[${name}\\.csv\\]\\(.*\\| )[\\d,]+( \\| [^|]* \\|)$`, "m");
		if (!row.test(filled)) throw new CommandError(`data/README.md has no row of files for ${name}.csv: restore it`);
		return filled.replace(row, `$1${n.toLocaleString("en")}$2`);
	}, text);
}

/** Fills the README of the checkout and the codebook of its data, or with `check` fails if that would change one. */
export function fillReadme(options: { readonly check?: boolean }, terminal: Terminal): void {
	const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
	const dossier = loadDossier();
	const pages = { "README.md": filledReadme, "data/README.md": filledCodebook };
	for (const [name, fill] of Object.entries(pages)) {
		const path = join(root, name);
		const text = readFileSync(path, "utf8");
		const filled = fill(text, dossier);
		if (filled === text) terminal.say(`${name} is up to date`);
		else {
			if (options.check) throw new CommandError(`${name} differs from the data: run npm run readme`, 1);
			writeWhole(path, filled);
			terminal.say(`${name} is filled from the data`);
		}
	}
}
