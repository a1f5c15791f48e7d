import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { MissingPackageError } from "../draw/needed-packages.js";
import type { Dossier } from "../records/records.js";
import type { ChartResult } from "./chart-result.js";
import { lastWords } from "./reason-text.js";

/** What a worker is given before the first chart. */
export interface Setting {
	readonly dossier: Dossier;
	/** Name of the plotly.js that pages find beside them; `null` for pages that carry their own. */
	readonly plotlyFile: string | null;
	/** Whether the front page and the incident pages lie beside the page of a chart, which then links to them. */
	readonly hasPages: boolean;
}
export type ToWorker = Setting | { readonly id: string };
/** `missing`: a package that draws is not installed. */
export type FromWorker = ChartResult | { readonly kind: "missing"; readonly reason: string };

/** The compiled worker, also where this file runs from `src/`. */
const program = fileURLToPath(new URL("../../dist/command/chart-worker.js", import.meta.url));
/** A process takes about a second and 200 MB to start: so many charts are worth one. */
const chartsPerProcess = 3;
const mostProcesses = 8;
/** Seconds for one chart: many times what the largest data that are pleasant to work with take. */
export const usualLimit_s = 600;

/** How many processes draw so many charts fastest: one a core, where there is enough to do. */
export const processesFor = (charts: number): number =>
	Math.max(1, Math.min(availableParallelism(), Math.ceil(charts / chartsPerProcess), mostProcesses));

/**
 * Processes that draw charts, each chart whole and by itself. PNG are drawn by compiled code that can end its
 * process; then that chart alone has failed, and another process draws the rest.
 */
export class ChartWorkers {
	readonly #workers: readonly Worker[];

	/**
	 * Starts the processes at once, so that they are ready when the data are.
	 *
	 * @param limit_s seconds after which a process that does not answer is ended, and its chart has failed
	 */
	constructor(processes: number, limit_s: number = usualLimit_s) {
		this.#workers = Array.from({ length: processes }, () => new Worker(limit_s));
	}

	/**
	 * What became of each chart, in the order asked for, whichever was drawn first.
	 *
	 * @throws MissingPackageError where what draws is not installed
	 */
	async *draw(ids: readonly string[], setting: Setting): AsyncGenerator<ChartResult> {
		const idle = [...this.#workers];
		const waiting: ((worker: Worker) => void)[] = [];
		const results = ids.map(async (id) => {
			const worker = idle.pop() ?? (await new Promise<Worker>((take) => waiting.push(take)));
			try {
				return await worker.draw(id, setting);
			} finally {
				const take = waiting.shift();
				if (take) take(worker);
				else idle.push(worker);
			}
		});
		// The first that is thrown ends the loop below; the others must not end this process.
		for (const result of results) result.catch(() => {});
		for (const result of results) yield await result;
	}

	/** Ends the processes. */
	end(): void {
		for (const worker of this.#workers) worker.end();
	}
}

class Worker {
	readonly #limit_s: number;
	#child = startWorker();
	#isSet = false;
	#isEnded = false;

	constructor(limit_s: number) {
		this.#limit_s = limit_s;
	}

	async draw(id: string, setting: Setting): Promise<ChartResult> {
		if (this.#isEnded) return { kind: "failed", id, reason: "the run was stopped" };
		if (this.#child.killed || this.#child.exitCode !== null || this.#child.signalCode !== null) {
			this.#child = startWorker();
			this.#isSet = false;
		}
		const child = this.#child;
		let said = "";
		const listen = (part: Buffer) => {
			said = `${said}${part}`.slice(0, 8000);
		};
		child.stderr?.on("data", listen);
		let timer: NodeJS.Timeout | undefined;
		try {
			return await new Promise((resolve, reject) => {
				const fail = (reason: string) => resolve({ kind: "failed", id, reason });
				child.once("message", (message: FromWorker) =>
					message.kind === "missing" ? reject(new MissingPackageError(message.reason)) : resolve(message),
				);
				child.once("error", ({ message }) => fail(`its process could not be run: ${message}`));
				child.once("close", (code, signal) =>
					fail(`its process ended with ${signal ?? `exit code ${code}`}${cause(said)}`),
				);
				timer = setTimeout(() => {
					// It may be in a loop that no milder signal ends.
					child.kill("SIGKILL");
					fail(`no answer within ${this.#limit_s} s, so its process was ended (--time-limit SECONDS allows more)`);
				}, this.#limit_s * 1000);
				if (!this.#isSet) child.send(setting satisfies ToWorker);
				this.#isSet = true;
				child.send({ id } satisfies ToWorker);
			});
		} finally {
			clearTimeout(timer);
			child.stderr?.off("data", listen);
			for (const event of ["message", "error", "close"]) child.removeAllListeners(event);
		}
	}

	end(): void {
		this.#isEnded = true;
		this.#child.kill();
	}
}

function startWorker(): ChildProcess {
	const child = fork(program, { serialization: "advanced", stdio: ["ignore", "ignore", "pipe", "ipc"] });
	// The chart that a process was asked for reports that the process has ended.
	child.on("error", () => {});
	return child;
}

/** What a process said before it ended, after what is known of its end. */
const cause = (said: string): string => {
	const words = lastWords(said);
	return words === "" ? "" : `: ${words}`;
};
