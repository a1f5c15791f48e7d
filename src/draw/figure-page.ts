import type { Figure } from "../charts/parts/frame.js";
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
	/** Name of the minified plotly.js. The fonts lie beside it in `fonts.css`. */
	readonly plotlyFile: string;
}

/**
 * One figure as a page that asks the network for nothing.
 *
 * @param plotly source text of the minified plotly.js, for a page that carries all it needs and can be sent alone;
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
<figure>
<h1 class="unseen">${escapeHtml(figure.title)}</h1>
<div class="chart" id="chart" tabindex="0" role="img" aria-label="${escapeHtml(figure.alt)}"></div>
<figcaption class="quiet">${escapeHtml(figure.alt)}</figcaption>
</figure>
${notesHtml(figure)}
<details><summary>The numbers behind it</summary>
${tableHtml(figure, figure.table.length)}
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
