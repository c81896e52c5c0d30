import type { EmulatorState } from '../state';

/**
 * Fills a new workspace with what its owner has set up besides people and knowledge: audiences,
 * two brands, macros for everybody and for one team, and a website that Intercom reads pages from by itself.
 * @param at when all of it was made, in Unix seconds
 */
export function seedSettings(state: EmulatorState, at: number): void {
	const dates = { created_at: at, updated_at: at };
	seedAudiences(state, dates);
	seedBrands(state, dates);
	seedMacros(state, at);
	const source = state.identifiers.nextNumber('contentSource');
	state.contentSources.set(source, {
		id: source,
		sync_behavior: 'automatic',
		status: 'active',
		url: 'https://www.example.com',
		audience_ids: [],
		last_synced_at: at,
		...dates,
	});
}

function seedAudiences(
	state: EmulatorState,
	dates: { created_at: number; updated_at: number },
): void {
	for (const [id, name] of [
		['801', 'Customers on Trial'],
		['802', 'Customers on a Paid Plan'],
	])
		state.audiences.set(id, { id, name, predicates: [], role_predicates: [], ...dates });
}

function seedBrands(state: EmulatorState, dates: { created_at: number; updated_at: number }): void {
	const [center] = state.helpCenters.keys();
	const brands = [
		{ id: state.appId, name: 'Acme', is_default: true },
		{ id: state.identifiers.nextNumber('brand'), name: 'Acme Premium', is_default: false },
	];
	for (const brand of brands) {
		state.brands.set(brand.id, {
			...brand,
			help_center_id: center,
			default_address_settings_id: '13',
			...dates,
		});
	}
}

function seedMacros(state: EmulatorState, at: number): void {
	const [team] = state.teams.keys();
	const macros = [
		{ name: 'Ask for Order Number', text: 'which order is it about?', teams: [] },
		{ name: 'Offer Refund', text: 'we can refund your order.', teams: [team] },
		{ name: 'Say Thanks', text: 'thank you for writing.', teams: [] },
	];
	for (const [index, { name, text, teams }] of macros.entries()) {
		const id = state.identifiers.nextNumber('macro');
		state.macros.set(id, {
			id,
			name,
			body: `<p>Hi <attribute key="user.first_name" default="there"/>, ${text}</p>`,
			body_text: `Hi {{user.first_name|fallback:"there"}}, ${text}`,
			visible_to_team_ids: teams,
			available_on: ['inbox', 'messenger'],
			created_at: at,
			updated_at: at + index,
		});
	}
}
