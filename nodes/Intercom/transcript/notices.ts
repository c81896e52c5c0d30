import type { Fitted } from './fit';

/** How much of a conversation Intercom returned. */
export interface Returned {
	/** Parts in the answer. */
	parts: number;
	/** Parts that are not in it. */
	missing: number;
}

/** No list of notices is longer than this, in characters. */
export const longestNotices = 300;

/**
 * Says what a transcript lacks, sentence by sentence without final periods; nothing where it lacks
 * nothing.
 *
 * @param maxLength the limit that entries were left out for
 */
export function noticesOf(
	{ parts, missing }: Returned,
	{ leftOut, cut }: Fitted,
	maxLength: number,
): string[] {
	const limit = `to keep within ${maxLength} characters`;
	const notices: string[] = [];
	if (missing > 0)
		notices.push(
			`${missing} earlier parts are missing: Intercom returned only the newest ${parts} of ${parts + missing}`,
		);
	if (leftOut > 0) notices.push(`${leftOut} entries are left out ${limit}`);
	if (cut) notices.push(`Long texts are cut ${limit}`);
	return notices;
}
