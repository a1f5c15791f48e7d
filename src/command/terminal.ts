import { Presets, SingleBar } from "cli-progress";

/** Where a verb writes what a person reads, and whether that is a terminal. */
export interface Terminal {
	readonly say: (line: string) => void;
	readonly warn: (line: string) => void;
	readonly isInteractive: boolean;
}

/** The process's own output. `NO_COLOR` and non-terminals get plain lines. */
export const processTerminal: Terminal = {
	say: (line) => process.stdout.write(`${line}\n`),
	warn: (line) => process.stderr.write(`${line}\n`),
	isInteractive:
		process.stdout.isTTY === true &&
		process.stderr.isTTY === true &&
		process.env.CI === undefined &&
		process.env.TERM !== "dumb",
};

/** Shows how far a run has come: a bar on a terminal, a line a step otherwise. */
export interface Progress {
	readonly step: (name: string) => void;
	readonly stop: () => void;
}

/**
 * Starts a bar on a terminal, or plain lines elsewhere.
 *
 * @param total how many steps there are
 * @param plain what stands for the bar where there is no terminal: a line a step, or nothing
 */
export function progress(
	terminal: Terminal,
	total: number,
	{ plain = "lines" }: { readonly plain?: "lines" | "silent" } = {},
): Progress {
	if (!terminal.isInteractive) {
		let done = 0;
		const step = (name: string) => plain === "lines" && terminal.say(`${++done}/${total} ${name}`);
		return { step, stop: () => {} };
	}
	const bar = new SingleBar(
		{ format: "{bar} {value}/{total} {name}", hideCursor: true, clearOnComplete: true },
		Presets.shades_classic,
	);
	bar.start(total, 0, { name: "" });
	return { step: (name) => bar.increment(1, { name }), stop: () => bar.stop() };
}
