import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { inputFiles } from "../load/dossier.js";
import { CommandError } from "./command-error.js";

/** The largest file that is taken from git. */
const mostBytes = 1_000_000_000;

/**
 * Calls a function with a data folder that is named as a folder, or as a revision of the git repository around this one:
 * `HEAD~3`, or `v0.1.0:my-data` where the folder is not `data`. Files of a revision lie in a folder of their own for as long as
 * the function takes.
 *
 * @throws CommandError where there is neither such a folder nor such a revision
 */
export function withDataVersion<Result>(name: string, use: (folder: string) => Result): Result {
	if (statSync(name, { throwIfNoEntry: false })?.isDirectory()) return use(resolve(name));
	const scratch = mkdtempSync(join(tmpdir(), "border-incidents-diff-"));
	try {
		const folder = join(scratch, "data");
		mkdirSync(folder);
		const { tree, files } = treeOf(name);
		for (const file of files) writeFileSync(join(folder, file), git(["cat-file", "blob", `${tree}${file}`]));
		return use(folder);
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}

/** The data folder of a revision, as git names it with a slash at its end, and the files of the kit in it. */
function treeOf(name: string): { readonly tree: string; readonly files: readonly string[] } {
	const [revision = "", path = "data"] = name.includes(":") ? name.split(/:(.*)/s) : [name];
	let commit: string;
	try {
		commit = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`])
			.toString()
			.trim();
	} catch (error) {
		throw unknownVersion(name, error);
	}
	const folder = path.replace(/\/+$/, "");
	const tree = folder === "" ? `${commit}:` : `${commit}:${folder}/`;
	let listed: string[] = [];
	try {
		listed = git(["ls-tree", "-z", "--name-only", tree]).toString().split("\0");
	} catch {
		// Nothing is listed: there is no such folder.
	}
	const files = inputFiles.filter((file) => listed.some((each) => basename(each) === file));
	if (files.length === 0)
		throw new CommandError(
			`${revision} has no tables in ${folder === "" ? "its top folder" : folder}; name the folder after a colon, such as ${revision}:my-data`,
		);
	return { tree, files };
}

function git(words: readonly string[]): Buffer {
	return execFileSync("git", words, { maxBuffer: mostBytes, stdio: ["ignore", "pipe", "ignore"] });
}

function unknownVersion(name: string, error: unknown): CommandError {
	const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
	return new CommandError(
		isMissing
			? `no such folder: ${name} (git is not installed, so it cannot be a revision either)`
			: `neither a folder nor a revision of git: ${name}; a revision is looked for in the repository of the folder in which the command runs`,
	);
}
