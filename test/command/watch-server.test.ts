import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startWatchServer } from "../../src/command/watch-server.js";
import { html, page } from "../../src/pages/markup.js";
import { scratchFolder } from "../scratch.js";

async function served() {
	const home = scratchFolder();
	const folder = join(home, "out");
	mkdirSync(join(folder, "incident"), { recursive: true });
	writeFileSync(join(home, "secret.csv"), "not yours");
	writeFileSync(join(folder, ".stamp"), "hidden");
	writeFileSync(join(folder, "notes.txt"), "of no page");
	writeFileSync(
		join(folder, "index.html"),
		page({ title: "</body> $& title", description: "", style: "", body: html`front` }),
	);
	writeFileSync(join(folder, "incident/a.html"), "<body>a</body>");
	symlinkSync(join(home, "secret.csv"), join(folder, "link.csv"));
	const server = await startWatchServer(folder);
	onTestFinished(server.close);
	const { host, port } = new URL(server.address);
	/** The path goes out as it is written, which `fetch` would not do. */
	const ask = (path: string, { method = "GET", name = host } = {}) =>
		new Promise<{ status: number | undefined; type: string | undefined; text: string }>((done, failed) => {
			const asked = request({ host: "127.0.0.1", port, path, method, headers: { Host: name } }, (answer) => {
				let text = "";
				answer.setEncoding("utf8").on("data", (part) => (text += part));
				answer.on("end", () => done({ status: answer.statusCode, type: answer.headers["content-type"], text }));
			});
			asked.on("error", failed).end();
		});
	return { server, ask, port };
}

test("only files of the folder are served, only on GET and HEAD, only under the name of this machine", async () => {
	const { ask, port } = await served();
	expect(await ask("/incident/a.html")).toMatchObject({ status: 200, type: "text/html; charset=utf-8" });
	expect((await ask("/")).text).toContain("front");
	expect(await ask("/", { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
	for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) expect((await ask("/", { method })).status).toBe(405);
	for (const name of ["evil.example", `evil.example:${port}`, "127.0.0.1"])
		expect((await ask("/", { name })).status).toBe(403);
	expect((await ask("/", { name: `localhost:${port}` })).status).toBe(200);
	const outside = [
		"/../secret.csv",
		"/..%2fsecret.csv",
		"/incident/..%2f..%2fsecret.csv",
		"/..%5csecret.csv",
		"/link.csv",
	];
	for (const path of [...outside, "//etc/passwd", "/.stamp", "/notes.txt", "/incident", "/nothing.html", "/%00.html"]) {
		const { status, text } = await ask(path);
		expect(status, path).toBe(404);
		expect(text).not.toMatch(/not yours|hidden|of no page|root:/);
	}
	expect((await ask("/%zz")).status).toBe(400);
});

test("a page is served with the script that waits, once, and a content policy that allows it and nothing else", async () => {
	const { text } = await (await served()).ask("/index.html");
	expect(text.match(/src="\/-\/watch\.js"/g)).toHaveLength(1);
	expect(text.endsWith('<script src="/-/watch.js"></script>\n</body>\n</html>\n')).toBe(true);
	expect(text).toContain("<title>&lt;/body&gt; $&amp; title</title>");
	const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1]?.split("; ");
	expect(policy?.slice(0, 3)).toEqual(["connect-src 'self'", "script-src 'self'", "default-src &#39;none&#39;"]);
});

test("every listener is told the state when it comes and when it changes, as one line of JSON", async () => {
	const { server } = await served();
	server.tell({ kind: "problems", title: "1 problem", lines: ["claims.csv:2 value: two\nlines"] });
	const { body } = await fetch(`${server.address}/-/events`);
	const reader = (body as ReadableStream<Uint8Array>).getReader();
	const next = async () => JSON.parse(new TextDecoder().decode((await reader.read()).value).replace(/^data: /, ""));
	expect(await next()).toMatchObject({ kind: "problems", lines: ["claims.csv:2 value: two\nlines"] });
	server.tell({ kind: "drawn" });
	const first = await next();
	server.tell({ kind: "drawn" });
	const second = await next();
	expect([first.kind, second.kind]).toEqual(["drawn", "drawn"]);
	expect(first.version).not.toBe(second.version);
	await reader.cancel();
});
