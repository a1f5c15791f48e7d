/** A cell that is not fine, as notebooks/.execute.py tells it. */
export interface Failure {
	/** Counted from 1 over all cells, text cells too. */
	readonly cell: number;
	readonly id: string;
	readonly message: string;
	readonly source: string;
	readonly stderr: string;
}

interface Cell {
	readonly id?: string;
	readonly source: string | readonly string[];
	readonly outputs?: readonly unknown[];
}

/** The failure as a person reads it: the cell, its numbered lines, what it wrote to stderr. */
export function failureText({ cell, id, message, source, stderr }: Failure): string {
	const lines = source.split("\n").map((line, index) => `  ${String(index + 1).padStart(3)} | ${line}`);
	return [`cell ${cell} (${id}): ${message}`, ...lines, ...(stderr.trim() ? [stderr.trim()] : [])].join("\n");
}

/**
 * Where two states of a notebook file part: the first cell whose source or outputs differ, counted from 1.
 */
export function changedCell(before: string, after: string): string {
	const [old, fresh] = [before, after].map((text) => JSON.parse(text).cells as Cell[]) as [Cell[], Cell[]];
	const index = fresh.findIndex((cell, at) => JSON.stringify(cell.outputs) !== JSON.stringify(old[at]?.outputs));
	return index < 0
		? "the file is not as a run stores it: run npm run notebooks"
		: `cell ${index + 1} (${fresh[index]?.id ?? ""}): its output is not the stored one: run npm run notebooks`;
}

/** The call that loads the data, with the remark that a reader may give a folder. */
const loadCall = /loadDossier\(\)/;
/** The incident that a notebook is about. */
const incidentLine = /^const incident_id = "[^"]*"/m;

/**
 * A notebook that loads another data folder, without outputs.
 *
 * @param folder whole path of the data folder
 * @param incident_id an incident of that folder, for a notebook about one incident
 */
export function withData(text: string, folder: string, incident_id: string): string {
	const notebook = JSON.parse(text) as { readonly cells: readonly Cell[] };
	const cells = notebook.cells.map((cell) => {
		if (cell.outputs === undefined) return cell;
		const source = [cell.source]
			.flat()
			.join("")
			.replace(loadCall, () => `loadDossier(${JSON.stringify(folder)})`)
			.replace(incidentLine, () => `const incident_id = ${JSON.stringify(incident_id)}`);
		return { ...cell, source: source.split(/(?<=\n)/), outputs: [] };
	});
	return `${JSON.stringify({ ...notebook, cells }, null, 1)}\n`;
}
