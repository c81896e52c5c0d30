import path from 'node:path';
import type { BrowserContext, Route } from 'playwright-core';
import type { Emulator } from '../../../dev/emulator';
import { regions } from '../../../nodes/Intercom/client/hosts';

/** Intercom's hosts, of its app and of its API, in all regions. */
const hosts = Object.values(regions)
	.flatMap(({ api, app }) => [api, app])
	.map(hostOf);

function hostOf(address: string): string {
	return new URL(address).hostname;
}

/** Variables that keep n8n on this machine and lead Intercom's hosts to an emulator. */
export function standInsFor({ url }: Emulator): Record<string, string> {
	return {
		NODE_OPTIONS: `--require ${path.join(__dirname, 'loopback-only.cjs')}`,
		STAND_INS: JSON.stringify(Object.fromEntries(hosts.map((host) => [host, url]))),
	};
}

/** The hosts that n8n wanted to reach and was kept from, by what it has printed. */
export function refusedHosts(log: string): string[] {
	const lines = log.matchAll(/^Loopback only: refused (\S+)$/gm);
	return [...new Set([...lines].map(([, host]) => host))].sort();
}

/** What leads Intercom's hosts to an emulator in a browser. */
export interface BrowserStandIns {
	/** The addresses at Intercom that the browser has asked for, without their query; grows. */
	asked: string[];
	/** Ends it: until then the browser caches nothing, and n8n's editor loads slowly. */
	end(): Promise<void>;
}

/** Leads Intercom's hosts to an emulator in a browser. Other hosts than n8n's are not reached. */
export async function standInBrowser(
	context: BrowserContext,
	{ url: emulator }: Emulator,
): Promise<BrowserStandIns> {
	const asked: string[] = [];
	const outside = (url: URL) => url.hostname !== '127.0.0.1';
	const handle = async (route: Route) => {
		const url = new URL(route.request().url());
		if (!hosts.includes(url.hostname)) return await route.abort();
		asked.push(`${route.request().method()} ${url.origin}${url.pathname}`);
		await answer(route, `${emulator}${url.pathname}${url.search}`);
	};
	await context.route(outside, handle);
	return { asked, end: async () => await context.unroute(outside, handle) };
}

async function answer(route: Route, address: string): Promise<void> {
	const request = route.request();
	const response = await fetch(address, {
		method: request.method(),
		headers: { 'content-type': (await request.headerValue('content-type')) ?? 'text/plain' },
		body: request.postData() ?? undefined,
		redirect: 'manual',
	});
	await route.fulfill({
		status: response.status,
		headers: Object.fromEntries(response.headers),
		body: Buffer.from(await response.arrayBuffer()),
	});
}
