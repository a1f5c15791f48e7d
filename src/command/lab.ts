import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { CommandError } from "./command-error.js";
import { checkout, ensurePython, jupyterEnvironment } from "./python.js";
import type { Terminal } from "./terminal.js";

const host = "127.0.0.1";

/**
 * Opens JupyterLab on notebooks/ with the kernel of the checkout, prints its address and waits until it is
 * stopped (Ctrl-C). It listens to this machine only and leaves no process behind.
 *
 * @throws CommandError where the port is not one or is taken, or where JupyterLab fails
 */
export async function openLab(options: { readonly port: string | number }, terminal: Terminal): Promise<void> {
	const port = Number(options.port);
	if (!Number.isInteger(port) || port < 1 || port > 65535) throw new CommandError(`not a port: ${options.port}`);
	await refuseTaken(port);
	const python = ensurePython(terminal);
	const words = ["-m", "jupyterlab", "--no-browser", `--ServerApp.ip=${host}`, `--ServerApp.port=${port}`];
	const child = spawn(
		python,
		[
			...words,
			"--ServerApp.port_retries=0",
			"--ServerApp.allow_root=True",
			"--ServerApp.terminals_enabled=False",
			`--ServerApp.root_dir=${join(checkout, "notebooks")}`,
			"--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
			"--LabApp.news_url=None",
			"--LabApp.extension_manager=readonly",
		],
		// A group of its own, so that Ctrl-C reaches it through us alone: once, without its question.
		{ env: jupyterEnvironment(), stdio: ["ignore", "ignore", "pipe"], detached: true },
	);
	let log = "";
	let isOpen = false;
	child.stderr.setEncoding("utf8").on("data", (part: string) => {
		log = (log + part).slice(-20_000);
		const address = /https?:\/\/127\.0\.0\.1:\d+\/lab\S*/.exec(log)?.[0];
		if (isOpen || !address) return;
		isOpen = true;
		terminal.say(`JupyterLab: ${address}`);
		terminal.say("Ctrl-C stops it");
	});
	const stop = () => child.kill("SIGTERM");
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
	try {
		const code = await new Promise<number | null>((resolve, reject) => {
			child.on("error", reject);
			child.on("close", resolve);
		});
		if (!isOpen && code !== 0) throw new CommandError(`JupyterLab stopped: ${log.trim().split("\n").at(-1)}`, 1);
	} finally {
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, stop);
	}
}

function refuseTaken(port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", () => reject(new CommandError(`port ${port} is taken: give another with --port`, 1)));
		server.listen(port, host, () => server.close(() => resolve()));
	});
}
