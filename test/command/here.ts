import { run } from "../../src/command/main.js";

/** Runs a command line inside this process, and gives its exit code and what it wrote. */
export async function command(...words: string[]) {
	const out: string[] = [];
	const err: string[] = [];
	const terminal = {
		say: (line: string) => out.push(line),
		warn: (line: string) => err.push(line),
		isInteractive: false,
	};
	const code = await run(words, terminal);
	return { code, out: out.join("\n"), err: err.join("\n") };
}
