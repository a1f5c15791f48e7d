import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { scratchFolder } from "../scratch.js";
import { command } from "./here.js";

const main = fileURLToPath(new URL("../../dist/command/main.js", import.meta.url));
const fields = fileURLToPath(new URL("../fixtures/field-cases", import.meta.url));
const [first, second, third] = catalogue.slice(3, 6).map(({ id }) => id) as [string, string, string];

/** Three charts drawn by one worker. */
let one: string;
let drawnByOne: ReturnType<typeof kit>;
beforeAll(() => {
	const undo: (() => void)[] = [];
	one = scratchFolder((clear) => undo.push(clear));
	drawnByOne = kit(["charts", "--out", one, "--workers", "1", "--only", first, second, third]);
	return () => {
		for (const clear of undo) clear();
	};
});

function kit(words: readonly string[], env: NodeJS.ProcessEnv = {}) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
		encoding: "utf8",
		env: { ...process.env, ...env },
	});
	return { status, stdout, stderr };
}

/**
 * Node's option that does something to the process which is asked for a chart: by default it ends, as a fault in compiled
 * code would end it.
 */
function aborting(id: string, what = "process.abort()"): NodeJS.ProcessEnv {
	const module = join(scratchFolder(), "abort.mjs");
	writeFileSync(
		module,
		`if (process.send) {
			const on = process.on;
			process.on = (event, listener) => on.call(process, event, event !== "message" ? listener : (message) => {
				if (message.id === ${JSON.stringify(id)}) ${what};
				return listener(message);
			});
		}`,
	);
	return { NODE_OPTIONS: `--import=${pathToFileURL(module).href}` };
}

describe("a chart whose process dies", () => {
	test("is named with the reason, the others are written, and the run ends with 1", () => {
		const out = scratchFolder();
		// The second one dies before the third is drawn by the same worker.
		const words = ["charts", "--out", out, "--workers", "1", "--only", first, second, third];
		cpSync(one, out, { recursive: true });
		expect(existsSync(join(out, `${second}.svg`))).toBe(true);
		const { status, stdout, stderr } = kit(words, aborting(second));
		expect(status).toBe(1);
		expect(stdout).toContain(`2/3 ${second}: failed\n3/3 ${third}`);
		expect(stderr).toMatch(new RegExp(`failed: ${second}: its process ended with (SIGABRT|exit code 134)`));
		expect(stderr).toContain("1 chart could not be drawn; the next run tries again");
		const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
		expect(Object.keys(manifest.failed)).toEqual([second]);
		// What an earlier run drew is gone: it could show other data.
		const shared = ["fonts.css", "plotly.js"];
		const files = [first, third].flatMap((id) => ["csv", "html", "png", "svg"].map((ending) => `${id}.${ending}`));
		expect(Object.keys(manifest.outputs).sort()).toEqual([...files, ...shared].sort());
		expect(readdirSync(out).sort()).toEqual([...files, ...shared, "manifest.json"].sort());
		expect(existsSync(join(out, ".stamp"))).toBe(false);
	});
});

test("a chart that hangs is ended after the time limit and named, and the run ends with 1", () => {
	const out = scratchFolder();
	const words = ["charts", "--out", out, "--time-limit", "2", "--only", first];
	const { status, stderr } = kit(words, aborting(first, "for (;;);"));
	expect(status).toBe(1);
	const reason = "no answer within 2 s, so its process was ended (--time-limit SECONDS allows more)";
	expect(stderr).toContain(`failed: ${first}: ${reason}`);
	expect(JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")).failed).toEqual({ [first]: reason });
});

test("a time limit that is no number of seconds is refused", () => {
	const { status, stderr } = kit(["charts", "--out", scratchFolder(), "--time-limit=1.5"]);
	expect([status, stderr]).toEqual([2, "not a time limit: 1.5 (1 to 999999 seconds)\n"]);
});

test("one worker and two write the same bytes, in the same order", () => {
	const two = scratchFolder();
	const drawnByTwo = kit(["charts", "--out", two, "--workers", "2", "--only", first, second, third]);
	const order = [drawnByOne, drawnByTwo].map(({ stdout }) => stdout.split("\n").slice(0, 3));
	expect(order[0]).toEqual([`1/3 ${first}`, `2/3 ${second}`, `3/3 ${third}`]);
	expect(order[1]).toEqual(order[0]);
	for (const file of readdirSync(one))
		expect(readFileSync(join(one, file)).equals(readFileSync(join(two, file))), file).toBe(true);
});

test.each(["0", "two", "1.5", "-1"])("%s workers are refused", async (workers) => {
	expect(await command("charts", "--out", scratchFolder(), `--workers=${workers}`)).toEqual({
		code: 2,
		out: "",
		err: `not a number of workers: ${workers} (1 to 99)`,
	});
});

test("a page finds plotly.js and the fonts beside it; with --standalone it carries them", () => {
	const alone = scratchFolder();
	expect(drawnByOne.status).toBe(0);
	expect(kit(["charts", "--out", alone, "--standalone", "--only", first]).status).toBe(0);
	const page = readFileSync(join(one, `${first}.html`), "utf8");
	expect(page).toContain('<script src="plotly.js"></script>');
	expect(page).toContain('<link rel="stylesheet" href="fonts.css">');
	expect(page.length).toBeLessThan(500_000);
	expect(readdirSync(alone).sort()).toEqual(
		["csv", "html", "png", "svg"]
			.map((ending) => `${first}.${ending}`)
			.concat("manifest.json")
			.sort(),
	);
	const whole = readFileSync(join(alone, `${first}.html`), "utf8");
	expect(whole).not.toMatch(/<script src|<link/);
	expect(whole.length).toBeGreaterThan(statSync(join(one, "plotly.js")).size);
});

test("300 incidents known to one province: the map is drawn, its ticks stay on the map, and the count says how many", () => {
	const data = join(scratchFolder(), "data");
	expect(kit(["init", data]).status).toBe(0);
	cpSync(join(fields, "02"), data, { recursive: true });
	const out = scratchFolder();
	const { status, stderr } = kit(["charts", "--data", data, "--out", out, "--only", "border-map"]);
	expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
	expect(statSync(join(out, "border-map.png")).size).toBeGreaterThan(10_000);
	expect(readFileSync(join(out, "border-map.svg"), "utf8")).toMatch(/>\+ 300 /);
});
