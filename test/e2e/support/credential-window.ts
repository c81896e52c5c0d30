import type { Locator, Page } from 'playwright-core';
import type { Emulator } from '../../../dev/emulator';
import type { CredentialReference } from '../../../dev/n8n/rest';
import type { Editor } from './editor';
import { type BrowserStandIns, standInBrowser } from './stand-ins';

/** n8n's window for one credential. Texts and selectors hold for n8n 1 and 2 where none is named. */
export class CredentialWindow {
	private standIns?: BrowserStandIns;

	private constructor(
		private readonly editor: Editor,
		private readonly emulator: Emulator,
	) {}

	/** Opens the window for a new credential of a type, found by its display name. */
	static async create(
		editor: Editor,
		emulator: Emulator,
		displayName: string,
	): Promise<CredentialWindow> {
		await editor.page.goto('/home/credentials/create');
		const select = editor.part('new-credential-type-select');
		await select.click();
		await editor.page.keyboard.type(displayName);
		await editor.part('new-credential-type-select-option').getByText(displayName).click();
		await editor.part('new-credential-type-button').click();
		return await CredentialWindow.opened(editor, emulator);
	}

	/** Opens the window of a stored credential. */
	static async open(
		editor: Editor,
		emulator: Emulator,
		{ id }: CredentialReference,
	): Promise<CredentialWindow> {
		await editor.page.goto(`/home/credentials/${id}`);
		return await CredentialWindow.opened(editor, emulator);
	}

	private static async opened(editor: Editor, emulator: Emulator): Promise<CredentialWindow> {
		const window = new CredentialWindow(editor, emulator);
		await window.text('OAuth Redirect URL').waitFor();
		return window;
	}

	private get dialog(): Locator {
		return this.editor.part('editCredential-modal');
	}

	/** A text in the window. */
	text(text: string): Locator {
		return this.dialog.getByText(text, { exact: true }).locator('visible=true');
	}

	/** Names of the fields that can be seen. */
	async fields(): Promise<string[]> {
		const inputs = this.dialog.locator('[data-test-id^="parameter-input-"]:visible');
		const ids = await inputs.evaluateAll((found) =>
			found.map((input) => String(input.getAttribute('data-test-id'))),
		);
		return ids
			.map((id) => id.replace('parameter-input-', ''))
			.filter((name) => !['field', 'item'].includes(name));
	}

	/** Fills a text field. */
	async fill(name: string, value: string): Promise<void> {
		await this.editor.fill(name, value);
	}

	/** Clicks the button that connects, or connects again, and waits for the consent page. */
	async connect(): Promise<Page> {
		// "Connect my account" and "Reconnect" in n8n 1, "Connect" and "Switch account" in n8n 2.
		const button = this.dialog
			.getByRole('button', { name: /^(Connect|Connect my account|Reconnect|Switch account)$/ })
			.or(this.editor.part('oauth-connect-button').getByText(/Connect/))
			.locator('visible=true');
		const context = this.editor.page.context();
		await this.standIns?.end();
		this.standIns = await standInBrowser(context, this.emulator);
		const [consent] = await Promise.all([context.waitForEvent('page'), button.first().click()]);
		await consent.getByRole('button', { name: 'Authorize access' }).waitFor();
		return consent;
	}

	/** What the browser has asked Intercom for since the button was clicked. */
	get asked(): string[] {
		return this.standIns?.asked ?? [];
	}

	/** Waits until n8n says that the account is connected. */
	async waitUntilConnected(): Promise<void> {
		await this.text('Account connected').waitFor();
		await this.standIns?.end();
	}
}
