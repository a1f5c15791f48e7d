import { createRequire } from "node:module";
import type { TableRow } from "../charts/parts/frame.js";

/**
 * The entry point `border-incidents/danfojs`, apart from the others, so that who has no danfojs needs none and no
 * bundler looks for it.
 */

/** The part of danfojs's `DataFrame` that is used here; the whole of it is `import type { DataFrame } from "danfojs-node"`. */
export interface FrameLike {
	readonly columns: readonly string[];
	readonly values: readonly unknown[];
}

type Cell = TableRow[string];

/**
 * Rows as a danfojs data frame, for those who like to look at data that way. Ids such as `0012` and ISO
 * dates stay text, blanks stay `null`. Counts and rates are best computed before: danfojs calculates with
 * 32 bits and its calendar is that of the machine.
 *
 * A notebook that wants the whole of danfojs names its type:
 * `const frame = await toDataFrame<DataFrame>(rows)`.
 *
 * @throws Error `danfojs-node is not installed: …`, or why it cannot be loaded, with what to add to `package.json` and
 * install; TypeError `not a single value in column …`
 * @example
 * (await toDataFrame([{ day: "2022-01-10", n: 2 }])).columns // → ["day", "n"]
 */
export async function toDataFrame<Frame extends FrameLike = FrameLike>(rows: readonly object[]): Promise<Frame> {
	const table = rows as readonly TableRow[];
	const columns = [...new Set(table.flatMap((row) => Object.keys(row)))];
	const values = table.map((row) => columns.map((column) => single(row[column] ?? null, column)));
	const dtypes = columns.map((_, index) => dtype(values.map((row) => row[index] ?? null)));
	const { DataFrame } = await danfo();
	// Types are given, because danfojs would read text of digits as numbers. It refuses them where no row is.
	return new DataFrame(values, rows.length > 0 ? { columns, dtypes } : {}) as unknown as Frame;
}

/**
 * The rows of a danfojs data frame; what is missing in it (`NaN`, `undefined`) is `null`.
 *
 * @example
 * fromDataFrame({ columns: ["day", "n"], values: [["2022-01-10", 2]] }) // → [{ day: "2022-01-10", n: 2 }]
 */
export function fromDataFrame(frame: FrameLike): TableRow[] {
	return frame.values.map((row) => {
		const cells = Array.isArray(row) ? row : [row];
		return Object.fromEntries(frame.columns.map((column, index) => [column, present(cells[index])]));
	});
}

async function danfo(): Promise<typeof import("danfojs-node")> {
	try {
		return await import("danfojs-node");
	} catch (error) {
		const { code = "", message } = error as NodeJS.ErrnoException;
		const [reason = ""] = message.split("\n");
		const isMissing = code.endsWith("MODULE_NOT_FOUND") && /danfojs-node(?![\\/])/.test(reason);
		const problem = isMissing ? "danfojs-node is not installed" : `danfojs-node cannot be loaded (${reason})`;
		// It asks for a native build of TensorFlow that many machines cannot get. The kit replaces that by its overrides,
		// and those of a package do not reach the project that installs it.
		const { overrides } = createRequire(import.meta.url)("../../package.json");
		throw new Error(
			`${problem}: add "overrides": ${JSON.stringify(overrides)} to package.json, then npm install danfojs-node@1.2.0`,
			{ cause: error },
		);
	}
}

function single(value: Cell, column: string): Cell {
	if (value !== null && typeof value === "object")
		throw new TypeError(`not a single value in column ${column}: ${value}`);
	return value;
}

function dtype(values: readonly Cell[]): string {
	const there = values.filter((value) => value !== null);
	if (there.length > 0 && there.every((value) => typeof value === "boolean")) return "boolean";
	if (there.length === 0 || !there.every((value) => typeof value === "number")) return "string";
	return there.every((value) => Number.isInteger(value)) ? "int32" : "float32";
}

const present = (value: unknown): Cell =>
	value === undefined || (typeof value === "number" && Number.isNaN(value)) ? null : (value as Cell);
