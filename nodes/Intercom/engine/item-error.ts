import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';

import { CancelledError } from '../client/clock';
import { ExplainedError } from '../client/explained-error';

/** The errors that n8n shows well: with their own text, description and item. */
export type NodeFailure = NodeApiError | NodeOperationError;

function operationError(
	node: INode,
	message: string,
	description: string | undefined,
	itemIndex: number,
): NodeOperationError {
	const error = new NodeOperationError(node, message, { description, itemIndex });
	// n8n rewrites texts that contain words such as EPERM (n8n-platform.md §6.2).
	error.message = message;
	return error;
}

/**
 * Any failure of one item as the error that n8n shows, with the item's index: from Intercom, from
 * bad input, from an expression, or from a fault of our own.
 */
export function itemError(node: INode, thrown: unknown, itemIndex: number): NodeFailure {
	if (thrown instanceof ExplainedError)
		return operationError(node, `${thrown.message} [item ${itemIndex}]`, thrown.hint, itemIndex);
	if (thrown instanceof CancelledError)
		return operationError(node, thrown.message, undefined, itemIndex);
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) {
		// The same error may stand for several items, such as a failed look-up they share.
		const own: NodeFailure = Object.assign(Object.create(Object.getPrototypeOf(thrown)), thrown);
		own.message = `${thrown.message} [item ${itemIndex}]`;
		own.stack = thrown.stack;
		own.context = { ...thrown.context, itemIndex };
		return own;
	}
	if (thrown instanceof Error) return new NodeOperationError(node, thrown, { itemIndex });
	return new NodeApiError(node, { message: String(thrown) } as JsonObject, { itemIndex });
}

/** The whole text of an error, for an item's `error` field: what happened and what to do. */
export function errorText(error: NodeFailure): string {
	const description = error.description ?? '';
	return description === '' ? error.message : `${error.message}. ${description}`;
}
