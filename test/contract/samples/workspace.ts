import type { Conversation, Emulator } from '../../../dev/emulator';

/** What to run an operation with. */
export interface Sample {
	/** The node's parameters besides resource and operation. */
	parameters: Record<string, unknown>;
}

/**
 * For every operation of a resource, by its value: samples that together send each route the operation declares.
 * They may put into the workspace what they need.
 */
export type ResourceSamples = Record<string, (workspace: Workspace) => Promise<Sample[]>>;

/** A parameter chosen by id, as n8n stores it. */
export function byId(value: string): Record<string, unknown> {
	return { __rl: true, mode: 'id', value };
}

/** A resource mapper filled in by hand, as n8n stores it. */
export function mapped(value: Record<string, unknown>): Record<string, unknown> {
	return { mappingMode: 'defineBelow', value };
}

/** Puts records into an emulator, through its API where Intercom has one. */
export class Workspace {
	private contacts = 0;

	constructor(private readonly emulator: Emulator) {}

	/** Creates a user with an email address of its own. Returns its id. */
	async user(fields: Record<string, unknown> = {}): Promise<string> {
		return await this.create('/contacts', { role: 'user', email: this.newEmail(), ...fields });
	}

	/** Creates a lead with an email address of its own. Returns its id. */
	async lead(fields: Record<string, unknown> = {}): Promise<string> {
		return await this.create('/contacts', { role: 'lead', email: this.newEmail(), ...fields });
	}

	/** Creates a company. Returns Intercom's id of it. */
	async company(): Promise<string> {
		return await this.create('/companies', { company_id: 'acme', name: 'Acme' });
	}

	/** Creates a tag. Returns its id. */
	async tag(): Promise<string> {
		return await this.create('/tags', { name: 'Customer' });
	}

	/** Sends a request that prepares something. Returns the answer, an empty object where it is empty. */
	async send(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
		const { url, token } = this.emulator;
		const response = await fetch(`${url}${path}`, {
			method,
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			body: body && JSON.stringify(body),
		});
		const text = await response.text();
		const answer = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
		if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
		return answer;
	}

	/** The id of the first record of a kind that every workspace has from the start. */
	first(
		kind:
			| 'awayStatusReasons'
			| 'brands'
			| 'contentSnippets'
			| 'helpCenterCollections'
			| 'helpCenters'
			| 'internalArticles'
			| 'macros'
			| 'segments'
			| 'teams',
	): string {
		const [id] = this.emulator.state[kind].keys();
		return id;
	}

	/** Creates a published article in English. Returns its id. */
	async article(): Promise<string> {
		return await this.create('/articles', {
			title: 'Opening hours',
			body: '<p>From nine to five</p>',
			author_id: Number(this.admin),
			state: 'published',
		});
	}

	/** Creates a user who belongs to a segment. Returns the user's id. */
	async userInSegment(): Promise<string> {
		const id = await this.user();
		const { contacts } = this.emulator.state;
		const contact = contacts.get(id);
		if (contact) contacts.set(id, { ...contact, segment_ids: [this.first('segments')] });
		return id;
	}

	/** Creates a ticket for a new contact. Returns its id. */
	async ticket(type: string): Promise<string> {
		const contacts = [{ id: await this.user() }];
		return await this.create('/tickets', { ticket_type_id: this.ticketType(type), contacts });
	}

	/** The id of a ticket type that every workspace has: Complaint, Question, Repair or Known Issue. */
	ticketType(name: string): string {
		const types = [...this.emulator.state.ticketTypes.values()];
		const found = types.find((type) => type.name === name);
		if (found === undefined) throw new Error(`No ticket type ${name}`);
		return found.id;
	}

	/** The id of a ticket state. */
	ticketState(label: string): string {
		const states = [...this.emulator.state.ticketStates.values()];
		const found = states.find((state) => state.internal_label === label);
		if (found === undefined) throw new Error(`No ticket state ${label}`);
		return found.id;
	}

	/**
	 * Starts a conversation; what the API can't set is stored. Returns its id.
	 *
	 * @param contact id of the user who starts it; a new one by default
	 */
	async conversation(stored: Partial<Conversation> = {}, contact?: string): Promise<string> {
		const from = { type: 'user', id: contact ?? (await this.user({ name: 'First Customer' })) };
		const body = 'Where is my order?';
		const { conversation_id: started } = await this.send('POST', '/conversations', { from, body });
		const { conversations } = this.emulator.state;
		const conversation = conversations.get(String(started));
		if (conversation) conversations.set(conversation.id, { ...conversation, ...stored });
		return String(started);
	}

	/** Creates a company that belongs to a segment. Returns Intercom's id of it. */
	async companyInSegment(): Promise<string> {
		const id = await this.company();
		const { companies } = this.emulator.state;
		const company = companies.get(id);
		if (company) companies.set(id, { ...company, segment_ids: [this.first('segments')] });
		return id;
	}

	/** Stores a visitor. Returns the user id that the Messenger made up. */
	visitor(): string {
		const { identifiers, visitors } = this.emulator.state;
		const id = identifiers.nextObjectId();
		const userId = `visitor-${id}`;
		visitors.set(id, {
			id,
			user_id: userId,
			name: null,
			email: this.newEmail(),
			pseudonym: 'Violet Suitcase',
			session_count: 1,
			custom_attributes: {},
			created_at: 1_734_537_243,
			updated_at: 1_734_537_243,
		});
		return userId;
	}

	/** The id of a teammate. */
	get admin(): string {
		const [id] = this.emulator.state.admins.keys();
		return id;
	}

	/** Stores a subscription type that contacts opt into. Returns its id. */
	subscriptionType(): string {
		const { identifiers, subscriptionTypes } = this.emulator.state;
		const id = identifiers.nextNumber('subscriptionType');
		subscriptionTypes.set(id, {
			id,
			state: 'live',
			name: 'Newsletter',
			description: 'News once a month',
			consent_type: 'opt_in',
			content_types: ['email'],
		});
		return id;
	}

	/** Stores a banner for everybody. */
	banner(): void {
		const { identifiers, banners } = this.emulator.state;
		const id = identifiers.nextNumber('banner');
		banners.set(id, {
			id,
			title: 'Maintenance',
			body: '<p>Back at noon</p>',
			style: 'inline',
			position: 'top',
			show_dismiss_button: true,
			created_at: 1_734_537_243,
		});
	}

	/** Stores the delivery of a WhatsApp message sent by a ruleset. Returns the message's id. */
	whatsAppDelivery(ruleset: string): string {
		const id = 'wamid_403918396';
		this.emulator.state.whatsAppDeliveries.set(id, {
			id,
			ruleset_id: ruleset,
			conversation_id: '613',
			status: 'delivered',
			template_name: 'appointment_reminder',
			created_at: 1_734_537_980,
			updated_at: 1_734_538_000,
			error: null,
		});
		return id;
	}

	/** Hides what is written from search for a minute; lasts until the test ends. */
	delaySearch(): void {
		this.emulator.settings.searchLagMilliseconds = 60_000;
	}

	/** An email address that no other contact has. */
	newEmail(): string {
		this.contacts += 1;
		return `contact-${this.contacts}@example.com`;
	}

	private async create(path: string, body: object): Promise<string> {
		const { id } = await this.send('POST', path, body);
		return String(id);
	}
}
