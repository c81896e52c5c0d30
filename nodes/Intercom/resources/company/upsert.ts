import type { IDataObject } from 'n8n-workflow';

import { readError } from '../../client/intercom-error';
import type { IntercomRequest } from '../../client/request';
import type { Operation } from '../../engine/operation';
import {
	additionalFields,
	companyName,
	companySummary,
	customAttributes,
	ownCompanyId,
} from './fields';

/** Two creations of a company at once can end so (peers.md §3a, intercom-node #461). */
const createdMeanwhile = 'unique_company_constraint';

export const upsert = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update company',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	requests: ['POST /companies'],
	parameters: [
		{
			displayName:
				'The company is looked up by its company ID, which cannot be changed later. Intercom shows a new company only once a contact belongs to it: use the operation Attach Company of Contact.',
			name: 'upsertNotice',
			type: 'notice',
			default: '',
		},
		ownCompanyId,
		companyName,
		additionalFields,
		...customAttributes,
	],
	simplify: companySummary,
	record: (_values, body) => `/companies ${String(body.company_id)}`,
	run: async ({ client, body }) => {
		// The company ID makes the request idempotent (intercom-api.md §4, "Advice").
		const request: IntercomRequest = { method: 'POST', path: '/companies', body, repeatable: true };
		const response = await client.exchange(request, [400, 409, 422]);
		if (response.status < 300) return response.body as IDataObject;
		if (readError(response).code !== createdMeanwhile) throw client.refusal(request, response);
		return await client.send(request);
	},
} satisfies Operation;
