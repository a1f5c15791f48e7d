import type { Figure } from "../charts/parts/frame.js";
import { sharedFontsFile } from "./embedded-fonts.js";
import { type FigureLinks, IncidentSets, leadingTraces } from "./figure-links.js";
import {
	contentPolicy,
	drawScript,
	escapeHtml,
	fontsLoaded,
	leadScript,
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
	/** Which incidents, whose pages lie in `incident/`, the figure leads to; `null` where neither such pages nor a front page are there. */
	readonly links: FigureLinks | null;
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
	const links = typeof plotly === "string" ? null : plotly.links;
	const sets = new IncidentSets();
	const data = leadingTraces(figure, links, sets);
	const table = tableHtml(figure, links, sets);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${contentPolicy}
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(figure.title)}</title>
${style}
</head>
<body>
<a class="skip" href="#numbers">Skip to the numbers</a>
${links === null ? "" : `<header>${navigation(links)}</header>\n`}<main>
<h1 class="unseen">${escapeHtml(figure.title)}</h1>
<figure>
<div class="chart" id="chart" style="--on-paper: ${onPaper(figure)}" tabindex="0" role="group" aria-label="${escapeHtml(`Chart: ${figure.title}. Enter goes to its numbers.`)}"></div>
<figcaption class="quiet">${escapeHtml(figure.alt)}${links === null || !data.some((trace) => "customdata" in trace) ? "" : ' <span class="screen">Click a mark for its sources.</span>'}</figcaption>
</figure>
${notesHtml(figure)}
<details id="numbers"><summary>The numbers behind it</summary>
${table}
</details>
</main>
${script}
<script>
${drawScript}
const figure = ${scriptJson({ data, layout: figure.layout, config: figure.config })};
const leads = ${scriptJson(sets.content)};
${leadScript}
${fontsLoaded}.then(() => drawChart("chart", figure)).then(leadFrom);
</script>
</body>
</html>
`;
}

/** Pixels of a sheet of A4 or Letter within its margins, with room below for the words under a chart. */
const sheet = { width: 690, height: 850 };

/** How much smaller a chart is on paper, so that it fits one sheet. */
const onPaper = ({ layout: { width = sheet.width, height = sheet.height } }: Figure): string =>
	Math.min(1, sheet.width / width, sheet.height / height).toFixed(2);

/** Links to the front page and to all incidents, and to the incident that every row of the chart is about. */
function navigation({ counted }: FigureLinks): string {
	const ids = new Set(counted.flatMap((cells) => Object.values(cells).flat()));
	const [only] = ids;
	const own = ids.size === 1 && only ? ` · <a href="${escapeHtml(`incident/${only}.html`)}">This incident</a>` : "";
	return `<nav aria-label="Pages"><a href="index.html">Front page</a> · <a href="incidents.html">All incidents</a>${own}</nav>`;
}
