import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { withAdding } from "../../draw/needed-packages.js";
import { cellReason } from "../../load/fields.js";
import { onOneLine } from "../../load/problem.js";
import { CommandError } from "../command-error.js";
import { writeWhole } from "../files.js";
import { shellWord } from "../shell-word.js";
import type { Terminal } from "../terminal.js";
import {
	askCell,
	askSource,
	cellsByPath,
	type Entry,
	type OpenDraft,
	type OpenQuestion,
	put,
	type Session,
} from "./ask-cell.js";
import { type Candidate, candidateOf, type Folder, readFolder } from "./candidate.js";
import { byFrequency, nothing, textChoices } from "./choices.js";
import { columnMeaning } from "./descriptor.js";
import { draftColumns } from "./draft.js";
import { incidentId } from "./ids.js";
import { fillPlace } from "./place.js";
import { type Choice, loadPrompts } from "./prompts.js";
import { writeDraft } from "./read-draft.js";
import { duplicatesOf, showCandidate } from "./show.js";

/** What is done with the rows that a person accepts. */
export interface Acceptance {
	readonly write: (candidate: Candidate, folder: Folder) => void;
	readonly isDryRun: boolean;
}

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
	await review(session, folder, terminal, acceptance);
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

/** Asks for one question with its claims and verdict; `false` where there is none left to ask. */
async function askQuestion(session: Session): Promise<boolean> {
	const { prompts, dossier, draft } = session;
	const question: OpenQuestion = { cells: {}, claims: [], decisive_claims: [], interests: [] };
	const { cells } = question;
	const keys = byFrequency(dossier.propositions.map(({ key }) => key));
	const number = draft.questions.length + 1;
	const key = await prompts.find(`Question ${number}. key: what is asked, by one word that recurs`, (typed) =>
		textChoices(typed, keys, draft.questions.length === 0 ? "no question" : "no more questions").filter(
			({ value }) => value === nothing || cellReason("propositions", "key", value) === null,
		),
	);
	if (key === nothing) return false;
	put(cells, "key", key);
	const same = dossier.propositions.filter((row) => row.key === key);
	const types = new Set(same.map(({ type }) => type));
	const ask = (column: string, suggestion?: string) =>
		askCell(session, "propositions", cells, column, { suggestion, question });
	await ask("text", byFrequency(same.map(({ text }) => text))[0]);
	if (types.size === 1) put(cells, "type", [...types][0]);
	else await ask("type");
	draft.questions.push(question);
	while (await askClaim(session, question));
	await askVerdict(session, question);
	await askInterests(session, question);
	return true;
}

/** Asks for one claim; `false` where there is none left to ask. */
async function askClaim(session: Session, question: OpenQuestion): Promise<boolean> {
	const number = question.claims.length + 1;
	const before = question.claims.at(-1) ?? session.draft.questions.at(-2)?.claims.at(-1) ?? {};
	const none = number === 1 ? "(no claim)" : "(no more claims)";
	const source = await askSource(session, `Claim ${number} on ${question.cells.key}. source_id: who asserts it`, none);
	if (source === nothing) return false;
	const claim: Entry = { source_id: source };
	const ask = (column: string, suggestion?: string) =>
		askCell(session, "claims", claim, column, { suggestion, question });
	await ask("reported_by");
	if (claim.reported_by !== undefined) await ask("via_source_id");
	await ask("stance");
	await ask("value");
	await ask("published_on", before.published_on);
	await ask("basis");
	await ask("url", before.source_id === source ? before.url : undefined);
	await ask("note");
	question.claims.push(claim);
	return true;
}

async function askVerdict(session: Session, question: OpenQuestion): Promise<void> {
	const { cells, claims } = question;
	const ask = (column: string) => askCell(session, "propositions", cells, column, { question });
	await ask("verdict_status");
	await ask("verdict_value");
	await ask("verdict_confidence");
	await ask("verdict_basis");
	if (cells.verdict_status === "confirmed" || cells.verdict_status === "refuted") await ask("verdict_decided_on");
	if (claims.length > 0) await askDecisive(session, question);
}

