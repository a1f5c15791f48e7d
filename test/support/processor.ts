import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { afterAll, expect } from "vitest";

// Notes how much processor time each test file takes, with the programs that it starts and waits for, so that
// `npm test` can name the dearest. Only where a report is wanted and the system tells it (Linux).
const report = process.env.PROCESSOR_REPORT;
const ticksPerSecond = 100;
const shared = globalThis as { processorSecondsNoted?: number };

/** Seconds of this process and of its children that have ended. */
function processorSeconds(): number {
	// The name in brackets may hold spaces. User, system and the same of children are fields 14 to 17: proc(5).
	const fields = readFileSync("/proc/self/stat", "utf8")
		.replace(/^.*\) /s, "")
		.split(" ");
	return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond;
}

if (report && existsSync("/proc/self/stat"))
	afterAll(() => {
		const now = processorSeconds();
		// Quick tests share a process.
		const seconds = now - (shared.processorSecondsNoted ?? 0);
		shared.processorSecondsNoted = now;
		appendFileSync(report, `${JSON.stringify({ file: expect.getState().testPath, seconds })}\n`);
	});
