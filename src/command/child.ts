import { type ChildProcess, spawn } from "node:child_process";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** How a child process ended. */
export interface Ended {
	/** `null` where a signal ended it, or where it could not be started. */
	readonly code: number | null;
	readonly stderr: string;
	/** Whether this process was told to stop meanwhile. */
	readonly stopped: boolean;
}

/**
 * Runs a command to its end without a shell. Whatever asks this process to stop is passed on, so that no
 * child outlives it.
 *
 * @param onLine hears every line of its standard output
 */
export async function runChild(
	command: string,
	words: readonly string[],
	onLine: (line: string) => void = () => {},
): Promise<Ended> {
	const child = spawn(command, words, { stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
	let rest = "";
	child.stdout.setEncoding("utf8").on("data", (part: string) => {
		const lines = (rest + part).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) onLine(line);
	});
	let stderr = "";
	child.stderr.setEncoding("utf8").on("data", (part: string) => {
		stderr += part;
	});
	const guard = stopWith(child);
	try {
		const code = await new Promise<number | null>((resolve) => {
			child.on("error", (error) => {
				stderr = error.message;
				resolve(null);
			});
			child.on("close", resolve);
		});
		return { code, stderr, stopped: guard.stopped() };
	} finally {
		guard.release();
	}
}

/**
 * Passes every wish to stop on to a child as SIGTERM, and kills it where it does not end in time or where
 * the wish is repeated.
 *
 * @param graceSeconds how long it may take
 * @param kill ends it for good
 */
export function stopWith(
	child: ChildProcess,
	graceSeconds = 15,
	kill: () => void = () => child.kill("SIGKILL"),
): { readonly stopped: () => boolean; readonly release: () => void } {
	let timer: NodeJS.Timeout | undefined;
	let asked = 0;
	const stop = () => {
		// One Ctrl-C can come twice, from the terminal and from npm.
		if (timer !== undefined) return performance.now() - asked > 1000 ? kill() : undefined;
		asked = performance.now();
		timer = setTimeout(kill, graceSeconds * 1000);
		child.kill("SIGTERM");
	};
	for (const signal of signals) process.on(signal, stop);
	return {
		stopped: () => timer !== undefined,
		release: () => {
			clearTimeout(timer);
			for (const signal of signals) process.off(signal, stop);
		},
	};
}
