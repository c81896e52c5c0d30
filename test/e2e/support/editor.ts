import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { Playground } from '../../../dev/n8n/playground';

const IMAGES = path.join(__dirname, '..', '..', '..', 'docs', 'images');
const SIZE = { width: 1400, height: 860 };

/** n8n's editor in Chromium. Selectors: n8n-e2e.md §5; they hold for n8n 1 and 2. */
export class Editor {
	private constructor(readonly page: Page) {}

	/** Opens the editor and logs in. */
	static async open(browser: Browser, { n8n, owner }: Playground): Promise<Editor> {
		const page = await browser.newPage({ baseURL: n8n.url, viewport: SIZE });
		await page.goto('/signin');
		await page.locator('input[name="emailOrLdapLoginId"]').fill(owner.email);
		await page.locator('input[name="password"]').fill(owner.password);
		await page.locator(testId('form-submit-button')).click();
		await page.waitForURL(/\/home\/|\/workflow/);
		return new Editor(page);
	}

	/** Closes the page. */
	async close(): Promise<void> {
		await this.page.close();
	}

	/** Makes the window so many pixels high, for panels with much in them. */
	async stretch(height: number): Promise<void> {
		await this.page.setViewportSize({ ...SIZE, height });
	}

	/** Something with a `data-test-id`. */
	part(id: string): Locator {
		return this.page.locator(testId(id));
	}

	/** Opens a stored workflow. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`/workflow/${id}`);
		await this.part('canvas-node').first().waitFor();
	}

	/** Searches the node creator and returns the entry of this package's action node. */
	async searchNode(text: string): Promise<Locator> {
		await this.part('canvas-handle-plus').click();
		await this.part('node-creator-search-bar').fill(text);
		return this.page.locator('[data-keyboard-nav-id^="n8n-nodes-intercom.intercom-"]');
	}

	/** Adds a node by choosing one of the actions that the node creator lists; its panel opens. */
	async chooseAction(action: string): Promise<void> {
		await this.part('node-creator').getByText(action, { exact: true }).click();
		await this.part('node-execute-button').waitFor();
	}

	/** Opens the panel of a node on the canvas. */
	async openNode(name: string): Promise<void> {
		await this.page.locator(`${testId('canvas-node')}[data-node-name="${name}"]`).dblclick();
		await this.part('node-execute-button').waitFor();
	}

	/** A parameter's field in the open panel; the last one, where several rows have it. */
	parameter(name: string): Locator {
		// n8n marks the text inputs of all parameters as those of one with the name "field".
		return this.page.locator(`div${testId(`parameter-input-${name}`)}`).last();
	}

	/**
	 * Waits until an input shows a value.
	 * @throws Error when it does not in time
	 */
	async waitForValue(input: Locator, value: string): Promise<void> {
		await this.page.waitForFunction(
			([element, expected]) => (element as { value?: unknown } | null)?.value === expected,
			[await input.elementHandle(), value] as const,
		);
	}

	/** Fills a text parameter. */
	async fill(name: string, text: string): Promise<void> {
		await this.parameter(name).locator('input, textarea').first().fill(text);
	}

	/** Chooses an entry of a plain drop-down. */
	async choose(name: string, entry: string): Promise<void> {
		await this.parameter(name).locator('input').first().click();
		await this.page
			.locator('.el-select-dropdown__item:visible, [role=option]:visible')
			.filter({ has: this.page.getByText(entry, { exact: true }) })
			.first()
			.click();
	}

	/** What a plain drop-down shows as chosen. */
	async chosen(name: string): Promise<string> {
		return await this.parameter(name).locator('input').first().inputValue();
	}

	/** Presses a button among the parameters; the last one, where several have the name. */
	async press(name: string): Promise<void> {
		const buttons = this.part('node-parameters').getByRole('button', { name, exact: true });
		await buttons.last().click();
	}

	/** Adds an attribute to a form that shows only those which were added. */
	async addAttribute(label: string): Promise<void> {
		await this.part('add-fields-select').locator('input, button').first().click();
		// A select in n8n 1, a menu in n8n 2; neither where only one attribute is left, which is added at once.
		const entry = this.page
			.locator('.el-select-dropdown__item:visible, [role=menuitem]:visible')
			.filter({ has: this.page.getByText(label, { exact: true }) })
			.first();
		await entry.or(this.parameter(label)).first().waitFor();
		if (await entry.isVisible()) await entry.click();
	}

	/** The names of the parameters that n8n marks red in the open panel. */
	async redMarks(): Promise<string[]> {
		const marked = await this.part('node-parameters').locator('.has-issues').all();
		const ids = await Promise.all(marked.map((input) => input.getAttribute('data-test-id')));
		return ids.map((id) => String(id).replace('parameter-input-', ''));
	}

	/** Searches the list of a resource locator and returns its entries, once they are the found ones. */
	async searchList(name: string, text: string): Promise<Locator> {
		// An earlier list may still be closing.
		await this.part('rlc-search').locator('visible=true').first().waitFor({ state: 'detached' });
		const answered = this.page.waitForResponse(
			(response) =>
				response.url().endsWith('/resource-locator-results') &&
				response.request().postDataJSON().filter === text,
		);
		await this.part(`resource-locator-${name}`).locator(testId('rlc-input')).click();
		const search = this.part('rlc-search').locator('visible=true');
		const entries = this.part('rlc-item').locator('visible=true');
		// n8n 1 forgets what is typed while the whole list still loads.
		await entries.first().waitFor();
		await search.fill(text);
		await (await answered).finished();
		await entries.first().waitFor();
		return entries;
	}

	/** Runs the node whose panel is open. */
	async execute(): Promise<void> {
		await this.part('node-execute-button').click();
	}

	/** The right side of the open panel: what the node returned. */
	get output(): Locator {
		return this.part('output-panel');
	}

	/** Saves a picture for the README; only when N8N_E2E_SCREENSHOTS is set, to keep the tree clean. */
	async capture(name: string): Promise<void> {
		if (!process.env.N8N_E2E_SCREENSHOTS) return;
		await mkdir(IMAGES, { recursive: true });
		for (const close of await this.page.locator('.el-notification__closeBtn').all())
			await close.click();
		await this.page.locator('.el-notification').last().waitFor({ state: 'hidden' });
		await this.page.mouse.move(0, 0);
		await this.page.screenshot({ path: path.join(IMAGES, `${name}.png`), animations: 'disabled' });
	}
}

/**
 * Opens Chromium for a file's tests.
 * @param lifetime whether an editor is closed after its test or stays open for the whole file; n8n 2
 *   takes five logins a minute
 * @returns a function that opens the editor while tests run
 */
export function useEditor(
	lifetime: 'test' | 'file' = 'test',
): (playground: Playground) => Promise<Editor> {
	let browser: Browser | undefined;
	let editor: Editor | undefined;
	beforeAll(async () => {
		browser = await chromium.launch({
			executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-background-networking',
				'--no-first-run',
				// Nothing but this machine: no other name is looked up, no other address reached.
				'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
			],
		});
	});
	afterEach(async () => {
		if (lifetime === 'file') return;
		await editor?.close();
		editor = undefined;
	});
	afterAll(async () => {
		await browser?.close();
	});
	return async (playground) => {
		if (!browser) throw new Error('The browser runs only during tests');
		editor = await Editor.open(browser, playground);
		return editor;
	};
}

function testId(id: string): string {
	return `[data-test-id="${id}"]`;
}
