import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = fileURLToPath(new URL("..", import.meta.url));
const [source, built] = [join(root, "src/"), join(root, "dist/")];

/** Tests that put a module in place of another. They run `src/`, which Vitest compiles for each; all others run `dist/`. */
const mocking = ["test/command/notebooks-change.test.ts", "test/data/border.test.ts"];

/** What a test imports from `src/` comes from `dist/`: the code that users run, compiled once for all test files. */
const compiledOnce: Plugin = {
	name: "src from dist",
	enforce: "pre",
	resolveId(name, importer) {
		const path = name.startsWith(".") && importer !== undefined ? resolve(dirname(importer), name) : name;
		if (!path.startsWith(source)) return null;
		const file = join(built, path.slice(source.length).replace(/\.ts$/, ".js"));
		return existsSync(file) ? file : null;
	},
};

/** Tests that start programs, browsers or JupyterLab: each has its own process. */
const alone = [
	"test/browser/**/*.test.ts",
	"test/package/**/*.test.ts",
	"test/command/{charts,files,killed,lab,python,terminal}.test.ts",
	"test/command/{notebooks,notebooks-new-user}.test.ts",
	"test/diff/revision.test.ts",
];

/** `npm test` runs it before all others, which look at the charts that it draws. */
const before = process.env.QUICK_START === "done" ? ["test/package/quick-start.test.ts"] : [];

/** Tests that draw charts or take seconds for another reason. They share processes, and with them what is computed once. */
const charts = [
	"test/charts/**/*.test.ts",
	"test/draw/**/*.test.ts",
	"test/command/**/*.test.ts",
	"test/pages/counted.test.ts",
	"test/{load,import}/{bounds,fuzz,reports}.test.ts",
	"test/export/round-trip.test.ts",
];

/** The slowest first, so that no worker waits for another at the end. */
const slowest = [
	"browser/lab",
	"package/quick-start",
	"package/elsewhere",
	"command/notebooks",
	"package/stranger",
	"command/notebooks-change",
	"browser/chart-pages",
	"draw/hostile",
	"command/charts",
	"command/chart-workers",
];

class SlowestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId, project }: TestSpecification): number => {
			const place = slowest.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
			// Files of one project in a row: only those keep their process.
			return place >= 0 ? place : slowest.length + ["alone", "mocking", "charts", "quick"].indexOf(project.name);
		};
		return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
	}
}

export default defineConfig({
	test: {
		root,
		globalSetup: ["test/support/build.ts"],
		// A far time zone, so that a local date anywhere shows up as a wrong day.
		env: { TZ: "Pacific/Auckland" },
		// Long enough for a machine that does other work too.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		pool: "forks",
		setupFiles: ["test/support/processor.ts"],
		sequence: { sequencer: SlowestFirst },
		// Many tests wait for a program or a browser: one more than there are processors leaves none idle.
		maxWorkers: availableParallelism() + 1,
		// Pages of one browser that are open at once, in the files that say so.
		maxConcurrency: 2,
		server: { deps: { external: [/\/dist\//] } },
		projects: [
			{ extends: true, test: { name: "mocking", include: mocking } },
			{
				extends: true,
				plugins: [compiledOnce],
				test: { name: "alone", include: alone, exclude: [...mocking, ...before] },
			},
			{
				extends: true,
				plugins: [compiledOnce],
				test: { name: "charts", include: charts, exclude: [...mocking, ...alone], isolate: false },
			},
			{
				extends: true,
				plugins: [compiledOnce],
				test: {
					name: "quick",
					include: ["test/**/*.test.ts"],
					exclude: [...mocking, ...alone, ...charts],
					isolate: false,
				},
			},
		],
	},
});
