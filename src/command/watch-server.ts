import { randomUUID } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";

/** What the open pages are to show: the files as drawn last, or what is wrong with the data. */
export type WatchState =
	| { readonly kind: "drawn" }
	| { readonly kind: "problems"; readonly title: string; readonly lines: readonly string[] };

/** A server of a folder of charts, for this machine only. */
export interface WatchServer {
	/** `http://127.0.0.1:` and a port that was free. */
	readonly address: string;
	/** Tells every open page: after `drawn` it loads itself anew, problems stand in its place. */
	readonly tell: (state: WatchState) => void;
	readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml",
	".png": "image/png",
	".csv": "text/csv; charset=utf-8",
	".json": "application/json; charset=utf-8",
};

const eventsPath = "/-/events";
const scriptPath = "/-/watch.js";

/** Runs in every page that is served. What the data hold is put in as text only. */
const script = `
let version = null;
const show = ({ title, lines }) => {
	const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
	const main = document.createElement("main");
	const list = document.createElement("ul");
	list.append(...lines.map((line) => element("li", line)));
	main.append(element("h1", title), list, element("p", "The charts on disk are those of the last data without a problem. This page follows when a table is saved."));
	main.setAttribute("role", "alert");
	document.body.replaceChildren(main);
};
new EventSource("${eventsPath}").addEventListener("message", ({ data }) => {
	const state = JSON.parse(data);
	if (state.kind === "problems") show(state);
	else if (version !== null && version !== state.version) location.reload();
	version = state.kind === "problems" ? "" : state.version;
});
`;

const nothingYet = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Not drawn yet</title></head>
<body><main><h1>No such page</h1><p>It may not be drawn yet. <a href="/">Front page</a></p></main></body></html>
`;

/**
 * Serves the files of a folder at 127.0.0.1, on a port that is free. It answers only GET and HEAD, only requests that
 * name this address as their host, and only with files of the folder whose name begins with no dot.
 */
export async function startWatchServer(folder: string): Promise<WatchServer> {
	const listeners = new Set<ServerResponse>();
	let state = message({ kind: "drawn" });
	let hosts: readonly string[] = [];
	const server = createServer(async ({ method = "", headers, url = "/" }, response) => {
		const answer = (status: number, type: string, content: string | Buffer) => {
			response.writeHead(status, {
				"Content-Type": type,
				"Cache-Control": "no-store",
				"X-Content-Type-Options": "nosniff",
				"Cross-Origin-Resource-Policy": "same-origin",
			});
			response.end(method === "HEAD" ? "" : content);
		};
		const plain = "text/plain; charset=utf-8";
		// Another site whose name was pointed at this address must not read the charts.
		if (!hosts.includes(headers.host ?? "")) return answer(403, plain, "unknown host");
		if (method !== "GET" && method !== "HEAD") return answer(405, plain, "only GET and HEAD");
		const path = decoded(url);
		if (path === null) return answer(400, plain, "not an address");
		// Browsers ask for it of their own; the pages have none.
		if (path === "/favicon.ico") return answer(204, plain, "");
		if (path === scriptPath) return answer(200, types[".js"] as string, script);
		if (path === eventsPath) {
			response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
			if (method === "HEAD") return response.end();
			response.write(state);
			listeners.add(response);
			return response.on("close", () => listeners.delete(response));
		}
		const file = path.endsWith("/") ? `${path}index.html` : path;
		const content = await contentOf(folder, file);
		const type = types[extname(file)];
		if (type === undefined || content === null) return answer(404, types[".html"] as string, watching(nothingYet));
		return answer(200, type, extname(file) === ".html" ? watching(content.toString("utf8")) : content);
	});
	await new Promise<void>((ready, failed) => {
		server.once("error", failed);
		server.listen(0, "127.0.0.1", ready);
	});
	const { port } = server.address() as AddressInfo;
	hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
	return {
		address: `http://127.0.0.1:${port}`,
		tell: (next) => {
			state = message(next);
			for (const listener of listeners) listener.write(state);
		},
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			}),
	};
}

/** A state as an event; each drawing has a version of its own, also after the server was started anew. */
const message = (state: WatchState): string => `data: ${JSON.stringify({ ...state, version: randomUUID() })}\n\n`;

/** The path of an address; `null` where it is none. */
function decoded(url: string): string | null {
	try {
		return decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
	} catch {
		return null;
	}
}

/** The content of a file below the folder; `null` of any other, however its path is written or linked. */
async function contentOf(folder: string, path: string): Promise<Buffer | null> {
	if (path.split(/[/\\]/).some((part) => part.startsWith("."))) return null;
	try {
		const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
		return file.startsWith(root + sep) ? await readFile(file) : null;
	} catch {
		return null;
	}
}

/** A page with the script that waits for news, which its content policy then allows besides its own. */
function watching(page: string): string {
	// Quotes stand in some pages as they are and in others as `&#39;`, which ends with a semicolon.
	const own = (meta: string) =>
		meta.includes("script-src ")
			? meta.replace("script-src ", "script-src 'self' ").replace("default-src ", "connect-src 'self'; default-src ")
			: meta.replace("default-src ", "connect-src 'self'; script-src 'self'; default-src ");
	// A function as the replacement: signs of the text have no meaning then.
	return page
		.replace(/<meta http-equiv="Content-Security-Policy" content="[^"]*">/, own)
		.replace(/<\/body>(?![\s\S]*<\/body>)/, () => `<script src="${scriptPath}"></script>\n</body>`);
}
