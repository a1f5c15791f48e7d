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
