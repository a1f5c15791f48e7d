import { createHash } from "node:crypto";
import { escapeHtml } from "../draw/html.js";

/** Text that is HTML or SVG already. Everything else is escaped when `html` puts it into a page. */
export class Markup {
	constructor(readonly text: string) {}
}

/** What a place in a template can hold; `null` and `false` leave it blank. */
export type Fill = Markup | string | number | null | false | readonly Fill[];

/**
 * HTML or SVG from a template. Every text that is filled in is escaped, so that hostile data come out as text.
 *
 * @example
 * html`<b>${"<i>"}</b>`.text // → "<b>&lt;i&gt;</b>"
 */
export function html(parts: TemplateStringsArray, ...fills: readonly Fill[]): Markup {
	return new Markup(parts.map((part, index) => part + filled(fills[index] ?? null)).join(""));
}

function filled(fill: Fill): string {
	if (fill === null || fill === false) return "";
	if (fill instanceof Markup) return fill.text;
	return typeof fill === "object" ? fill.map(filled).join("") : escapeHtml(`${fill}`);
}

/** The parts of a page that differ from page to page. */
export interface PageParts {
	readonly title: string;
	readonly description: string;
	/** Style text, the only one of the page. */
	readonly style: string;
	readonly body: Markup;
	/** Data blocks: JSON for a script (`application/json`) or for search engines (`application/ld+json`). */
	readonly data?: readonly { readonly id: string; readonly type: string; readonly json: string }[];
	/** Script text; none where absent. */
	readonly script?: string;
}

/**
 * A whole page. Its content policy lets run only its own style and script, known by their hash, and lets load only
 * images that lie beside it; nothing is requested from the network.
 */
export function page({ title, description, style, body, data = [], script }: PageParts): string {
	const scripts = script === undefined ? "" : ` script-src ${hashSource(script)};`;
	const policy = `default-src 'none';${scripts} style-src ${hashSource(style)}; img-src 'self' data: file:; base-uri 'none'; form-action 'none'`;
	const blocks = data.map(
		({ id, type, json }) => html`<script type="${type}" id="${id}">${new Markup(json)}</script>\n`,
	);
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${body}
${blocks}${script === undefined ? null : html`<script>${new Markup(script)}</script>`}
</body>
</html>
`.text;
}

const hashSource = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * A link to a page of the web, with the name of its site. Only https is linked; an address of another kind is shown as
 * text.
 *
 * @param label words of the link; by default the name of the site
 */
export function webLink(address: string | null, label?: string): Markup | null {
	if (address === null) return null;
	const site = siteOf(address);
	if (site === null) return html`<bdi class="address">${address}</bdi>`;
	return html`<a href="${address}" rel="noopener noreferrer"><bdi>${label ?? site}</bdi></a>`;
}

/** The site of an https address, without `www.`; `null` of any other address. */
export function siteOf(address: string): string | null {
	try {
		const { protocol, hostname } = new URL(address);
		return protocol === "https:" ? hostname.replace(/^www\./, "") : null;
	} catch {
		return null;
	}
}
