import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		root: new URL("..", import.meta.url).pathname,
		include: ["test/**/*.test.ts"],
		// A far time zone, so that a local date anywhere shows up as a wrong day.
		env: { TZ: "Pacific/Auckland" },
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
