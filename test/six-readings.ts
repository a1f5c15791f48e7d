import { fileURLToPath } from "node:url";
import { loadDossier } from "../src/load/dossier.js";
import { tables } from "../src/load/tables.js";
import type { Dossier, Value, VerdictConfidence, VerdictReading, VerdictStatus } from "../src/records/records.js";

/** The six invented incidents, without a table of readings. */
export const six: Dossier = loadDossier(fileURLToPath(new URL("fixtures/six-incidents", import.meta.url)));

/**
 * Readings of the six invented incidents, made up for the tests. Two readers on four questions, one on a fifth, none on
 * the sixth: they differ in the status of `a.killed_iran` and in the value of `b.killed_civilians`.
 */
const rows: readonly (readonly [
	string,
	string,
	VerdictStatus,
	Value | null,
	VerdictConfidence | null,
	string | null,
])[] = [
	["a.occurred", "reader-1", "confirmed", true, "high", "2022-09-01"],
	["a.occurred", "reader-2", "confirmed", true, "low", "2022-09-02"],
	["a.killed_iran", "reader-1", "contested", null, "low", "2022-09-01"],
	["a.killed_iran", "reader-2", "unresolved", 9, "low", "2022-09-02"],
	["b.killed_civilians", "reader-1", "confirmed", 3, "high", "2022-09-01"],
	["b.killed_civilians", "reader-2", "confirmed", 4, "moderate", "2022-09-02"],
	["c.closed", "reader-1", "announced", true, null, null],
	["c.closed", "reader-2", "announced", true, null, null],
	["d.occurred", "reader-1", "refuted", false, "moderate", "2022-09-01"],
];

/** The same as a file. */
export const readingsOfSix = `${[Object.keys(tables.readings), ...rows].map((cells) => cells.join(",")).join("\n")}\n`;

/** The six invented incidents with these readings. */
export const sixWithReadings: Dossier = {
	...six,
	readings: rows.map(
		([proposition_id, reader, verdict_status, verdict_value, verdict_confidence, read_on]): VerdictReading => ({
			proposition_id,
			reader,
			verdict_status,
			verdict_value,
			verdict_confidence,
			read_on,
		}),
	),
};
