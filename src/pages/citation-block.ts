import type { Citation } from "./citation.js";
import { html, type Markup } from "./markup.js";

/** The section "cite this": the sentence, and the forms for programs under a fold. */
export function citationBlock({ text, bibtex, csl }: Citation): Markup {
	return html`<section id="cite" aria-labelledby="cite-heading">
<h2 id="cite-heading">Cite this page</h2>
<p dir="auto">${text}</p>
<details><summary>BibTeX</summary><pre tabindex="0">${bibtex}</pre></details>
<details><summary>CSL JSON</summary><pre tabindex="0">${csl}</pre></details>
</section>`;
}
