// A truth method on invented answers, in a process of its own for each size: processor time, rounds, peak memory.
// Run by hand after `npm run build`: node test/bench/truth.mjs [one_coin | vote | dawid_skene | sums] [claims …]
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { codeAnswers } from "../../dist/reliability/truth/answers.js";
import { dawidSkene } from "../../dist/reliability/truth/dawid-skene.js";
import { oneCoin } from "../../dist/reliability/truth/one-coin.js";
import { believed } from "../../dist/reliability/truth/result.js";
import { sums } from "../../dist/reliability/truth/sums.js";
import { vote } from "../../dist/reliability/truth/vote.js";
import { synthetic } from "./synthetic.mjs";

// Rounds are fixed where a peer is run with as many.
const methods = {
	one_coin: oneCoin,
	vote,
	dawid_skene: (answers) => dawidSkene(answers, { rounds: 9, tolerance: 0 }),
	sums: (answers) => sums(answers, { rounds: 20, tolerance: 0 }),
};
const [name = "one_coin", ...rest] = process.argv.slice(2);
const sizes = rest.map(Number);
const run = methods[name];
if (sizes.length === 1) measure(sizes[0]);
else {
	console.log(
		"claims     sources  questions  generate  code    method  rounds  µs per claim and round  right   peak MB",
	);
	for (const size of sizes.length > 0 ? sizes : [1e4, 1e5, 1e6])
		spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, String(size)], { stdio: "inherit" });
}

/** Processor time of this process, which other work on the machine does not lengthen much. */
function seconds() {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

function measure(claims) {
	// The engine compiles what runs often: without this the small sizes would measure the compiler.
	for (let round = 0; round < 20; round++) run(codeAnswers(synthetic(5000).rows, { candidates: "all" }));
	const start = seconds();
	const made = synthetic(claims);
	const generated = seconds();
	// Small sizes are run again and again, for the clock of the processor ticks coarsely.
	const times = Math.ceil(1e6 / claims);
	let answers = codeAnswers(made.rows, { candidates: "all" });
	for (let time = 1; time < times; time++) answers = codeAnswers(made.rows, { candidates: "all" });
	const coded = seconds();
	let result = run(answers);
	for (let time = 1; time < times; time++) result = run(answers);
	const done = seconds();
	let right = 0;
	for (const [question, best] of believed(answers, result))
		if (best.includes(made.truth.get(question))) right += 1 / best.length;
	const words = (time) => `${time.toFixed(3)} s`;
	const cells = [
		[claims.toLocaleString("en"), 11],
		[answers.sources.length.toLocaleString("en"), 9],
		[answers.questions.length.toLocaleString("en"), 11],
		[words(generated - start), 10],
		[words((coded - generated) / times), 8],
		[words((done - coded) / times), 8],
		[`${result.rounds}${result.converged ? "" : "+"}`, 8],
		[((1e6 * (done - coded)) / times / claims / result.rounds).toFixed(4), 24],
		[(right / answers.questions.length).toFixed(4), 8],
		[Math.round(process.resourceUsage().maxRSS / 1024).toLocaleString("en"), 0],
	];
	console.log(cells.map(([cell, width]) => cell.padEnd(width)).join(""));
}
