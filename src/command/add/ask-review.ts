import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { incidentId } from "../../records/ids.js";
import { onOneLine } from "../../records/one-line.js";
import { CommandError } from "../command-error.js";
import { writeWhole } from "../files.js";
import { shellWord } from "../shell-word.js";
import type { Terminal } from "../terminal.js";
import { askCell, cellsByPath, type Entry, type OpenQuestion, type Session } from "./ask-cell.js";
import { askClaim, askDecisive, askQuestion } from "./ask-question.js";
import { type Candidate, candidateOf, type Folder, readFolder } from "./candidate.js";
import { nothing } from "./choices.js";
import { draftColumns } from "./draft.js";
import type { Choice } from "./prompts.js";
import { writeDraft } from "./read-draft.js";
import { duplicatesOf, showCandidate } from "./show.js";
import { withAdding } from "./with-adding.js";

/** What is done with the rows that a person accepts. */
export interface Acceptance {
	readonly write: (candidate: Candidate, folder: Folder) => void;
	readonly isDryRun: boolean;
}

/** Shows the rows and what is wrong with them until they are accepted or given up. */
export async function reviewDraft(
	begun: Session,
	read: Folder,
	terminal: Terminal,
	acceptance: Acceptance,
): Promise<void> {
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
