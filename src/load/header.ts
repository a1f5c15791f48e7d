import { parse } from "csv-parse/sync";

/**
 * The columns of a CSV in the order of its file, as its header names them; none where there is no header to read.
 */
export function csvHeader(bytes: Uint8Array): readonly string[] {
	try {
		return (parse(Buffer.from(bytes), { to: 1, bom: true, relax_column_count: true }) as string[][])[0] ?? [];
	} catch {
		return [];
	}
}
