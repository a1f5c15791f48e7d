// The invented answers of the benchmark as CSV, for other programs: node test/bench/peers/rows.mjs 1000000 > ../rows.csv
import { synthetic } from "../synthetic.mjs";

const { rows, truth } = synthetic(Number(process.argv[2] ?? 1e6));
process.stdout.write("task,worker,label,truth\n");
for (let from = 0; from < rows.length; from += 10_000)
	process.stdout.write(
		rows
			.slice(from, from + 10_000)
			.map(({ question, source, value }) => `${question},${source},${value},${truth.get(question)}\n`)
			.join(""),
	);
