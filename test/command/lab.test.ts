import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import { expect, onTestFinished, test } from "vitest";
import { openLab } from "../../src/command/lab.js";
import { startLab } from "../lab-server.js";
import { scratchFolder } from "../scratch.js";
import { freePort, scratchCheckout } from "../scratch-checkout.js";

const silent = { say: () => {}, warn: () => {}, isInteractive: false };
const hasVenv = existsSync(fileURLToPath(new URL("../../.venv/.requirements", import.meta.url)));
const hasProc = existsSync("/proc/self/environ");

test.each(["0", "65536", "http", "80.5"])("port %s is not one: ends before anything starts", async (port) => {
	await expect(openLab({ port }, silent)).rejects.toThrow(`not a port: ${port}: give a whole number from 1 to 65535`);
});

test("a port that is taken is named, and another is offered", async () => {
	const port = await freePort();
	const server = createServer();
	await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
	onTestFinished(() => void server.close());
	await expect(openLab({ port }, silent)).rejects.toThrow(
		`port ${port} is taken by another program: give another, for example --port ${port + 1}`,
	);
});

/** Processes whose environment holds a mark. */
const marked = (mark: string) =>
	readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.filter((pid) => {
			try {
				return readFileSync(`/proc/${pid}/environ`, "utf8").includes(mark);
			} catch {
				return false;
			}
		})
		.map((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "));

test.skipIf(!hasVenv || !hasProc)(
	"JupyterLab shows notebooks, data and README, starts twice from a path with spaces and Persian letters, writes nothing outside it, and leaves no process, not even a cell in an endless loop (needs .venv and /proc)",
	async () => {
		const checkout = scratchCheckout();
		const home = scratchFolder();
		const mark = `BORDER_INCIDENTS_TEST=${home}`;
		const port = await freePort();
		for (const round of ["first", "second"]) {
			const environment = { PATH: process.env.PATH, HOME: home, BORDER_INCIDENTS_TEST: home };
			const { address, stop, kill } = await startLab(checkout, environment, port);
			onTestFinished(kill);
			expect(address.port).toBe(String(port));

			const token = { headers: { Authorization: `token ${address.searchParams.get("token")}` } };
			const kinds = await (await fetch(new URL("/api/kernelspecs", address), token)).json();
			expect(Object.keys(kinds.kernelspecs)).toEqual(["tslab"]);
			expect(address.pathname).toBe("/lab/tree/notebooks/0-one-clash.ipynb");
			const { content } = await (await fetch(new URL("/api/contents/?content=1", address), token)).json();
			const seen = (content as { readonly name: string }[]).map(({ name }) => name);
			expect(seen).toEqual(expect.arrayContaining(["README.md", "data", "notebooks"]));
			const kernel = await (
				await fetch(new URL("/api/kernels", address), { ...token, method: "POST", body: '{"name": "tslab"}' })
			).json();
			await endlessLoop(new URL(`/api/kernels/${kernel.id}/channels${address.search}`, address));
			expect(marked(mark).filter((words) => words.includes("tslab")).length).toBeGreaterThan(0);

			// Once, and then as somebody does who is impatient.
			if (round === "second") {
				stop();
				await setTimeout(1200);
			}
			expect(await stop()).toBe(0);
			expect(marked(mark)).toEqual([]);
		}
		expect(readdirSync(home, { recursive: true })).toEqual([]);
	},
	120_000,
);

/** Sends a cell that never ends, and waits until it runs. */
async function endlessLoop(channel: URL): Promise<void> {
	const { WebSocket } = new JSDOM("", { url: channel.origin }).window;
	const socket = new WebSocket(channel.href.replace(/^http/, "ws"));
	const header = { msg_id: "1", session: "1", username: "", date: new Date().toISOString(), version: "5.3" };
	const message = {
		header: { ...header, msg_type: "execute_request" },
		parent_header: {},
		metadata: {},
		channel: "shell",
		content: { code: 'console.log("runs"); while (true) {}', silent: false, store_history: false, allow_stdin: false },
	};
	await new Promise<void>((resolve, reject) => {
		socket.addEventListener("error", () => reject(new Error("no channel to the kernel")));
		socket.addEventListener("open", () => socket.send(JSON.stringify(message)));
		socket.addEventListener("message", ({ data }) => String(data).includes("runs") && resolve());
	});
	socket.close();
}
