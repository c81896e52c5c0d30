import { Agent } from 'node:http';

import axios, { type AxiosResponse } from 'axios';
import { IntercomClient } from 'intercom-client';
import type { IDataObject } from 'n8n-workflow';

import { inPool } from './pool';
import { distinctIds, type Way } from './way';

const poolSize = 10;

interface ContactPage {
	data: IDataObject[];
	pages?: { next?: { starting_after?: string } };
}

/** Intercom's official SDK, ten requests at a time. */
export const sdk: Way = {
	name: 'Official SDK, pool of 10',
	update: async (task, ids) => {
		const client = new IntercomClient({ token: task.token, environment: task.url });
		return await inPool(ids, poolSize, async (id, index) => {
			await client.contacts.update({ contact_id: id, name: `Renamed ${index}` });
		});
	},
};

function axiosFor(url: string, token: string) {
	return axios.create({
		baseURL: url,
		headers: { Authorization: `Bearer ${token}`, 'Intercom-Version': '2.16' },
		httpAgent: new Agent({ keepAlive: true }),
	});
}

/** Bare axios: ten at a time without regard for the limit, or a plain loop over the cursor. */
export const rawAxios: Way = {
	name: 'Raw axios',
	update: async (task, ids) => {
		const http = axiosFor(task.url, task.token);
		return await inPool(ids, poolSize, async (id, index) => {
			await http.put(`/contacts/${id}`, { name: `Renamed ${index}` });
		});
	},
	list: async (task) => {
		const http = axiosFor(task.url, task.token);
		const records: IDataObject[] = [];
		for (let cursor: string | undefined = ''; cursor !== undefined;) {
			const params: Record<string, unknown> = {
				per_page: 150,
				...(cursor !== '' && { starting_after: cursor }),
			};
			const { data }: AxiosResponse<ContactPage> = await http.get('/contacts', { params });
			for (const record of data.data) records.push(record);
			cursor = data.pages?.next?.starting_after;
		}
		return { succeeded: records.length, failed: 0, distinct: distinctIds(records) };
	},
};
