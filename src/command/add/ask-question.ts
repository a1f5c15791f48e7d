import { cellReason } from "../../load/fields.js";
import { askCell, askSource, type Entry, type OpenQuestion, put, type Session } from "./ask-cell.js";
import { byFrequency, nothing, textChoices } from "./choices.js";
import { columnMeaning } from "./descriptor.js";

/** Asks for one question with its claims and verdict; `false` where there is none left to ask. */
export async function askQuestion(session: Session): Promise<boolean> {
	const { prompts, dossier, draft } = session;
	const question: OpenQuestion = { cells: {}, claims: [], decisive_claims: [], interests: [] };
	const { cells } = question;
	const keys = byFrequency(dossier.propositions.map(({ key }) => key));
	const number = draft.questions.length + 1;
	const key = await prompts.find(`Question ${number}. key: what is asked, by one word that recurs`, (typed) =>
		textChoices(typed, keys, draft.questions.length === 0 ? "no question" : "no more questions").filter(
			({ value }) => value === nothing || cellReason("propositions", "key", value) === null,
		),
	);
	if (key === nothing) return false;
	put(cells, "key", key);
	const same = dossier.propositions.filter((row) => row.key === key);
	const types = new Set(same.map(({ type }) => type));
	const ask = (column: string, suggestion?: string) =>
		askCell(session, "propositions", cells, column, { suggestion, question });
	await ask("text", byFrequency(same.map(({ text }) => text))[0]);
	if (types.size === 1) put(cells, "type", [...types][0]);
	else await ask("type");
	draft.questions.push(question);
	while (await askClaim(session, question));
	await askVerdict(session, question);
	await askInterests(session, question);
	return true;
}

const pageMark = "\0page:";
/** What claims of one source on one page have in common. */
const pageColumns = ["source_id", "reported_by", "via_source_id", "published_on", "basis", "url"];

/** The pages of the claims so far, the latest first: one page often answers several questions. */
function pagesOf({ draft }: Session): Entry[] {
	const pages = draft.questions.flatMap(({ claims }) =>
		claims.map((claim) => Object.fromEntries(Object.entries(claim).filter(([column]) => pageColumns.includes(column)))),
	);
	return [...new Map(pages.reverse().map((page) => [JSON.stringify(page), page])).values()];
}

function pageName({ dossier, draft }: Session, page: Entry): string {
	const nameOf = (id: string | undefined) =>
		dossier.sources.find(({ source_id }) => source_id === id)?.name ??
		draft.sources.find(({ source_id }) => source_id === id)?.name ??
		id;
	return [nameOf(page.source_id), nameOf(page.reported_by), page.published_on, page.url].filter(Boolean).join(", ");
}

/** Asks for one claim; `false` where there is none left to ask. */
export async function askClaim(session: Session, question: OpenQuestion): Promise<boolean> {
	const number = question.claims.length + 1;
	const before = question.claims.at(-1) ?? session.draft.questions.at(-2)?.claims.at(-1) ?? {};
	const none = number === 1 ? "(no claim)" : "(no more claims)";
	const pages = pagesOf(session);
	const source = await askSource(
		session,
		`Claim ${number} on ${question.cells.key}. source_id: who asserts it`,
		none,
		pages.map((page, index) => ({ value: `${pageMark}${index}`, name: `same page: ${pageName(session, page)}` })),
	);
	if (source === nothing) return false;
	const page = source.startsWith(pageMark) ? pages[Number(source.slice(pageMark.length))] : undefined;
	const claim: Entry = page === undefined ? { source_id: source } : { ...page };
	const ask = (column: string, suggestion?: string) =>
		askCell(session, "claims", claim, column, { suggestion, question });
	if (page === undefined) {
		await ask("reported_by");
		if (claim.reported_by !== undefined) await ask("via_source_id");
	}
	await ask("stance");
	await ask("value");
	if (page === undefined) {
		await ask("published_on", before.published_on);
		await ask("basis");
		await ask("url", before.source_id === source ? before.url : undefined);
	}
	await ask("note");
	question.claims.push(claim);
	return true;
}

async function askVerdict(session: Session, question: OpenQuestion): Promise<void> {
	const { cells, claims } = question;
	const ask = (column: string) => askCell(session, "propositions", cells, column, { question });
	await ask("verdict_status");
	await ask("verdict_value");
	await ask("verdict_confidence");
	await ask("verdict_basis");
	if (cells.verdict_status === "confirmed" || cells.verdict_status === "refuted") await ask("verdict_decided_on");
	if (claims.length > 0) await askDecisive(session, question);
}

/** Asks which claims the verdict of a question relies on. */
export async function askDecisive({ prompts }: Session, question: OpenQuestion): Promise<void> {
	const choices = question.claims.map((claim, index) => ({
		value: String(index + 1),
		name: [
			claim.source_id,
			claim.stance,
			claim.value ?? [claim.value_min, claim.value_max].join("–"),
			claim.published_on,
		]
			.filter((part) => part !== undefined && part !== "–")
			.join(" "),
	}));
	question.decisive_claims = await prompts.mark(
		"Decisive claims: without them the verdict would change (space marks, Enter ends)",
		choices,
		question.decisive_claims,
	);
}

async function askInterests(session: Session, question: OpenQuestion): Promise<void> {
	const { cells, claims, interests } = question;
	const answers =
		cells.type === "boolean"
			? ["true", "false"]
			: cells.type === "count"
				? ["higher", "lower"]
				: [...new Set([...claims.map(({ value }) => value), cells.verdict_value])];
	const { words } = columnMeaning("interests", "favours");
	const choices = [
		{ value: nothing, name: "(not coded)" },
		...words.map((value) => ({ value, name: value.replaceAll("_", " ") })),
	];
	for (const value of answers) {
		if (value === undefined) continue;
		const favours = await session.prompts.choose(`Whose interest does the answer ${value} serve?`, choices);
		if (favours !== nothing) interests.push({ value, favours });
	}
}
