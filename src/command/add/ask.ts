import { onOneLine } from "../../records/one-line.js";
import type { Terminal } from "../terminal.js";
import { askCell, type OpenDraft, type Session } from "./ask-cell.js";
import { askQuestion } from "./ask-question.js";
import { type Acceptance, reviewDraft } from "./ask-review.js";
import type { Folder } from "./candidate.js";
import { fillPlace } from "./place.js";
import { loadPrompts } from "./prompts.js";

/**
 * Asks for one incident in the terminal, and shows its rows until a person accepts them or decides to write nothing.
 * Where they cannot be written, they are shown again, so that nothing typed is lost.
 *
 * @throws CommandError with exit code 130 at Ctrl-C, at any question
 */
export async function askIncident(folder: Folder, terminal: Terminal, acceptance: Acceptance): Promise<void> {
	const draft: OpenDraft = { incident: {}, sources: [], questions: [] };
	const session: Session = { prompts: await loadPrompts(), dossier: folder.dossier, draft };
	terminal.say(
		`Adding an incident to ${folder.path}. Nothing is written before you accept the rows; Ctrl-C ends without writing.`,
	);
	await askIncidentCells(session, terminal);
	while (await askQuestion(session));
	await reviewDraft(session, folder, terminal, acceptance);
}

async function askIncidentCells(session: Session, terminal: Terminal): Promise<void> {
	const { draft, dossier } = session;
	const { incident } = draft;
	const ask = (column: string, suggestion?: string) => askCell(session, "incidents", incident, column, { suggestion });
	await ask("date_start");
	await ask("date_precision", "day");
	await ask("date_end", incident.date_precision === "day" ? incident.date_start : undefined);
	await ask("kind");
	await ask("place");

	const { observed_from, observed_to } = dossier.observation;
	const { date_start = "" } = incident;
	if (date_start < observed_from || date_start > observed_to)
		terminal.say(
			`note: ${date_start} is outside the days searched, ${observed_from} to ${observed_to} in observation.csv`,
		);
	const { cells, notes, problems } = fillPlace(incident, dossier);
	for (const note of notes) terminal.say(`note: ${onOneLine(note)}`);
	for (const { path, reason } of problems) terminal.say(`note: ${path}: ${onOneLine(reason)}`);
	if (cells.geo_precision === undefined) {
		await ask("geo_precision");
		const isArea = incident.geo_precision !== "border";
		const isPoint = isArea && incident.geo_precision !== "province";
		for (const column of [
			...(isArea ? ["af_province", "ir_province"] : []),
			...(isPoint ? ["af_district", "ir_county", "lat", "lon", "crossing_id"] : []),
		])
			if (cells[column] === undefined) await ask(column);
	}
	for (const column of ["side_a", "side_b", "summary"]) await ask(column);
}
