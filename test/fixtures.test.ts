import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

test("the proofs come with the project: no file of test/ or .ci/ reads what lies beside a clone", () => {
	const beside = ["..", "shared"].join("/");
	const proofs = ["test", ".ci"].flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name)),
	);
	expect(proofs.length).toBeGreaterThan(100);
	expect(proofs.filter((file) => readFileSync(file, "utf8").includes(beside))).toEqual([]);
});

test("every case with known answers says where its figures come from and under which licence", () => {
	const bench = join(root, "test/fixtures/bench");
	const cases = readdirSync(bench, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	expect(cases.length).toBeGreaterThan(10);
	const silent = cases.filter(
		({ name }) =>
			!/licen[cs]e|facts|CC BY|public domain|MIT|ODbL|made up|figures only/i.test(
				readFileSync(join(bench, name, "README.md"), "utf8"),
			),
	);
	expect(silent.map(({ name }) => name)).toEqual([]);
});