async function askDecisive({ prompts }: Session, question: OpenQuestion): Promise<void> {
	const choices = question.claims.map((claim, index) => ({
		value: String(index + 1),
		name: [
			claim.source_id,
			claim.stance,
			claim.value ?? [claim.value_min, claim.value_max].join("–"),
			claim.published_on,
		]
			.filter((part) => part !== undefined && part !== "–")
			.join(" "),
	}));
	question.decisive_claims = await prompts.mark(
		"Decisive claims: without them the verdict would change (space marks, Enter ends)",
		choices,
		question.decisive_claims,
	);
}

async function askInterests(session: Session, question: OpenQuestion): Promise<void> {
	const { cells, claims, interests } = question;
	const answers =
		cells.type === "boolean"
			? ["true", "false"]
			: cells.type === "count"
				? ["higher", "lower"]
				: [...new Set([...claims.map(({ value }) => value), cells.verdict_value])];
	const { words } = columnMeaning("interests", "favours");
	const choices = [
		{ value: nothing, name: "(not coded)" },
		...words.map((value) => ({ value, name: value.replaceAll("_", " ") })),
	];
	for (const value of answers) {
		if (value === undefined) continue;
		const favours = await session.prompts.choose(`Whose interest does the answer ${value} serve?`, choices);
		if (favours !== nothing) interests.push({ value, favours });
	}
}

/** Shows the rows and what is wrong with them until they are accepted or given up. */
async function review(begun: Session, read: Folder, terminal: Terminal, acceptance: Acceptance): Promise<void> {
	const { prompts, draft } = begun;
	let folder = read;
	for (;;) {
		const session: Session = { ...begun, dossier: folder.dossier };
		const candidate = candidateOf(draft, folder);
		terminal.say("");
		showCandidate(candidate, folder, terminal);
		for (const { path, reason, value } of candidate.problems)
			terminal.say(`problem: ${onOneLine([path, reason, ...(value === null ? [] : [value])].join(": "))}`);
		const duplicates = duplicatesOf(candidate, folder);
		for (const line of duplicates) terminal.say(line);
		const { length } = candidate.problems;
		const write = acceptance.isDryRun ? "end: write nothing, for this is a dry run" : "write these rows";
		const needsQuestion = draft.questions.length === 0 ? { disabled: "no question yet" } : {};
		const choices: Choice[] = [
			{
				value: "write",
				name: duplicates.length > 0 ? `${write}: it is another incident` : write,
				...(length > 0
					? { disabled: length === 1 ? "correct the problem first" : `correct ${length} problems first` }
					: {}),
			},
			{ value: "change", name: "change a cell" },
			{ value: "claim", name: "add a claim", ...needsQuestion },
			{ value: "question", name: "add a question" },
			{ value: "decisive", name: "choose the decisive claims of a question", ...needsQuestion },
			{ value: "remove", name: "remove a question, claim, interest or new source" },
			{ value: "save", name: "save as a file for add --from, to go on later" },
			{ value: "cancel", name: "end: write nothing" },
		];
		const chosen = await prompts.choose("What now?", choices, length > 0 ? "change" : undefined);
		if (chosen === "cancel") {
			terminal.say("nothing was written");
			return;
		}
		if (chosen === "write") {
			try {
				acceptance.write(candidate, folder);
				return;
			} catch (error) {
				if (!(error instanceof CommandError)) throw error;
				terminal.warn(error.message);
				folder = readFolder(folder.path);
			}
		}
		if (chosen === "change") await changeCell(session, candidate);
		if (chosen === "question") await askQuestion(session);
		if (chosen === "claim" || chosen === "decisive") {
			const question = await chooseQuestion(session);
			if (question && chosen === "claim") await askClaim(session, question);
			else if (question) await askDecisive(session, question);
		}
		if (chosen === "remove") await remove(session);
		if (chosen === "save") await save(session, terminal);
	}
}

