import './n8n-environment';

import { LoadOptionsContext } from 'n8n-core';
import type {
	ICredentialType,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	INodeType,
	ResourceMapperFields,
} from 'n8n-workflow';

import { additionalDataFor } from './additional-data';
import { loadCredentialTypes, loadNode, nodeTypeName } from './compiled-package';
import { SingleCredentialHelper } from './credentials-helper';
import type { StoredCredential } from './credentials-helper';
import { buildWorkflow } from './workflow';

/** Which method of a node to call, and what the user has filled in so far. */
export interface MethodOptions {
	/** The method's name, e.g. `searchContacts`. */
	method: string;
	/** The node's parameters as the editor sends them; default: none. */
	parameters?: Record<string, unknown>;
	credentials?: StoredCredential;
	/** The path of the parameter whose drop-down is open, for methods that read its neighbours. */
	path?: string;
	/** Default: the compiled node of this package. */
	nodeType?: INodeType;
	/** Default: the credential types of this package. */
	credentialTypes?: ICredentialType[];
}

/**
 * Opens or pages a resource locator's list, as the editor does.
 *
 * @throws Error when the node has no such method, or whatever the method throws
 */
export async function searchList(
	options: MethodOptions & { filter?: string; paginationToken?: string },
): Promise<INodeListSearchResult> {
	const { context, nodeType } = prepare(options);
	const method = nodeType.methods?.listSearch?.[options.method] ?? missing(options.method);
	return await method.call(context, options.filter, options.paginationToken);
}

/** Fills a drop-down, as the editor does. Throws like {@link searchList}. */
export async function loadOptions(options: MethodOptions): Promise<INodePropertyOptions[]> {
	const { context, nodeType } = prepare(options);
	const method = nodeType.methods?.loadOptions?.[options.method] ?? missing(options.method);
	return await method.call(context);
}

/** Asks for a resource mapper's fields, as the editor does. Throws like {@link searchList}. */
export async function resourceMapping(options: MethodOptions): Promise<ResourceMapperFields> {
	const { context, nodeType } = prepare(options);
	const method = nodeType.methods?.resourceMapping?.[options.method] ?? missing(options.method);
	return await method.call(context);
}

function prepare(options: MethodOptions): { context: LoadOptionsContext; nodeType: INodeType } {
	const nodeType = options.nodeType ?? loadNode();
	const { workflow, node } = buildWorkflow({
		...options,
		nodeType,
		typeName: options.nodeType ? undefined : nodeTypeName(nodeType),
	});
	const helper = new SingleCredentialHelper(
		options.credentialTypes ?? loadCredentialTypes(),
		options.credentials,
	);
	const additionalData = additionalDataFor(helper, {
		currentNodeParameters: node.parameters as INodeParameters,
	});
	const context = new LoadOptionsContext(workflow, node, additionalData, options.path ?? '');
	return { context, nodeType };
}

function missing(method: string): never {
	throw new Error(`The node has no method ${method}`);
}
