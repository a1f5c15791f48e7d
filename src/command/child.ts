import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** JupyterLab gives a busy kernel some of them. */
const graceSeconds = 20;

/** How a child process ended. */
export interface Ended {
	/** `null` where a signal ended it, or where it could not be started. */
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
	/** Whether this process was asked to stop meanwhile. */
	readonly stopped: boolean;
}

/**
 * Runs a command to its end without a shell. Whatever asks this process to stop is passed on, so that no
 * child outlives it.
 *
 * @param options `environment`: its variables (default: those of this process); `onLine` gets every line of
 *   its standard output
 */
export async function runChild(
	command: string,
	words: readonly string[],
	{
		environment = process.env,
		onLine = () => {},
	}: { readonly environment?: NodeJS.ProcessEnv; readonly onLine?: (line: string) => void } = {},
): Promise<Ended> {
	const child = spawn(command, words, { env: environment, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
	createInterface(child.stdout).on("line", onLine);
	let stdout = "";
	child.stdout.setEncoding("utf8").on("data", (part: string) => {
		stdout += part;
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
		return { code, stdout, stderr, stopped: guard.stopped() };
	} finally {
		guard.release();
	}
}

/**
 * Passes a wish to stop on to a child as SIGTERM, and kills it where it has not ended in time. A wish that
 * is repeated changes nothing: a child that is killed while it stops would leave its own children behind.
 *
 * @param kill ends it for good
 */
export function stopWith(
	child: ChildProcess,
	kill: () => void = () => child.kill("SIGKILL"),
): { readonly stopped: () => boolean; readonly release: () => void } {
	let timer: NodeJS.Timeout | undefined;
	const stop = () => {
		if (timer !== undefined) return;
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
