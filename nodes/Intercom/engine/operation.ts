import type {
	IBinaryData,
	IDataObject,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { IntercomClient } from '../client/client';
import type { DownloadedFile, DownloadLimits, RemoteFile } from '../client/download';
import type { Page } from '../client/paginate';
import type { Partition } from '../client/split';
import type { Span } from '../search/days';
import type { JsonShape } from './json';

/** The HTTP methods that occur in Intercom's routes (2.16: GET, POST, PUT, DELETE and one PATCH). */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * A method and a path as Intercom's description writes them, e.g. `PUT /contacts/{contactId}`.
 * Variables in braces are names of parameters.
 */
export type Route = `${Method} /${string}`;

/**
 * How a value is written for Intercom when the parameter's type does not say it already:
 * - `id`: an identifier; Inbox URLs and prefixed ids (`conversation_123`) are reduced to the bare id
 * - `numericId`: the same, refused unless it consists of digits; sent as text
 * - `integerId`: the same, sent as a number where Intercom's description asks for an integer
 * - `seconds`: a date as Unix seconds
 * - `isoDate`: a date as ISO 8601 text in UTC
 * - `commaList`: text such as `a, b` as an array of strings
 * - `integerIdList`: the same as an array of numeric identifiers
 * - `commaText`: a list as one text `a,b`, for query strings
 * - `json`: text parsed as JSON
 * - a function, for what only one parameter needs: it gets the value in the parameter's own type
 *   (text or a list of texts, a number, a choice …) and throws an `InputError` on bad input
 */
export type Conversion =
	| 'id'
	| 'numericId'
	| 'integerId'
	| 'seconds'
	| 'isoDate'
	| 'commaList'
	| 'integerIdList'
	| 'commaText'
	| 'json'
	| ((value: unknown) => unknown);

/** Where and how a parameter's value travels, where that differs from the convention. */
export interface Wire {
	/** The name Intercom uses, when it is not the parameter's own name in snake_case. Dots nest: `from.id`. */
	name?: string;
	/** `none` keeps the value in the node: it steers the operation instead of being sent. */
	to?: 'query' | 'body' | 'none';
	/** The conversion, when the parameter's type does not tell. */
	as?: Conversion;
	/** What JSON must hold; other JSON is refused. */
	shape?: JsonShape;
	/**
	 * Null empties the field in Intercom. Elsewhere null counts as left empty; where a record is
	 * changed it is refused, because the field would keep its value.
	 */
	clearable?: true;
	/** The most characters of a text that Intercom takes, counted as Unicode code points. */
	maxLength?: number;
	/** The converted value is an object whose members are sent at the top level. */
	spread?: true;
	/**
	 * The rows of a fixed collection are sent as one object, by the value of this field of theirs
	 * (its wire name): `{ en: { title } }`. A row with nothing else but `value` becomes that value.
	 */
	keyedBy?: string;
}

/** One group of a fixed collection: INodePropertyCollection with our parameters inside. */
export interface ParameterGroup extends Omit<INodePropertyCollection, 'values'> {
	values: Parameter[];
}

/** An n8n parameter plus what the engine must know to send it. `wire` never reaches n8n. */
export interface Parameter extends Omit<INodeProperties, 'options'> {
	options?: Array<INodePropertyOptions | Parameter | ParameterGroup>;
	wire?: Wire;
}

/** Says that an operation answers with a list, and how that list is asked for. */
export interface ListSettings {
	/** Where the records stand in the answer; dots nest (`data.articles`). Undefined: found by looking. */
	key?: string;
	/** The largest page that Intercom gives (intercom-api.md §5); undefined where the size can't be chosen. */
	pageSize?: { default: number; max: number };
	/**
	 * Where page size and page or cursor are written: most searches take them in the body's
	 * `pagination`, some as fields of the body itself (`bodyFields`).
	 */
	pagingIn?: 'query' | 'body' | 'bodyFields';
	/** True where Intercom answers with all records at once: Limit then only cuts the output. */
	unpaged?: true;
	/** Offers a starting cursor (`starting_after`), for lists with cursor paging. */
	cursor?: true;
	/** Lets "Return All" read a large list in parts side by side. */
	parts?: ListParts;
}

/** How a list is cut into parts that can be read side by side, by the time records were created. */
export interface ListParts {
	/** Whether large lists are read so unless the user says otherwise, or only where the user asks for it. */
	byDefault: boolean;
	/** Makes the parts of one list; undefined where it can't be cut. */
	of(
		request: ListRequest,
		client: IntercomClient,
	): Promise<Partition<Span, ListRequest> | undefined>;
}

/**
 * The flat fields of a simplified record: output name to where the value stands. `true` means the
 * field of the same name; dots nest and pass through arrays (`tags.data.name` gives all names).
 */
export type SimplifiedFields = Record<string, true | string>;

/** What an operation with a `run` function gets for one item. */
export interface OperationContext {
	/** The index of the input item, from 0. */
	itemIndex: number;
	/** The user's values by parameter name, evaluated, converted, children of collections at the top level. */
	values: Values;
	/** What the conventions make of the parameters: the body (snake_case names, Intercom's types). */
	body: IDataObject;
	/** What the conventions make of the parameters: the query string. */
	query: IDataObject;
	/** Sends requests; shares limits, retries and errors with every other operation. */
	client: IntercomClient;
	/**
	 * Reads the records of a list up to the user's limit, honouring Return All, Limit and page size. To
	 * be handed on as the result: pages are read when it is their turn.
	 * @param keep drops records that the user did not ask for before they count towards the limit
	 */
	list(request: ListRequest, keep?: (record: IDataObject) => boolean): Records;
	/**
	 * Takes the records of pages that the operation reads itself, up to the user's limit; asks for no
	 * page after that.
	 */
	collect(pages: AsyncIterable<Page>): Records;
	/** How many records of a list the user wants: Infinity for all, 1 for a page as Intercom sends it. */
	wanted: number;
	/** What operations of this execution remember for each other, by a name of their own. */
	memory: Map<string, unknown>;
	/** Binary data of the input item. */
	binary: {
		/** The content of a binary property of the input item. */
		read(property: string): Promise<{ data: Buffer; description: IBinaryData }>;
		/** Makes binary data for the output. */
		write(data: Buffer, fileName: string, mimeType?: string): Promise<IBinaryData>;
		/**
		 * Fetches a file from an address of its own straight into binary data for the output, without
		 * the credential and without holding it in memory.
		 *
		 * @throws FileTooLargeError when it has more than `maxBytes` bytes
		 * @throws IntercomError when it can't be had, or its address is private and that is not allowed
		 */
		download(
			file: RemoteFile,
			limits: Pick<DownloadLimits, 'maxBytes' | 'allowPrivateAddresses'>,
		): Promise<DownloadedFile>;
	};
	/** The time zone of the workflow, an IANA name. */
	timezone: string;
}

/** A request for a list made by an operation with a `run` function. */
export interface ListRequest {
	method: Method;
	path: string;
	query?: IDataObject;
	body?: IDataObject;
	headers?: IDataObject;
	list: ListSettings;
}

/** Records, at once or page by page; a long list is never held twice that way. */
export type Records = IDataObject[] | AsyncIterable<IDataObject[]>;

/** What `run` returns for one item: records, or records with binary data. */
export type OperationResult = IDataObject | Records | OutputWithBinary | OutputWithBinary[];

/**
 * A step that gives fields for the body which have to be asked for or read first, such as the admin
 * that a token belongs to or the content of a file. Several operations can share it.
 */
export type Completion = (context: OperationContext) => Promise<IDataObject>;

/** One output item with files attached. */
export interface OutputWithBinary {
	json: IDataObject;
	binary: Record<string, IBinaryData>;
}

/** Evaluated parameters by name. */
export type Values = Record<string, unknown>;

/**
 * One thing the node can do. Everything the engine needs stands here; adding an operation adds
 * one such object and changes nothing else (design.md "One idea").
 */
export interface Operation {
	/** As shown in the Operation drop-down, Title Case. */
	name: string;
	/** The operation's value; its file has the same name. */
	value: string;
	/** Sentence case, no article: shown in n8n's node list and given to AI models as the tool's purpose. */
	action: string;
	/** One sentence on what it does. */
	description: string;
	/** The route, for an operation that is one request. */
	request?: Route;
	/**
	 * The routes that a `run` function or a step of `complete` may call: for the coverage table and
	 * the contract tests.
	 */
	requests?: Route[];
	/** Does the work of an operation that needs several calls, for one item. */
	run?: (context: OperationContext) => Promise<OperationResult>;
	/** What the user fills in, in the order shown. */
	parameters: Parameter[];
	/** Constants that Intercom wants beside the user's fields, merged into the body. */
	body?: IDataObject;
	/** Constants that Intercom wants in the query string. */
	query?: IDataObject;
	/** Steps taken before the request of a route is sent; what they give is merged into its body. */
	complete?: Completion[];
	/** Sends a body with DELETE. Intercom wants one in a few places (intercom-api.md §10). */
	bodyOnDelete?: true;
	/** Takes the useful part out of Intercom's answer; dots nest. */
	responseKey?: string;
	/** Makes the output of the answer to a route's request, where it is not handed on as it is. */
	transform?: (answer: IDataObject, context: OperationContext) => Promise<OperationResult>;
	/** The answer is a list. */
	list?: ListSettings;
	/** The fields that "Simplify" keeps, null where a record lacks them; absent where answers are small. */
	simplify?: SimplifiedFields;
	/**
	 * Whether repeating the request after an unclear failure is harmless. By default GET, PUT and
	 * DELETE are, POST and PATCH are not (intercom-api.md §4, "Advice").
	 */
	repeatable?: boolean;
	/**
	 * Names the record an item is about, by several names where it can be found in several ways. Items
	 * that share a name run one after the other in input order, and never at the same time as those of
	 * another execution in this process. By default the first path variable of a route that writes.
	 */
	record?: (values: Values, body: IDataObject) => string | string[] | undefined;
	/**
	 * Whether the values ask for a change. A PUT that asks for none is refused as nothing to update. By
	 * default those ask for one that put a field into the body.
	 */
	changes?: (values: Values, body: IDataObject) => boolean;
	/** Checks values that belong together before anything is sent; throws an `InputError`. */
	check?: (values: Values, body: IDataObject) => void;
	/** Says that Intercom's response may be empty, and what to give then. Elsewhere it is a fault. */
	emptyAnswer?: IDataObject;
}

/** A kind of thing in Intercom, with what can be done with it. */
export interface Resource {
	/** As shown in the Resource drop-down, singular, Title Case. */
	name: string;
	value: string;
	/** Its operations, alphabetical by name. */
	operations: Operation[];
}
