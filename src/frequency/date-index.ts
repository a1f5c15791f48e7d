import { addDays, daysBetween, endOf, type Period, periods, periodsBetween, startOf } from "../calendar/days.js";
import type { Observation } from "../records/records.js";

/** Length of a period: of a calendar, or so many days counted from the first observed day, such as `14 days`. */
export type Step = Period | `${number} days`;

/** The periods that cover an observed window, without gap or overlap. */
export interface DateIndex {
	readonly by: Step;
	/** First days, earliest first. */
	readonly starts: readonly string[];
	/** First day of the period that holds a day. */
	readonly startOf: (day: string) => string;
	/** Last day of the period that begins on a day. */
	readonly endOf: (start: string) => string;
}

/**
 * The date index of a window.
 *
 * @throws `unknown period: fortnight (known: day, week, …, or a number of days such as 14 days)`
 * @example
 * dateIndex("14 days", { observed_from: "2024-01-01", observed_to: "2024-01-20" }).starts // → ["2024-01-01", "2024-01-15"]
 */
export function dateIndex(
	by: Step,
	{ observed_from: from, observed_to: to }: Pick<Observation, "observed_from" | "observed_to">,
): DateIndex {
	const days = Number(/^([1-9]\d*) days$/.exec(by)?.[1]);
	if (days > 0) {
		const count = Math.floor(daysBetween(from, to) / days) + 1;
		return {
			by,
			starts: Array.from({ length: count }, (_, index) => addDays(from, index * days)),
			startOf: (day) => addDays(from, Math.floor(daysBetween(from, day) / days) * days),
			endOf: (start) => addDays(start, days - 1),
		};
	}
	const period = periods.find((each) => each === by);
	if (period === undefined)
		throw new RangeError(`unknown period: ${by} (known: ${periods.join(", ")}, or a number of days such as 14 days)`);
	const starts = periodsBetween(period, from, to);
	return {
		by,
		starts,
		startOf: remembered((day) => startOf(period, day)),
		endOf: remembered((start) => endOf(period, start)),
	};
}

/** The days of a window are few and incidents may be many: what was asked of a day is kept. */
function remembered(ask: (day: string) => string): (day: string) => string {
	const known = new Map<string, string>();
	return (day) => {
		const answer = known.get(day) ?? ask(day);
		known.set(day, answer);
		return answer;
	};
}
