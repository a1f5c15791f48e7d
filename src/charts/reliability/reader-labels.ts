import type { ReaderAgreement, ReaderAgreementRow } from "../../reliability/agreement/reader-agreement.js";
import { countLabel, excludedLabel } from "../parts/labels.js";

const whole = (count: number): string => count.toLocaleString("en");

/** How many readers the verdicts have, and whether they agree, in one short sentence. */
export function readersLabel({ questions, read_twice, disputed }: ReaderAgreement): string {
	return read_twice === 0
		? "The data hold no second reading of a verdict."
		: `${whole(read_twice)} of ${countLabel(questions, "question")} have two readers, who differ on ${whole(disputed.length)}.`;
}

/** The same for the notes: agreement beyond chance, with n, interval and what is excluded. */
export function readersNotes(agreement: ReaderAgreement): string[] {
	const { readers, questions, read, read_twice, rows } = agreement;
	if (read_twice === 0)
		return [
			`No question of ${whole(questions)} has two readings in readings.csv (${whole(read)} have one), so the agreement of readers cannot be computed. The codebook reports how often the coders agreed.`,
		];
	return [
		`${readersLabel(agreement)} The verdict itself is no reading. Readers differ if their statuses differ, or if both name a value and the values differ.`,
		...rows
			.filter(({ n, coefficient }) => n > 0 && (coefficient === "krippendorff_alpha" || readers.length < 4))
			.map(agreementNote),
		"Alpha and kappa are 1 for full agreement and 0 for chance. Their intervals resample whole incidents, because questions about one incident are correlated.",
	];
}

function agreementNote({
	part,
	coefficient,
	reader,
	other,
	estimate,
	low,
	high,
	n,
	same,
	incidents,
	excluded,
}: ReaderAgreementRow): string {
	const name =
		coefficient === "krippendorff_alpha" ? "Krippendorff's alpha" : `Cohen's kappa of ${reader} and ${other}`;
	const interval =
		low === null || high === null
			? "too few incidents for an interval"
			: `95% interval ${low.toFixed(2)} to ${high.toFixed(2)}`;
	const found = estimate === null ? "not defined, because all say the same" : `${estimate.toFixed(2)} (${interval})`;
	return `${name}, by ${part}: ${found}; ${whole(same)} of ${countLabel(n, "question")} about ${countLabel(incidents, "incident")} the same. ${excludedLabel(excluded, "question")}`;
}
