import type checkbox from "@inquirer/checkbox";
import type input from "@inquirer/input";
import type search from "@inquirer/search";
import type select from "@inquirer/select";
import { onOneLine } from "../../records/one-line.js";
import { CommandError } from "../command-error.js";
import { withAdding } from "./with-adding.js";

/** A choice of a list: what stands for it, what is shown, and what is shown below the list while it is marked. */
export interface Choice {
	readonly value: string;
	readonly name: string;
	readonly description?: string;
	/** Why it cannot be chosen. */
	readonly disabled?: string;
}

/** The ways to ask a person in the terminal. Ctrl-C at any of them ends the command. */
export interface Prompts {
	/** A line of text; what is wrong with it is shown while it is typed. */
	readonly line: (message: string, reasonOf: (text: string) => string | null, suggestion?: string) => Promise<string>;
	/** One of a list; the marked one is `suggestion`, or the first. */
	readonly choose: (message: string, choices: readonly Choice[], suggestion?: string) => Promise<string>;
	/** One of a list that depends on what is typed. */
	readonly find: (message: string, choicesOf: (typed: string) => readonly Choice[]) => Promise<string>;
	/** Any number of a list. */
	readonly mark: (message: string, choices: readonly Choice[], marked: readonly string[]) => Promise<string[]>;
}

const pageSize = 12;

/**
 * Loads what asks questions.
 *
 * @throws MissingPackageError where it is not installed
 */
export async function loadPrompts(): Promise<Prompts> {
	const library = await withAdding(async () => ({
		checkbox: (await import("@inquirer/checkbox")).default,
		input: (await import("@inquirer/input")).default,
		search: (await import("@inquirer/search")).default,
		select: (await import("@inquirer/select")).default,
	}));
	return promptsOf(library);
}

interface Library {
	readonly checkbox: typeof checkbox;
	readonly input: typeof input;
	readonly search: typeof search;
	readonly select: typeof select;
}

const promptsOf = ({ checkbox, input, search, select }: Library): Prompts => ({
	line: (message, reasonOf, suggestion) =>
		ended(
			input({
				message: onOneLine(message),
				...(suggestion === undefined ? {} : { default: suggestion }),
				transformer: (typed, { isFinal }) => {
					const reason = isFinal || typed === "" ? null : reasonOf(typed.trim());
					// Before the text, so that the cursor stays behind it.
					return `${reason === null ? "" : `[${onOneLine(reason)}] `}${typed}`;
				},
				validate: (typed) => onOneLine(reasonOf(typed.trim()) ?? "") || true,
			}),
		).then((typed) => typed.trim()),
	choose: (message, choices, suggestion) =>
		ended(
			select({
				message: onOneLine(message),
				choices: choices.map(shown),
				pageSize,
				loop: false,
				...(suggestion === undefined ? {} : { default: suggestion }),
			}),
		),
	find: (message, choicesOf) =>
		ended(
			search({ message: onOneLine(message), pageSize, source: (typed) => choicesOf(typed?.trim() ?? "").map(shown) }),
		),
	mark: (message, choices, marked) =>
		ended(
			checkbox({
				message: onOneLine(message),
				pageSize,
				loop: false,
				choices: choices.map((choice) => ({ ...shown(choice), checked: marked.includes(choice.value) })),
			}),
		),
});

const shown = ({ value, name, description, disabled }: Choice) => ({
	value,
	name: onOneLine(name),
	...(description === undefined ? {} : { description: onOneLine(description) }),
	...(disabled === undefined ? {} : { disabled: `(${disabled})` }),
});

/** The answer; Ctrl-C, or the end of what is typed, ends the command with the exit code of Ctrl-C. */
async function ended<Answer>(answer: Promise<Answer>): Promise<Answer> {
	try {
		return await answer;
	} catch (error) {
		if ((error as Error).name !== "ExitPromptError") throw error;
		throw new CommandError("stopped; nothing was written to the tables", 130);
	}
}
