import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogue } from "../charts/catalogue.js";
import { plainMarkdown } from "../draw/markdown.js";
import { loadDossier } from "../load/dossier.js";
import type { Dossier } from "../records/records.js";
import { CommandError } from "./command-error.js";
import { writeWhole } from "./files.js";
import type { Terminal } from "./terminal.js";

/** One chart of each subject, shown with its finding at the top of the README. */
const shown = ["incidents-per-month", "border-ribbon", "track-record-by-kind"];

/**
 * Fills the marked blocks of a README from the data, so that no number in it can drift: the findings with
 * their pictures, the size of the dossier, and the list of charts.
 *
 * @throws CommandError where a block is missing from the text
 */
export function filledReadme(text: string, dossier: Dossier): string {
	const figures = catalogue.map(({ draw }) => draw(dossier));
	const findings = shown.map((id) => {
		const figure = figures.find((each) => each.id === id);
		if (!figure) throw new CommandError(`no such chart for the README: ${id}`);
		return `**${plainMarkdown(figure.title)}**\n\n![${plainMarkdown(figure.alt)}](charts/${id}.svg)`;
	});
	const size = [
		`${dossier.incidents.length} incidents`,
		`${dossier.propositions.length} propositions`,
		`${dossier.claims.length.toLocaleString("en")} claims`,
		`${dossier.sources.length} sources`,
	].join(", ");
	const { observed_from, observed_to } = dossier.observation;
	const blocks: Readonly<Record<string, string>> = {
		findings: findings.join("\n\n"),
		size: `The dossier holds ${size}, observed ${observed_from} to ${observed_to} (data \`${dossier.fingerprint}\`).`,
		charts: [
			"| chart | what it finds |",
			"|---|---|",
			...figures.map(({ id, title }) => `| [${id}](charts/${id}.svg) | ${plainMarkdown(title)} |`),
		].join("\n"),
	};
	return Object.entries(blocks).reduce((filled, [name, block]) => {
		const [begin, end] = [`<!-- ${name}: filled by npm run readme -->`, `<!-- /${name} -->`];
		const [from, to] = [filled.indexOf(begin), filled.indexOf(end)];
		if (from < 0 || to < from) throw new CommandError(`README has no block ${begin} … ${end}`);
		return `${filled.slice(0, from)}${begin}\n${block}\n${filled.slice(to)}`;
	}, text);
}

/** Fills the README of the checkout, or with `check` fails where that would change it. */
export function fillReadme(options: { readonly check?: boolean }, terminal: Terminal): void {
	const path = resolve(join(fileURLToPath(new URL("../..", import.meta.url)), "README.md"));
	const text = readFileSync(path, "utf8");
	const filled = filledReadme(text, loadDossier());
	if (filled === text) {
		terminal.say("README is up to date");
		return;
	}
	if (options.check) throw new CommandError("README does not agree with the data: npm run readme fills it", 1);
	writeWhole(path, filled);
	terminal.say("README filled from the data");
}
