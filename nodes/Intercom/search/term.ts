import type { IDataObject } from 'n8n-workflow';

import type { Span } from './days';
import type { Operator, Scalar, Tree } from './filter';

/** A filter as Intercom takes it. */
export interface WireFilter {
	field: string;
	operator: Operator;
	value: Scalar | Scalar[];
}

/** A checked condition that Intercom decides: it is sent as it stands. */
export interface PlainTerm {
	kind: 'plain';
	filter: WireFilter;
	/** The value in a record; undefined where the record does not tell. */
	read: (record: IDataObject) => unknown;
	/** Records never tell the value. */
	opaque: boolean;
}

/** A checked condition on a date. */
export interface DateTerm {
	kind: 'date';
	field: string;
	/** The moments the user asks for. */
	wanted: Span[];
	/** What Intercom is asked: the wanted moments, or more where it can't be said exactly. */
	sent: Tree<WireFilter>;
	/** All moments that Intercom may find with `sent`, span by span. */
	found: Span[];
	/** The value in a record; undefined where the record does not tell. */
	read: (record: IDataObject) => unknown;
}

/** A condition whose field, operator and value have been checked. */
export type Term = PlainTerm | DateTerm;

/** Whether Intercom's answer to a condition has to be filtered in the node. */
export function isWidened(term: Term): term is DateTerm {
	if (term.kind !== 'date') return false;
	const { wanted, found } = term;
	return found.some(
		(span, index) => span.start !== wanted[index].start || span.end !== wanted[index].end,
	);
}

/** Whether only Intercom can decide a condition. */
export function isOpaque(term: Term): term is PlainTerm {
	return term.kind === 'plain' && term.opaque;
}
