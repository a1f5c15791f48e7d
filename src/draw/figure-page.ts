import type { Figure, TableRow } from "../charts/parts/frame.js";
import { sharedFontsFile } from "./embedded-fonts.js";
import {
	contentPolicy,
	drawable,
	drawScript,
	escapeHtml,
	fontsLoaded,
	notesHtml,
	ownStyle,
	pageStyle,
	scriptJson,
	tableHtml,
} from "./html.js";

/** What a page finds beside it in its folder instead of carrying it. */
export interface BesidePage {
	/** Name of the plotly.js. The fonts lie beside it in `fonts.css`. */
	readonly plotlyFile: string;
	/** The incident of a row, whose page lies in `incident/`; `null` where neither such pages nor a front page are there. */
	readonly incidentOf: ((row: TableRow) => string | null) | null;
}

/**
 * One figure as a page that asks the network for nothing.
 *
 * @param plotly source text of plotly.js, for a page that carries all it needs and can be sent alone;
 *   or the name of the file beside the page that several pages share
 */
export function figurePage(figure: Figure, plotly: string | BesidePage): string {
	const [style, script] =
		typeof plotly === "string"
			? [`<style>${pageStyle([figure])}</style>`, `<script>${plotly.replaceAll("</script", "<\\/script")}</script>`]
			: [
					`<link rel="stylesheet" href="${sharedFontsFile}">\n<style>${ownStyle}</style>`,
					`<script src="${plotly.plotlyFile}"></script>`,
				];
	const incidentOf = typeof plotly === "string" ? null : plotly.incidentOf;
	const linkOf = (row: TableRow) => {
		const id = incidentOf?.(row) ?? null;
		return id === null ? null : `incident/${id}.html`;
	};
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${contentPolicy}
<title>${escapeHtml(figure.title)}</title>
${style}
</head>
<body>
${incidentOf === null ? "" : navigation(figure, linkOf)}<figure>
<h1 class="unseen">${escapeHtml(figure.title)}</h1>
<div class="chart" id="chart" tabindex="0" role="img" aria-label="${escapeHtml(figure.alt)}"></div>
<figcaption class="quiet">${escapeHtml(figure.alt)}</figcaption>
</figure>
${notesHtml(figure)}
<details><summary>The numbers behind it</summary>
${tableHtml(figure, linkOf)}
</details>
${script}
<script>
${drawScript}
const figure = ${scriptJson(drawable(figure))};
${fontsLoaded}.then(() => drawChart("chart", figure));
</script>
</body>
</html>
`;
}

/** Links to the front page and to all incidents, and to the incident that every row of the chart is about. */
function navigation({ table }: Figure, linkOf: (row: TableRow) => string | null): string {
	const links = new Set(table.map(linkOf));
	const [only] = links;
	const own = links.size === 1 && only ? ` · <a href="${escapeHtml(only)}">This incident</a>` : "";
	return `<nav aria-label="Pages"><a href="index.html">Front page</a> · <a href="incidents.html">All incidents</a>${own}</nav>\n`;
}
