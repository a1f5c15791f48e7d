import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ownDataDirectory } from "../load/dossier.js";
import { exampleRows } from "./examples.js";
import { newFolder, writeFolder } from "./new-folder.js";
import { shellWord } from "./shell-word.js";
import { tableText } from "./table-text.js";
import type { Terminal } from "./terminal.js";

/** The parts of the kit's codebook that are true for any data. */
const codebookParts = ["The model", "Columns", "Verdict rules"];

/**
 * Creates a data folder for a reader's own rows: every table with its header and one invented row, the codebook and
 * the border line. It appears complete or not at all, and only in a new or empty folder.
 *
 * @throws CommandError if the folder has files already; nothing is written then
 */
export function initData(directory: string, options: { readonly json?: boolean }, terminal: Terminal): void {
	const folder = newFolder(directory);
	const files = contents(directory);
	writeFolder(folder, files);
	if (options.json) terminal.say(JSON.stringify({ folder, files: Object.keys(files) }, null, 2));
	else {
		const count = begun.length;
		terminal.say(`${folder}: ${count} tables with one invented example row each, and README.md, their codebook`);
		terminal.say(`next: npx border-incidents check --data ${shellWord(directory)}`);
	}
}

/** The tables of a new folder. One that it can do without would only be one more to keep in step. */
const begun = Object.keys(exampleRows) as (keyof typeof exampleRows)[];

function contents(directory: string): Record<string, string> {
	const own = (name: string) => readFileSync(join(ownDataDirectory(), name), "utf8");
	return {
		...Object.fromEntries(begun.map((name) => [`${name}.csv`, tableText(name, [exampleRows[name]])])),
		"border.geojson": own("border.geojson"),
		"region.json": own("region.json"),
		"border.LICENSE.md": own("border.LICENSE.md"),
		"README.md": codebook(own("README.md"), directory),
	};
}

/** A codebook for the new folder: how to go on, and what each column means. */
function codebook(text: string, directory: string): string {
	const parts = text
		.split(/^(?=## )/m)
		.filter((part) => codebookParts.some((title) => part.startsWith(`## ${title}\n`)));
	const folder = shellWord(directory);
	return `# Your own data

Every table has its header and one invented row, whose id begins with \`example-\`. Add your own rows and delete that one.
A table can have its header alone, or be absent, except \`incidents.csv\`. \`observation.csv\` states which days you searched.

\`\`\`sh
npx border-incidents add --data ${folder}    # add an incident by questions, or with --from FILE.yaml
npx border-incidents check --data ${folder}    # what is wrong, by file, line and column
npx border-incidents charts --data ${folder} --out ${shellWord(`${directory}-charts`)}    # every chart that the rows allow
\`\`\`

\`region.json\` has the names of the border and of its two sides, for texts and maps: for another border, change both files.
\`border.geojson\` is the line from OpenStreetMap ([licence](border.LICENSE.md)). The kit's own crossings,
border segments and places are in \`node_modules/border-incidents/data\`; you can copy them. What follows is the codebook
of the kit's own data: counts and remarks in it are about those rows.

${parts.join("").trimEnd()}
`;
}
