import type { Figure } from "../charts/parts/frame.js";
import {
	contentPolicy,
	drawable,
	drawScript,
	escapeHtml,
	fontsLoaded,
	notesHtml,
	pageStyle,
	scriptJson,
	tableHtml,
} from "./html.js";

/**
 * One figure as a page that carries all it needs, plotly.js among it, so that it can be sent alone. It
 * asks the network for nothing.
 *
 * @param plotly source text of the minified plotly.js
 */
export function figurePage(figure: Figure, plotly: string): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${contentPolicy}
<title>${escapeHtml(figure.title)}</title>
<style>${pageStyle([figure])}</style>
</head>
<body>
<figure>
<h1 class="unseen">${escapeHtml(figure.title)}</h1>
<div class="chart" id="chart" tabindex="0" role="img" aria-label="${escapeHtml(figure.alt)}"></div>
<figcaption class="quiet">${escapeHtml(figure.alt)}</figcaption>
</figure>
${notesHtml(figure)}
<details><summary>The numbers behind it</summary>
${tableHtml(figure, figure.table.length)}
</details>
<script>${plotly.replaceAll("</script", "<\\/script")}</script>
<script>
${drawScript}
const figure = ${scriptJson(drawable(figure))};
${fontsLoaded}.then(() => drawChart("chart", figure));
</script>
</body>
</html>
`;
}
