import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { quotedName, withDuckDb } from "../../src/engine/duckdb.js";
import { scratchFolder } from "../scratch.js";

test("rows as objects: counts are numbers, and only what no number holds stays a bigint", async () => {
	const [row] = await withDuckDb(({ rows }) =>
		rows("SELECT count(*) AS n, 9007199254740993::BIGINT AS large, NULL AS none, ? AS text FROM range(3)", ["it's"]),
	);
	expect(row).toEqual({ n: 3, large: 9007199254740993n, none: null, text: "it's" });
});

test("a large result comes in parts", async () => {
	const sizes = await withDuckDb(async ({ stream }) => {
		const parts: number[] = [];
		for await (const part of stream("SELECT range AS n FROM range(10000)")) parts.push(part.length);
		return parts;
	});
	expect(sizes.length).toBeGreaterThan(1);
	expect(sizes.reduce((sum, size) => sum + size)).toBe(10_000);
});

test("what does not fit into memory goes to the folder that was given, and is gone afterwards", async () => {
	const temporary = scratchFolder();
	const found = await withDuckDb(
		async ({ rows, stream }) => {
			const [setting] = await rows("SELECT current_setting('memory_limit') AS memory");
			for await (const part of stream("SELECT md5(range::VARCHAR) AS h FROM range(1000000) ORDER BY h"))
				return { memory: setting?.memory, first: part[0], files: readdirSync(temporary, { recursive: true }) };
			return null;
		},
		{ memory: "50MB", threads: 2, temporary },
	);
	// DuckDB prints 50 million bytes in its own units. The least of the sums is from Python:
	// min(hashlib.md5(str(i).encode()).hexdigest() for i in range(1000000))
	expect(found).toMatchObject({ memory: "47.6 MiB", first: { h: "0000104cd168386a335ba6bf6e32219d" } });
	// A folder, and files in it.
	expect(found?.files.length).toBeGreaterThan(1);
	expect(readdirSync(temporary)).toEqual([]);
});

test("an error of the work or of a query comes out, and the database is closed", async () => {
	await expect(withDuckDb(({ rows }) => rows("SELECT * FROM nowhere"))).rejects.toThrow("nowhere");
	await expect(
		withDuckDb(() => {
			throw new Error("the work failed");
		}),
	).rejects.toThrow("the work failed");
});

test("no part of DuckDB is fetched from a network", async () => {
	const [row] = await withDuckDb(({ rows }) => rows("SELECT current_setting('autoinstall_known_extensions') AS fetch"));
	expect(row).toEqual({ fetch: false });
});

test("a name in quotes is one name, whatever it holds", async () => {
	const name = 'a "b"; DROP TABLE c --';
	const [row] = await withDuckDb(({ rows }) => rows(`SELECT 1 AS ${quotedName(name)}`));
	expect(row).toEqual({ [name]: 1 });
});
