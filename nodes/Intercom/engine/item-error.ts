import {
	ApplicationError,
	BaseError,
	NodeApiError,
	NodeOperationError,
	type INode,
	type Logger,
} from 'n8n-workflow';

import { CancelledError } from '../client/clock';
import { ExplainedError } from '../client/explained-error';
import { shortened } from './input-error';

/** The errors that n8n shows well: with their own text, description and item. */
export type NodeFailure = NodeApiError | NodeOperationError;

/** The most characters of a title, and of a title and its description together. */
const longestTitle = 400;
const longestText = 820;
/** How much of a description's end is kept: there stand Intercom's code and the request ID. */
const keptEnd = 200;

/** A title with the item it is about. */
function titleOf(message: string, itemIndex?: number): string {
	const item = itemIndex === undefined ? '' : ` [item ${itemIndex}]`;
	// n8n's own errors may say it already.
	const title = message.endsWith(item) ? message.slice(0, message.length - item.length) : message;
	return `${shortened(title, longestTitle - item.length)}${item}`;
}

/** A description that fits beside its title, shortened where its middle was. */
function descriptionOf(description: string, title: string): string {
	const longest = longestText - title.length;
	if (description.length <= longest) return description;
	return shortened(description, longest - keptEnd) + description.slice(-keptEnd);
}

function operationError(
	node: INode,
	message: string,
	description = '',
	itemIndex?: number,
): NodeOperationError {
	const title = titleOf(message, itemIndex);
	const error = new NodeOperationError(node, title, { itemIndex });
	// n8n rewrites texts that contain words such as EPERM.
	error.message = title;
	error.description = description === '' ? undefined : descriptionOf(description, title);
	return error;
}

/** A fault of our own: the user reads what to do, the log keeps what a programmer needs. */
function faultError(
	node: INode,
	thrown: unknown,
	log: Logger,
	itemIndex?: number,
): NodeOperationError {
	const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown));
	log.error(`Fault in the Intercom node '${node.name}': ${name}: ${message}`, { stack });
	return operationError(
		node,
		'This item met a fault in the Intercom node',
		"It is not your fault. n8n's log says where it happened: please report that, with the operation, to the maintainers of the node. If the item writes to Intercom, look there before you run it again, because the request may have been carried out.",
		itemIndex,
	);
}

/**
 * Any failure as the error that n8n shows: from Intercom, from bad input, from an expression, or
 * from a fault of our own, whose details go to the log alone. Texts stay below 1,000 characters.
 *
 * @param itemIndex the item it is about; undefined for what concerns the whole node
 */
export function itemError(
	node: INode,
	thrown: unknown,
	log: Logger,
	itemIndex?: number,
): NodeFailure {
	if (thrown instanceof ExplainedError)
		return operationError(node, thrown.message, thrown.hint, itemIndex);
	if (thrown instanceof CancelledError) {
		const error = operationError(node, thrown.message);
		error.context.itemIndex = itemIndex;
		return error;
	}
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) {
		// The same error may stand for several items, such as a failed look-up they share.
		const own: NodeFailure = Object.assign(Object.create(Object.getPrototypeOf(thrown)), thrown);
		own.message = titleOf(thrown.message, itemIndex);
		own.description = thrown.description && descriptionOf(thrown.description, own.message);
		own.stack = thrown.stack;
		own.context = { ...thrown.context, itemIndex };
		return own;
	}
	// What n8n throws itself, for expressions for instance, is written for users.
	if (thrown instanceof BaseError || thrown instanceof ApplicationError) {
		const error = new NodeOperationError(node, thrown, { itemIndex });
		error.message = shortened(error.message, longestTitle);
		return error;
	}
	return faultError(node, thrown, log, itemIndex);
}

/** The whole text of an error, for an item's `error` field: what happened and what to do. */
export function errorText(error: NodeFailure): string {
	const description = error.description ?? '';
	return description === '' ? error.message : `${error.message}. ${description}`;
}
