/** Where each kind of numbered record starts, so that ids of different kinds never look alike. */
const FIRST_NUMBER = {
	admin: 991_267_459,
	team: 991_267_900,
	tag: 101,
	note: 26,
	message: 403_918_396,
	conversation: 613,
	conversationPart: 23_785_901,
	conversationAttribute: 8,
	dataAttribute: 37,
	subscriptionType: 91,
	banner: 486_517,
	plan: 1_650_001,
	awayStatusReason: 12_345,
	article: 55,
	articleText: 1_170,
	articleVersion: 2_001,
	helpCenter: 79,
	helpCenterCollection: 159,
	helpCenterRedirect: 310,
	internalArticle: 4_801,
	contentSnippet: 7_123,
	contentSource: 33,
	externalPage: 18,
	brand: 3,
	macro: 456,
	ticketType: 88,
	ticketTypeAttribute: 196,
	ticketState: 8_481,
	ticketNumber: 33,
	ticketPart: 175,
	job: 20,
} as const;

/** A kind of record whose ids are digits. */
export type NumberedRecord = keyof typeof FIRST_NUMBER;

/**
 * Ids in Intercom's shapes: 24 hexadecimal digits for contacts, companies and segments, digits for
 * the rest (2.16 examples). The same seed gives the same ids in the same order.
 */
export class Identifiers {
	private readonly prefix: string;
	private objects = 0;
	private readonly numbers = new Map<NumberedRecord, number>();

	/** @param seed whole number that all ids are derived from */
	constructor(seed: number) {
		this.prefix = `6762f0cd${seed.toString(16).padStart(10, '0').slice(-10)}`;
	}

	/** The next id of 24 hexadecimal digits; ids sort in the order they were given out. */
	nextObjectId(): string {
		this.objects += 1;
		return this.prefix + this.objects.toString(16).padStart(6, '0');
	}

	/** The next id of digits for that kind of record. */
	nextNumber(kind: NumberedRecord): string {
		const next = (this.numbers.get(kind) ?? FIRST_NUMBER[kind] - 1) + 1;
		this.numbers.set(kind, next);
		return String(next);
	}
}
