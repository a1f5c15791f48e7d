import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromiumPath } from "./chromium.js";

const screenshots = fileURLToPath(new URL("../../.cache/screenshots", import.meta.url));

/** A page and what it did that no page of this kit may do. */
export interface WatchedPage {
	readonly page: Page;
	/** Addresses it asked for that do not begin as `home` does, sockets among them. */
	readonly strayRequests: string[];
	/** Errors and warnings of its console, what it threw, and requests that failed. */
	readonly complaints: string[];
	/** With PICTURES=1 keeps a picture under .cache/screenshots, to be looked at. */
	readonly picture: (name: string) => Promise<void>;
}

/** Whether somebody wants to look at the pages. */
export const keepsPictures = process.env.PICTURES === "1";

/** What JupyterLab warns of that is no fault: it asks for the history of its kernel, and tslab keeps none. */
const harmless = ["warning: History was unable to be retrieved"];

/** The system's Chromium; without its sandbox for root, for whom it has none. */
export const openBrowser = (): Promise<Browser> =>
	chromium.launch({ executablePath: chromiumPath ?? "", args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });

/**
 * A new page, watched from before its first request.
 *
 * @param home what every address must begin with; `data:` and `blob:` never leave the page
 */
export async function watchedPage(
	browser: Browser,
	home: string,
	{ width = 1400, height = 1000 } = {},
): Promise<WatchedPage> {
	const page = await browser.newPage({ viewport: { width, height } });
	// A busy machine is no fault of the page.
	page.setDefaultTimeout(100_000);
	const strayRequests: string[] = [];
	const complaints: string[] = [];
	const note = (address: string) => {
		if (![home, home.replace(/^http/, "ws"), "data:", "blob:"].some((start) => address.startsWith(start)))
			strayRequests.push(address);
	};
	page.on("request", (request) => note(request.url()));
	page.on("websocket", (socket) => note(socket.url()));
	page.on("requestfailed", (request) => complaints.push(`${request.failure()?.errorText} ${request.url()}`));
	page.on("response", (answer) => answer.status() >= 400 && complaints.push(`${answer.status()} ${answer.url()}`));
	page.on("pageerror", (error) => complaints.push(`${error}`));
	page.on("console", (message) => {
		const text = `${message.type()}: ${message.text()}`;
		if (/^(error|warning|assert):/.test(text) && !harmless.includes(text)) complaints.push(text);
	});
	const picture = async (name: string) => {
		if (!keepsPictures) return;
		mkdirSync(screenshots, { recursive: true });
		await page.screenshot({ path: join(screenshots, `${name}.png`) });
	};
	return { page, strayRequests, complaints, picture };
}
