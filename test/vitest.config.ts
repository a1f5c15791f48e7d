import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests that start programs, browsers or JupyterLab, or draw charts. All others are quick, and share a process. */
const whole = [
	"test/charts/**/*.test.ts",
	"test/browser/**/*.test.ts",
	"test/command/**/*.test.ts",
	"test/package/**/*.test.ts",
	"test/draw/**/*.test.ts",
	"test/data/border.test.ts",
];

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
		// Many tests wait for a program or a browser: two at once leave no processor idle.
		maxWorkers: Math.max(2, availableParallelism()),
		// Pages of one browser that are open at once, in the files that say so.
		maxConcurrency: 2,
		projects: [
			{ extends: true, test: { name: "whole", include: whole } },
			{ extends: true, test: { name: "quick", include: ["test/**/*.test.ts"], exclude: whole, isolate: false } },
		],
	},
});
