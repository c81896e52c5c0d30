import type { IntercomClient } from '../client/client';
import { InputError } from '../engine/input-error';
import type { Completion, Parameter, Route } from '../engine/operation';
import { actingAdminLocator } from './locators';

/** The parameter that goes with the step `actingAdmin`, which sends its value. */
export const actingAdminParameter: Parameter = {
	...actingAdminLocator,
	wire: { ...actingAdminLocator.wire, to: 'none' },
};

/** The routes that this step may call. */
export const actingAdminRequests: Route[] = ['GET /me'];

/**
 * The admin in whose name an operation acts: the one a user chose, else the one that the token
 * belongs to, asked for once per execution (`GET /me`, intercom-api.md §3).
 *
 * @param chosen the value of a parameter such as `actingAdminLocator`, empty where nobody was chosen
 * @returns the ID, digits only
 * @throws InputError for what is not an ID of an admin
 */
export async function actingAdminId(client: IntercomClient, chosen: unknown): Promise<string> {
	const id = String(chosen ?? '') || String((await client.me()).id ?? '');
	if (/^\d+$/.test(id)) return id;
	throw new InputError(
		`A teammate must be given by a numeric ID, not ${JSON.stringify(id)}`,
		'Choose the teammate from the list, or leave the field empty to act as the one that the credential belongs to.',
	);
}

/** A step that sends the acting admin as `admin_id`; goes with `actingAdminParameter`. */
export const actingAdmin: Completion = async ({ client, values }) => ({
	admin_id: await actingAdminId(client, values.adminId),
});
