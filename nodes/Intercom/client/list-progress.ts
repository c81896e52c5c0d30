import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import { ExplainedError } from './explained-error';

/** Thrown where the pages of a list repeat, so that its end can't be reached. */
export class RepeatedPagesError extends ExplainedError {
	/**
	 * @param records how many records had been read
	 * @param reason what repeated, a full sentence
	 */
	constructor(records: number, reason: string) {
		super(
			`Intercom's list repeats itself after ${records} records`,
			`${reason} The list is incomplete, so none of it counts as read. Run again; if it happens again, ask for less at once, for example with a filter or a limit.`,
		);
		this.name = 'RepeatedPagesError';
	}
}

/** Pages in a row that may bring nothing new: some are empty because their records are gone. */
const maxPagesWithoutNews = 100;

function digestOf(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

/**
 * What tells the records of a page apart: their IDs, or their whole content where IDs are missing or
 * shared (the schema `data_event` of Intercom's description gives events the ID of their contact).
 */
function identitiesOf(records: IDataObject[]): string[] {
	const ids = records.map(({ id }) => id);
	const areOwn = new Set(ids).size === ids.length && !ids.includes(undefined);
	return areOwn ? ids.map(String) : records.map(digestOf);
}

/**
 * Watches over the reading of one list: counts its records, drops what numbered pages show twice, and
 * stops a reading that goes in circles. A response can thus neither make it run for ever nor pass
 * for the end of the list.
 */
export class ListProgress {
	/** How many different records there were so far. */
	records = 0;
	/** Whether a numbered page showed records of an earlier one: the list changed while it was read. */
	hasShifted = false;
	private readonly cursors = new Set<string>();
	/** First records of pages, with how many records or pages the list had then. */
	private readonly firstRecords = new Map<string, number | undefined>();
	private readonly known = new Set<string>();
	private withoutNews = 0;

	/**
	 * The records of the next page that a cursor leads to.
	 *
	 * @throws RepeatedPagesError when it begins like an earlier page, or after many empty pages
	 */
	acceptPage(records: IDataObject[]): IDataObject[] {
		if (records.length > 0 && this.beginsLikeAnother(digestOf(records[0]), undefined))
			throw this.repeated('Intercom sent a page that begins like an earlier one.');
		this.count(records.length);
		return records;
	}

	/**
	 * The records of the next numbered page that were on none before it. Where a list grows while it is
	 * read, records move to later pages, so a page may show again what another one did.
	 *
	 * @param total how many records or pages the list has, as this response says
	 * @throws RepeatedPagesError when it begins like an earlier page although the list has not grown
	 */
	acceptNumberedPage(records: IDataObject[], total: number): IDataObject[] {
		const identities = identitiesOf(records);
		if (records.length > 0 && this.beginsLikeAnother(identities[0], total))
			throw this.repeated('Intercom sent the same page for different page numbers.');
		const fresh = records.filter((_, index) => !this.known.has(identities[index]));
		for (const identity of identities) this.known.add(identity);
		this.hasShifted ||= fresh.length < records.length;
		this.count(fresh.length);
		return fresh;
	}

	/**
	 * Notes where the next page is.
	 *
	 * @returns false when a page before led there, too
	 */
	follow(cursor: unknown): boolean {
		const name = digestOf(cursor);
		if (this.cursors.has(name)) return false;
		this.cursors.add(name);
		return true;
	}

	/** The error for a reading that goes in circles. */
	repeated(reason: string): RepeatedPagesError {
		return new RepeatedPagesError(this.records, reason);
	}

	private beginsLikeAnother(firstRecord: string, total: number | undefined): boolean {
		const isKnown =
			this.firstRecords.has(firstRecord) && Object.is(this.firstRecords.get(firstRecord), total);
		this.firstRecords.set(firstRecord, total);
		return isKnown;
	}

	private count(fresh: number): void {
		this.records += fresh;
		this.withoutNews = fresh > 0 ? 0 : this.withoutNews + 1;
		if (this.withoutNews > maxPagesWithoutNews)
			throw this.repeated(
				`Intercom sent ${this.withoutNews} pages in a row with nothing new on them.`,
			);
	}
}
