import type { IDataObject } from 'n8n-workflow';

import type { IntercomRequest } from '../../../../nodes/Intercom/client/request';
import { finds, type Semantics } from './intercom';

/** A record with what lists and their parts need. */
export type Created = { id: string; created_at: number; role: string };

/** How a pretended workspace answers. */
export interface WorkspaceOptions {
	records: Created[];
	pageSize: number;
	semantics: Semantics;
	/** Records that lists show and searches don't find yet. */
	isIndexed?: (record: Created) => boolean;
	/** Whether lists begin with the oldest record; searches begin with the newest unless told otherwise. */
	oldestFirst?: boolean;
}

/** A workspace with one list and the search over it, both with cursors and totals. */
export class PretendedWorkspace {
	readonly requests: IntercomRequest[] = [];

	constructor(private readonly options: WorkspaceOptions) {}

	/** The requests for the list, as opposed to those of the search. */
	get listRequests(): IntercomRequest[] {
		return this.requests.filter(({ method }) => method === 'GET');
	}

	readonly send = async (request: IntercomRequest): Promise<IDataObject> => {
		this.requests.push(request);
		await Promise.resolve();
		const { records, isIndexed = () => true, oldestFirst = false } = this.options;
		if (request.method === 'GET')
			return this.page(sorted(records, oldestFirst), request.query?.starting_after);
		const { query, pagination, sort } = request.body as Record<string, IDataObject | undefined>;
		const found = records.filter(
			(record) => isIndexed(record) && finds(query ?? {}, record, this.options.semantics),
		);
		const ordered = sorted(found, sort?.order === 'ascending');
		return this.page(ordered, pagination?.starting_after);
	};

	private page(records: Created[], cursor: unknown): IDataObject {
		const start = cursor === undefined ? 0 : records.findIndex(({ id }) => id === cursor) + 1;
		const data = records.slice(start, start + this.options.pageSize);
		const isLast = start + data.length >= records.length;
		return {
			type: 'list',
			data,
			total_count: records.length,
			pages: { type: 'pages', ...(!isLast && { next: { starting_after: data.at(-1)?.id } }) },
		};
	}
}

function sorted(records: Created[], oldestFirst: boolean): Created[] {
	const newestFirst = [...records].sort(
		(a, b) => b.created_at - a.created_at || Number(a.id) - Number(b.id),
	);
	return oldestFirst ? newestFirst.reverse() : newestFirst;
}
