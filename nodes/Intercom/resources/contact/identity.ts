import type { IDataObject } from 'n8n-workflow';

/**
 * Names a contact by what it is found by before Intercom has given it an ID: its email, its external
 * ID, or both. Contacts that could turn out to be the same share a name.
 */
export function contactNames({ email, external_id: externalId }: IDataObject): string[] {
	const names: string[] = [];
	if (email) names.push(`/contacts email ${String(email).toLowerCase()}`);
	if (externalId) names.push(`/contacts external_id ${String(externalId)}`);
	return names;
}
