import { type ChildProcess, spawn } from "node:child_process";
import { connect, createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
import { checkout } from "./checkout.js";
import { stopWith } from "./child.js";
import { CommandError } from "./command-error.js";
import { ensureJupyter, jupyterEnvironment } from "./jupyter.js";
import type { Terminal } from "./terminal.js";

const host = "127.0.0.1";
const firstNotebook = "/lab/tree/notebooks/0-one-clash.ipynb";

/**
 * Opens JupyterLab on the first notebook, with data/ and README.md one folder up, prints its address and waits
 * until it is stopped (Ctrl-C). It listens to this machine only and leaves no process behind.
 *
 * @throws CommandError where the port is not one or is taken, or where JupyterLab fails
 */
export async function openLab(options: { readonly port: string | number }, terminal: Terminal): Promise<void> {
	const port = Number(options.port);
	if (!Number.isInteger(port) || port < 1 || port > 65535)
		throw new CommandError(`not a port: ${options.port}: give a whole number from 1 to 65535`);
	await refuseTaken(port);
	const python = await ensureJupyter("lab", terminal);
	terminal.warn("starting JupyterLab …");
	// A group of its own, so that Ctrl-C reaches it through us alone: once, without its question.
	const child = spawn(python, labWords(port), {
		cwd: checkout,
		env: jupyterEnvironment(),
		stdio: ["ignore", "ignore", "pipe"],
		detached: true,
	});
	let log = "";
	let isOpen = false;
	child.stderr.setEncoding("utf8").on("data", (part: string) => {
		log = (log + part).slice(-20_000);
		const address = /https?:\/\/127\.0\.0\.1:\d+\/lab\S*/.exec(log)?.[0];
		if (isOpen || !address) return;
		isOpen = true;
		// It tells its address a moment before it listens.
		answers(port, child).then((doesAnswer) => {
			if (!doesAnswer) return;
			terminal.say(`JupyterLab: ${address}`);
			terminal.say("Ctrl-C stops it");
		});
	});
	const guard = stopWith(child, () => child.pid && process.kill(-child.pid, "SIGKILL"));
	try {
		const code = await new Promise<number | null>((resolve, reject) => {
			child.on("error", reject);
			child.on("close", resolve);
		});
		if (!guard.stopped() && code !== 0)
			throw new CommandError(
				`JupyterLab stopped by itself; its last messages:\n${log.trim().split("\n").slice(-5).join("\n")}`,
				1,
			);
	} finally {
		guard.release();
	}
}

function labWords(port: number): string[] {
	return [
		...["-m", "jupyterlab", "--no-browser", `--ServerApp.ip=${host}`, `--ServerApp.port=${port}`],
		"--ServerApp.port_retries=0",
		"--ServerApp.allow_root=True",
		"--ServerApp.terminals_enabled=False",
		// The whole checkout, so that data/ and README.md can be opened beside a notebook.
		`--ServerApp.root_dir=${checkout}`,
		`--LabApp.default_url=${firstNotebook}`,
		"--KernelSpecManager.allowed_kernelspecs={'tslab'}",
		"--MultiKernelManager.default_kernel_name=tslab",
		"--KernelManager.shutdown_wait_time=2",
		"--LanguageServerManager.autodetect=False",
		"--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
		"--LabApp.news_url=None",
		"--LabApp.extension_manager=readonly",
	];
}

/** Waits until somebody listens on the port; whether that came about before the child ended. */
async function answers(port: number, child: ChildProcess): Promise<boolean> {
	while (child.exitCode === null && child.signalCode === null) {
		const socket = connect(port, host);
		const isOpen = await new Promise<boolean>((resolve) => {
			socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
		});
		socket.destroy();
		if (isOpen) return true;
		await setTimeout(100);
	}
	return false;
}

function refuseTaken(port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", (error: NodeJS.ErrnoException) => {
			const reason = error.code === "EACCES" ? "may not be opened by this user" : "is taken by another program";
			const other = port < 1024 ? 8888 : port === 65535 ? 65534 : port + 1;
			reject(new CommandError(`port ${port} ${reason}: give another, for example --port ${other}`, 1));
		});
		server.listen(port, host, () => server.close(() => resolve()));
	});
}
