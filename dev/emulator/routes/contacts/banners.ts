import { changeContact, targetContact } from '../../contacts';
import { resourceNotFound } from '../../errors';
import type { Banner, Contact } from '../../records';
import { route, type Route } from '../../route';

/** Banners a contact sees (2.16 lines 9323-9443): all of the workspace's, until dismissed. */
export const contactBannerRoutes: Route[] = [
	route({
		operation: 'GET /contacts/{id}/banners',
		scope: 'read_write_users',
		handle(request) {
			const contact = targetContact(request);
			const open = [...request.state.banners.values()].filter(
				(banner) => !contact.dismissed_views.includes(viewId(banner, contact)),
			);
			return { type: 'list', data: open.map((banner) => presentBanner(banner, contact)) };
		},
	}),
	route({
		operation: 'POST /contacts/{id}/banners/{view_id}/dismiss',
		scope: 'read_write_users',
		handle(request) {
			const contact = targetContact(request);
			const { view_id } = request.params;
			const banners = [...request.state.banners.values()];
			if (!banners.some((banner) => viewId(banner, contact) === view_id)) throw resourceNotFound();
			if (!contact.dismissed_views.includes(view_id)) {
				changeContact(request, contact, {
					dismissed_views: [...contact.dismissed_views, view_id],
				});
			}
			return { type: 'banner_dismiss', view_id, dismissed: true };
		},
	}),
];

/** Every contact has a view of its own of each banner: digits made of both their ids. */
function viewId(banner: Banner, contact: Contact): string {
	return `${banner.id}${Number.parseInt(contact.id.slice(-6), 16)}`;
}

/** A banner in the shape of 2.16 `banner`. */
function presentBanner(banner: Banner, contact: Contact): object {
	return {
		type: 'banner',
		id: banner.id,
		view_id: viewId(banner, contact),
		title: banner.title,
		body: banner.body,
		style: banner.style,
		position: banner.position,
		show_dismiss_button: banner.show_dismiss_button,
		action: null,
		client_targeting: null,
		created_at: banner.created_at,
	};
}
