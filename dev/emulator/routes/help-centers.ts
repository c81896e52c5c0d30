import { bodyOf, text } from '../body-schema';
import { IntercomError, parameterInvalid, resourceNotFound } from '../errors';
import type { HelpCenter, HelpCenterRedirect } from '../knowledge/records';
import { target } from '../knowledge/wording';
import { numberedPage, PAGE_QUERY } from '../pagination';
import { route, type Route, type RouteRequest, type Workspace } from '../route';

/** Page size of redirects (2.16 `GET …/redirects`). */
const PAGE = { default: 50, maximum: 250 };

/** Body of 2.16 `create_help_center_redirect_request`. */
interface RedirectBody {
	from_url: string;
	locale: string;
	target_type: string;
	target_id: string;
}

const CENTER = '/help_center/help_centers/{help_center_id}';

/** Help centers, read only, and their redirects (2.16, Help Center). */
export const helpCenterRoutes: Route[] = [
	route({
		operation: 'GET /help_center/help_centers',
		scope: 'read_articles',
		handle: ({ state }) => ({
			type: 'list',
			data: [...state.helpCenters.values()].map((center) => present(state.appId, center)),
		}),
	}),
	route({
		operation: `GET ${CENTER}`,
		scope: 'read_articles',
		handle: (request) => present(request.state.appId, targetCenter(request)),
	}),
	route({
		operation: `GET ${CENTER}/redirects`,
		scope: 'read_help_center_redirects',
		query: PAGE_QUERY,
		handle(request) {
			const { id } = targetCenter(request);
			const redirects = request.state.helpCenterRedirects.find('helpCenter', id).reverse();
			const { rows, total, pages } = numberedPage(request, redirects, PAGE);
			return { type: 'list', pages, total_count: total, data: rows.map(presentRedirect) };
		},
	}),
	route<RedirectBody>({
		operation: `POST ${CENTER}/redirects`,
		scope: 'write_help_center_redirects',
		body: bodyOf({ from_url: text, locale: text, target_type: text, target_id: text }, [
			'from_url',
			'locale',
			'target_type',
			'target_id',
		]),
		handle(request) {
			const { state, clock, body } = request;
			const center = targetCenter(request);
			const { target_type: targetType } = body;
			if (targetType !== 'article' && targetType !== 'collection') {
				throw parameterInvalid("target_type must be 'article' or 'collection'", 'target_type');
			}
			refuseAddress(request, center, body.from_url);
			refuseTarget(request, body);
			const redirect: HelpCenterRedirect = {
				id: state.identifiers.nextNumber('helpCenterRedirect'),
				help_center_id: center.id,
				...body,
				target_type: targetType,
				created_at: clock.seconds(),
				updated_at: clock.seconds(),
			};
			state.helpCenterRedirects.set(redirect.id, redirect);
			return presentRedirect(redirect);
		},
	}),
	route({
		operation: `GET ${CENTER}/redirects/{id}`,
		scope: 'read_help_center_redirects',
		handle: (request) => presentRedirect(targetRedirect(request)),
	}),
	route({
		operation: `DELETE ${CENTER}/redirects/{id}`,
		scope: 'write_help_center_redirects',
		handle(request) {
			const { id } = targetRedirect(request);
			request.state.helpCenterRedirects.delete(id);
			return { id, object: 'help_center_redirect', deleted: true };
		},
	}),
];

function targetCenter({ state, params }: RouteRequest): HelpCenter {
	return target(state.helpCenters, params.help_center_id, resourceNotFound());
}

function targetRedirect(request: RouteRequest): HelpCenterRedirect {
	const center = targetCenter(request);
	const redirect = request.state.helpCenterRedirects.get(request.params.id);
	if (redirect?.help_center_id !== center.id) throw resourceNotFound();
	return redirect;
}

function refuseAddress({ state }: Workspace, center: HelpCenter, address: string): void {
	if (!address.startsWith(`${center.url}/`)) {
		throw new IntercomError(
			422,
			'data_invalid',
			"from_url must be an absolute URL within this help center's URL space",
			{ field: 'from_url' },
		);
	}
	const known = state.helpCenterRedirects.find('helpCenter', center.id);
	if (known.some(({ from_url: taken }) => taken === address)) {
		throw new IntercomError(409, 'resource_conflict', 'A redirect with that URL already exists');
	}
}

/** That an unknown target is refused with 422 is inferred. */
function refuseTarget(
	{ state }: Workspace,
	{ target_type: type, target_id: id }: RedirectBody,
): void {
	const known = type === 'article' ? state.articles.has(id) : state.helpCenterCollections.has(id);
	if (!known) {
		throw new IntercomError(422, 'data_invalid', 'target_id must be part of this help center', {
			field: 'target_id',
		});
	}
}

/** A help center in the shape of 2.16 `help_center`. */
function present(appId: string, center: HelpCenter): object {
	return { ...center, workspace_id: appId, website_turned_on: true, custom_domain: null };
}

function presentRedirect(redirect: HelpCenterRedirect): object {
	return { type: 'help_center_redirect', ...redirect };
}
