/** The number of letters to add, drop or change to turn one text into the other (Levenshtein). */
function distance(from: string, to: string): number {
	let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let row = 1; row <= from.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= to.length; column += 1) {
			const change = from[row - 1] === to[column - 1] ? 0 : 1;
			current[column] = Math.min(
				previous[column] + 1,
				current[column - 1] + 1,
				previous[column - 1] + change,
			);
		}
		previous = current;
	}
	return previous[to.length];
}

/** Longer names than this are not compared: the work grows with the square of the length. */
const longestName = 100;

/**
 * The known names that a mistyped one may stand for, best first, at most three.
 *
 * @param ownPart the part of a name that counts: users leave out or add prefixes such as
 * `custom_attributes.`
 */
export function suggestNames(
	typed: string,
	known: Iterable<string>,
	ownPart: (name: string) => string,
): string[] {
	const reduced = (name: string) => ownPart(name).slice(0, longestName).toLowerCase();
	const wanted = reduced(typed);
	const limit = Math.max(1, Math.floor(wanted.length / 3));
	return [...known]
		.map((name) => ({ name, away: distance(wanted, reduced(name)) }))
		.filter(({ away }) => away <= limit)
		.sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1))
		.slice(0, 3)
		.map(({ name }) => name);
}
