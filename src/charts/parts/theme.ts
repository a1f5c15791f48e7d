/** Latin first, then Persian and Dari; `draw/` measures and hands resvg the same two. */
export const fontFamily = "Noto Sans, Vazirmatn, sans-serif";

/** Ink and paper. */
export const ink = { text: "#222222", soft: "#595959", line: "#8c8c8c", grid: "#e3e3e3", paper: "#ffffff" } as const;

/**
 * One colour means one thing everywhere. Okabe–Ito hues (Okabe & Ito 2008), of different lightness so
 * that they stay apart in grey.
 */
export const colours = {
	iran_state: "#0072b2",
	taliban: "#d55e00",
	afghan_republic: "#009e73",
	afghan_sides: "#cc79a7",
	third_party: "#6a6a6a",
	confirmed: "#1b4f72",
	refuted: "#b03a2e",
	announced: "#5dade2",
	contested: "#e69f00",
	unresolved: "#b8b8b8",
	incident: "#355c7d",
	highlight: "#c0392b",
	band: "#c9d6e2",
} as const;