async function chooseQuestion({ prompts, draft }: Session): Promise<OpenQuestion | undefined> {
	const choices = draft.questions.map(({ cells }, index) => ({
		value: String(index),
		name: `${cells.key}: ${cells.text}`,
	}));
	if (choices.length < 2) return draft.questions[0];
	return draft.questions[Number(await prompts.choose("Of which question?", choices))];
}

async function changeCell(session: Session, { problems, rows }: Candidate): Promise<void> {
	const cells = cellsByPath(session.draft, draftColumns);
	const [incident] = rows.incidents;
	const filled = (path: string) => (incident?.filled.includes(path) ? incident.cells[path] : undefined);
	const wrong = new Map(problems.map(({ path, reason }) => [path, reason]));
	const paths = [...cells.keys()].sort((a, b) => Number(wrong.has(b)) - Number(wrong.has(a)));
	const path = await session.prompts.find("Which cell?", (typed) =>
		paths
			.filter((each) => each.includes(typed) || cells.get(each)?.entry[cells.get(each)?.column ?? ""]?.includes(typed))
			.map((each) => {
				const { entry, column } = cells.get(each) ?? { entry: {} as Entry, column: "" };
				const reason = wrong.get(each);
				return {
					value: each,
					name: `${each}: ${entry[column] ?? filled(each) ?? ""}${reason === undefined ? "" : ` (${reason})`}`,
				};
			}),
	);
	const cell = cells.get(path);
	if (!cell) return;
	const { table, entry, column, question } = cell;
	await askCell(session, table, entry, column, { suggestion: filled(path), ...(question ? { question } : {}) });
	// What the gazetteer filled in stays blank where a person says so.
	if (entry[column] === undefined && filled(path) !== undefined && !path.endsWith("incident_id")) entry[column] = "";
}

async function remove({ prompts, draft }: Session): Promise<void> {
	const entries = [
		...draft.questions.flatMap((question, index) => [
			{ name: `question ${question.cells.key}, with its claims`, list: draft.questions as unknown[], at: index },
			...question.claims.map((claim, at) => ({
				name: `claim ${at + 1} of ${question.cells.key}: ${claim.source_id}`,
				list: question.claims as unknown[],
				at,
			})),
			...question.interests.map((interest, at) => ({
				name: `interest of ${question.cells.key}: ${interest.value}`,
				list: question.interests as unknown[],
				at,
			})),
		]),
		...draft.sources.map((source, at) => ({
			name: `source ${source.source_id}`,
			list: draft.sources as unknown[],
			at,
		})),
	];
	const choices = entries.map(({ name }, index) => ({ value: String(index), name }));
	const chosen = await prompts.choose("Remove what?", [{ value: nothing, name: "(nothing)" }, ...choices]);
	const entry = chosen === nothing ? undefined : entries[Number(chosen)];
	if (!entry) return;
	entry.list.splice(entry.at, 1);
	// Decisive claims are named by their number, and these have moved.
	for (const question of draft.questions)
		if (question.claims === entry.list)
			question.decisive_claims = question.decisive_claims
				.map(Number)
				.filter((number) => number !== entry.at + 1)
				.map((number) => String(number > entry.at + 1 ? number - 1 : number));
}

async function save({ prompts, draft }: Session, terminal: Terminal): Promise<void> {
	const reasonOf = (file: string) =>
		file === "" ? "give the name of a new file" : existsSync(resolve(file)) ? "is there already" : null;
	const file = await prompts.line("Name of the file", reasonOf, `${incidentId(draft.incident)}.yaml`);
	const yaml = await withAdding(() => import("yaml"));
	try {
		writeWhole(resolve(file), writeDraft(draft, yaml));
	} catch (error) {
		if (!(error instanceof CommandError)) throw error;
		terminal.warn(error.message);
		return;
	}
	terminal.say(`saved: go on with add --from ${shellWord(file)}`);
}
