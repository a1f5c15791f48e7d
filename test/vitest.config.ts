import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Tests that start programs, browsers or JupyterLab, or put a module in place of another: each has its own process. */
const alone = [
	"test/browser/**/*.test.ts",
	"test/package/**/*.test.ts",
	"test/command/{charts,files,killed,lab,python,terminal}.test.ts",
	"test/command/{notebooks,notebooks-change,notebooks-new-user}.test.ts",
	"test/data/border.test.ts",
];

/** Tests that draw charts or take seconds for another reason. They share processes, and with them what is computed once. */
const charts = ["test/charts/**/*.test.ts", "test/draw/**/*.test.ts", "test/command/**/*.test.ts"];

/** The slowest first, so that no worker waits for another at the end. */
const slowest = [
	"browser/lab",
	"package/quick-start",
	"command/notebooks-change",
	"package/stranger",
	"package/docs",
	"browser/chart-pages",
	"command/notebooks",
];

class SlowestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId, project }: TestSpecification): number => {
			const place = slowest.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
			// Files of one project in a row: only those keep their process.
			return place >= 0 ? place : slowest.length + ["alone", "charts", "quick"].indexOf(project.name);
		};
		return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
	}
}

export default defineConfig({
	test: {
		root: new URL("..", import.meta.url).pathname,
		// A far time zone, so that a local date anywhere shows up as a wrong day.
		env: { TZ: "Pacific/Auckland" },
		// Long enough for a machine that does other work too.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		pool: "forks",
		setupFiles: ["test/support/processor.ts"],
		sequence: { sequencer: SlowestFirst },
		// Many tests wait for a program or a browser: two at once leave no processor idle.
		maxWorkers: Math.max(2, availableParallelism()),
		// Pages of one browser that are open at once, in the files that say so.
		maxConcurrency: 2,
		projects: [
			{ extends: true, test: { name: "alone", include: alone } },
			{ extends: true, test: { name: "charts", include: charts, exclude: alone, isolate: false } },
			{
				extends: true,
				test: { name: "quick", include: ["test/**/*.test.ts"], exclude: [...alone, ...charts], isolate: false },
			},
		],
	},
});
