// Invented events in the columns of UCDP GED, counted by month in DuckDB: processor time and peak memory. Run by hand after
// `npm run build`; the same with pandas and polars: test/bench/peers/events.py.
//   node test/bench/events.mjs make 10000000 DIR     # DIR/events.csv
//   node test/bench/events.mjs csv DIR               # counts from the CSV file
//   node test/bench/events.mjs convert DIR           # CSV to Parquet
//   node test/bench/events.mjs parquet DIR           # counts from the Parquet file
import { statSync } from "node:fs";
import { join } from "node:path";
import { withDuckDb } from "../../dist/engine/duckdb.js";

const [what = "csv", ...rest] = process.argv.slice(2);
const directory = rest.at(-1) ?? ".";
const [csv, parquet] = ["events.csv", "events.parquet"].map((name) => join(directory, name));
const options = { memory: "1GB", threads: 2 };

/** Events of 32 years all over the region, a few of them near the border; the same rows on every run. */
const invented = (count) => `
	SELECT
		id,
		1 + h0 % 3 AS type_of_violence,
		'Government of ' || chr((65 + h1 % 26)::INT) AS side_a,
		'Group ' || (h2 % 500)::VARCHAR AS side_b,
		1 + h3 % 6 AS where_prec,
		'Invented place ' || (h4 % 20000)::VARCHAR AS where_coordinates,
		round(25 + (h5 % 150000) / 10000, 4) AS latitude,
		round(55 + (h6 % 200000) / 10000, 4) AS longitude,
		CASE WHEN h6 % 200000 < 61000 THEN 'Iran' ELSE 'Afghanistan' END AS country,
		1 + h7 % 5 AS date_prec,
		DATE '1989-01-01' + (h8 % 12400)::INT AS date_start,
		DATE '1989-01-01' + (h8 % 12400 + h7 % 7)::INT AS date_end,
		h9 % 40 AS best,
		h9 % 40 + h0 % 5 AS high,
		h9 % 40 - least(h9 % 40, h1 % 3) AS low,
		'"Invented Agency,2020-01-01,Invented headline number ' || (h2 % 100000)::VARCHAR || '"' AS source_article
	FROM (SELECT range AS id, ${Array.from({ length: 10 }, (_, part) => `hash(range * 10 + ${part}) AS h${part}`).join(", ")} FROM range(${count}))`;

/** Month and type of violence, with the events whose place is known and the deaths in them. */
const counted = (from) => `
	SELECT date_trunc('month', date_start) AS month, type_of_violence, count(*) AS events, sum(best)::BIGINT AS deaths
	FROM ${from}
	WHERE where_prec <= 3 AND latitude BETWEEN 29.3 AND 36 AND longitude BETWEEN 59.5 AND 63.5
	GROUP BY ALL ORDER BY ALL`;

await withDuckDb(async ({ run, rows }) => {
	if (what === "make") {
		await run(`COPY (${invented(Number(rest[0]))}) TO '${csv}' (HEADER, DELIMITER ',')`);
		console.log(`${csv}: ${(statSync(csv).size / 1e6).toFixed(0)} MB`);
	} else if (what === "convert") await run(`COPY (SELECT * FROM read_csv('${csv}')) TO '${parquet}' (FORMAT parquet)`);
	else {
		const found = await rows(counted(what === "csv" ? `read_csv('${csv}')` : `read_parquet('${parquet}')`));
		const sum = (column) => found.reduce((total, row) => total + row[column], 0);
		console.log(`${found.length} rows, ${sum("events")} events, ${sum("deaths")} deaths`);
	}
}, options);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
	`DuckDB ${what}: ${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} s of processor time, ${(maxRSS / 1024).toFixed(0)} MB at most`,
);
