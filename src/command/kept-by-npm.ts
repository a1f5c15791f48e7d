import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command, Option } from "commander";
import { CommandError } from "./command-error.js";

/** Environment variables by their names. */
type Environment = Readonly<Record<string, string | undefined>>;

/** An option that npm took, with its value; `true` where npm saw none. */
interface Kept {
	readonly option: Option;
	readonly value: string;
}

/** What npm calls the running of a script; the options of an installation, for one, are not meant for this program. */
const running = ["run", "run-script", "start", "restart", "stop", "test", "exec"];
/** Options that npm has under the same name, so that `npx` may have been given them. */
const ownOfNpm = ["--force", "--json", "--yes"];

/**
 * Ends a run whose options npm has kept for itself: `npm start --data DIR`, without the two dashes, would run on other
 * data than those asked for. npm leaves what it kept in the environment, as `npm_config_data`. Of `--only` it leaves
 * nothing, for it takes that for an option of its own and drops what does not fit; it prints a warning then.
 *
 * @param words the arguments that arrived
 * @throws CommandError with the command to write instead
 */
export function refuseWhatNpmKept(program: Command, words: readonly string[], environment: Environment): void {
	const command = environment.npm_command ?? "";
	if (!running.includes(command)) return;
	const kept = keptOptions(program, words, environment);
	if (kept.length === 0) return;
	const script = environment.npm_lifecycle_event ?? "";
	const asScript = ["start", "restart", "stop", "test"].includes(command) ? `npm ${command}` : `npm run ${script}`;
	const call = command === "exec" ? "npm exec" : asScript;
	const rest = written(program, kept, words, command === "exec");
	const names = kept.map(({ option }) => option.long).join(", ");
	throw new CommandError(
		[
			`npm kept ${names} for itself, so nothing was done: write two dashes before the options`,
			`  ${call} -- ${rest}`,
			`  ${call} "--" ${rest}    (in PowerShell)`,
		].join("\n"),
	);
}

function keptOptions(program: Command, words: readonly string[], environment: Environment): Kept[] {
	const options = new Map(program.commands.flatMap(({ options }) => options.map((each) => [each.long ?? "", each])));
	const variables = new Map(Object.entries(environment).map(([name, value]) => [name.toLowerCase(), value]));
	return [...options].flatMap(([long, option]): Kept[] => {
		const name = long.replace(/^--/, "");
		const value = variables.get(`npm_config_${name.replaceAll("-", "_")}`);
		if (value === undefined || value === "" || value === "false") return [];
		// A script of the user's own may pass on what npm was given.
		if (words.some((word) => word === long || word.startsWith(`${long}=`))) return [];
		if (environment.npm_command === "exec" && ownOfNpm.includes(long)) return [];
		return settings(environment).some((text) => isSetting(text, name, value)) ? [] : [{ option, value }];
	});
}

/** The texts of npm's own settings files: what stands there was not typed. */
const settings = (environment: Environment): string[] =>
	[
		environment.npm_config_local_prefix && join(environment.npm_config_local_prefix, ".npmrc"),
		environment.npm_config_userconfig,
		environment.npm_config_globalconfig,
	].flatMap((file) => {
		try {
			return file ? [readFileSync(file, "utf8")] : [];
		} catch {
			return [];
		}
	});

const isSetting = (text: string, name: string, value: string): boolean =>
	text.split(/\r?\n/).some((line) => {
		const [, key, given = "true"] = /^\s*([\w.-]+)\s*(?:=\s*(.*?)\s*)?$/.exec(line) ?? [];
		return key === name && given.replace(/^(["'])(.*)\1$/, "$2") === value;
	});

/** What to write behind the two dashes: the words that arrived, with the options. */
function written(program: Command, kept: readonly Kept[], words: readonly string[], isExec: boolean): string {
	const [verb = "", ...loose] = words;
	const takes = program.commands.find((each) => each.name() === verb)?.registeredArguments ?? [];
	const unknown = kept.filter(({ option, value }) => option.required && value === "true");
	// The value of one option alone is known: it is what npm left over.
	const isTold = unknown.length === 1 && takes.length === 0 && loose.length > 0;
	const options = kept.map(({ option, value }) => {
		const given = isTold && unknown[0]?.option === option ? loose : value === "true" ? [] : value.split("\n\n");
		const placeholder = /<[^>]*>/.exec(option.flags)?.[0] ?? "";
		const values = option.required ? (given.length > 0 ? given.map(quoted) : [placeholder]) : [];
		return [option.long, ...values].join(" ");
	});
	return [
		...(isExec ? ["border-incidents", verb] : []),
		...(isTold ? [] : takes.length > 0 ? loose.map(quoted) : []),
		...options,
	].join(" ");
}

const quoted = (word: string): string => (/^[\w./:\\~,-]+$/.test(word) ? word : JSON.stringify(word));
