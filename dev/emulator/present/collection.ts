import type { HelpCenterCollection } from '../knowledge/records';
import type { EmulatorState } from '../state';

/** A collection in the shape of 2.16 `collection`. */
export function presentCollection(state: EmulatorState, collection: HelpCenterCollection): object {
	const { id, help_center_id, texts, order, parent_id, created_at, updated_at } = collection;
	const locales = state.helpCenters.get(help_center_id)?.locales ?? ['en'];
	const [defaultLocale] = locales;
	const translated = Object.entries(texts).map(([locale, content]) => [
		locale,
		{ type: 'group_content', name: content.name, description: content.description ?? '' },
	]);
	return {
		id,
		workspace_id: state.appId,
		name: texts[defaultLocale]?.name ?? '',
		description: texts[defaultLocale]?.description ?? null,
		created_at,
		updated_at,
		url: `https://help.example.com/acme/${defaultLocale}/collections/${id}`,
		icon: 'bookmark',
		order,
		parent_id,
		help_center_id: Number(help_center_id),
		...(locales.length === 1
			? {}
			: {
					default_locale: defaultLocale,
					translated_content: {
						type: 'group_translated_content',
						...Object.fromEntries(translated),
					},
				}),
	};
}
