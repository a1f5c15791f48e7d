import { spawn } from "node:child_process";
import { join } from "node:path";
import { freePort } from "./scratch-checkout.js";

/** JupyterLab as `npm run lab` starts it. */
export interface LabServer {
	/** The address it printed, token included. */
	readonly address: URL;
	/** Presses Ctrl-C, and gives the exit code. */
	readonly stop: () => Promise<number | null>;
	/** Ends it for good, where a test failed. */
	readonly kill: () => void;
}

/**
 * Starts JupyterLab in a checkout and waits until it tells its address.
 *
 * @param environment all that it knows of this process's variables
 */
export async function startLab(
	checkout: string,
	environment: NodeJS.ProcessEnv,
	port: number | undefined = undefined,
): Promise<LabServer> {
	const words = [join(checkout, "dist/command/main.js"), "lab", "--port", String(port ?? (await freePort()))];
	const child = spawn(process.execPath, words, { env: environment });
	const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
	let out = "";
	const address = await new Promise<URL>((resolve, reject) => {
		child.once("close", () => reject(new Error(out)));
		const hear = (part: Buffer) => {
			out += part;
			const found = /JupyterLab: (\S+)/.exec(out)?.[1];
			if (found) resolve(new URL(found));
		};
		child.stderr.on("data", hear);
		child.stdout.on("data", hear);
	});
	return {
		address,
		stop: () => {
			child.kill("SIGINT");
			return ended;
		},
		kill: () => void child.kill("SIGKILL"),
	};
}
