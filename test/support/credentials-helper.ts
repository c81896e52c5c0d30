import { deepCopy, ICredentialsHelper, NodeHelpers, UnexpectedError, Workflow } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { itemSource, NodeTypeRegistry } from './node-types';

/** What a user stored: the credential type's name and the fields that were filled in. */
export interface StoredCredential {
	type: string;
	data: Record<string, unknown>;
}

/** n8n evaluates the expressions in credentials on behalf of a node; this one stands in for it. */
const evaluator: INode = {
	id: 'credential',
	name: 'Credential',
	type: 'credential',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/**
 * Plays the part of n8n's server for one stored credential: fills in defaults, evaluates expressions in
 * its fields and lets the credential type sign requests. n8n-core asks it for every request.
 */
export class SingleCredentialHelper extends ICredentialsHelper {
	private readonly types: Map<string, ICredentialType>;

	private readonly expression = new Workflow({
		nodes: [evaluator],
		connections: {},
		active: false,
		nodeTypes: new NodeTypeRegistry([[evaluator.type, itemSource()]]),
	}).expression;

	/**
	 * @param types all known credential types
	 * @param stored the credential that the node uses; undefined for a node without one
	 */
	constructor(
		types: ICredentialType[],
		private stored?: StoredCredential,
	) {
		super();
		this.types = new Map(types.map((type) => [type.name, type]));
	}

	getParentTypes(name: string): string[] {
		const parents = this.types.get(name)?.extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode(credentialType: string, nodeType: string): boolean {
		const type = this.types.get(credentialType);
		return !type?.restrictToSupportedNodes || (type.supportedNodes ?? []).includes(nodeType);
	}

	getCredentialsProperties(name: string): INodeProperties[] {
		const type = this.types.get(name);
		const inherited = this.getParentTypes(name).flatMap(
			(parent) => this.types.get(parent)?.properties ?? [],
		);
		return [...inherited, ...(type?.properties ?? [])];
	}

	private isolate?: Promise<boolean>;

	/** With n8n's vm engine expressions need an isolate; with the legacy one this does nothing. */
	private async prepareExpressions(): Promise<void> {
		this.isolate ??= this.expression.acquireIsolate();
		await this.isolate;
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		if (this.stored?.type !== type)
			throw new UnexpectedError(`No credential of type ${type} is stored`);
		const filled = {
			...this.stored.data,
			...NodeHelpers.getNodeParameters(
				this.getCredentialsProperties(type),
				deepCopy(this.stored.data) as INodeParameters,
				true,
				false,
				null,
				null,
			),
		} as INodeParameters;
		await this.prepareExpressions();
		const evaluated = this.expression.getComplexParameterValue(
			evaluator,
			filled,
			'internal',
			{},
			undefined,
			undefined,
			filled,
		);
		return evaluated as ICredentialDataDecryptedObject;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const request = requestOptions as IHttpRequestOptions;
		const authenticate = this.types.get(typeName)?.authenticate;
		if (authenticate === undefined) return request;
		if (typeof authenticate === 'function') return await authenticate(credentials, request);
		await this.prepareExpressions();
		const additions = this.expression.getComplexParameterValue(
			evaluator,
			authenticate.properties as INodeParameters,
			'internal',
			{ $credentials: credentials },
		) as Record<'headers' | 'qs' | 'body', IDataObject | undefined> &
			Pick<IHttpRequestOptions, 'auth'>;
		return mergeIntoRequest(request, additions);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		_node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		if (!credentialsExpired) return undefined;
		return await this.runPreAuthentication(helpers, credentials, typeName);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const result = await this.types.get(typeName)?.preAuthentication?.call(helpers, credentials);
		return result as ICredentialDataDecryptedObject | undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new UnexpectedError('Tests keep no encrypted credentials');
	}

	async updateCredentials(
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.stored = { type, data };
	}

	async updateCredentialsOauthTokenData(
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		await this.updateCredentials(nodeCredentials, type, data);
	}
}

function mergeIntoRequest(
	request: IHttpRequestOptions,
	additions: Record<'headers' | 'qs' | 'body', IDataObject | undefined> &
		Pick<IHttpRequestOptions, 'auth'>,
): IHttpRequestOptions {
	const merged: IHttpRequestOptions = {
		...request,
		headers: { ...request.headers, ...additions.headers },
		qs: { ...request.qs, ...additions.qs },
	};
	if (additions.body) merged.body = { ...(request.body as IDataObject), ...additions.body };
	if (additions.auth) merged.auth = additions.auth;
	return merged;
}
