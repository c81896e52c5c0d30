import type { Clock } from './clock';
import { Collection } from './collection';
import { Identifiers } from './identifiers';
import type {
	Admin,
	Banner,
	Company,
	Contact,
	DataAttribute,
	Message,
	Note,
	Segment,
	SubscriptionType,
	Tag,
	Team,
} from './records';

/** How an emulator's workspace starts out. */
export interface StateOptions {
	/** Whole number that all ids and generated data are derived from. */
	seed: number;
	clock: Clock;
}

/**
 * The stored workspace: one collection per kind of record, each a `Map` by id. Tests may read
 * and write it directly; look-ups and search follow. A record is replaced, never changed in place.
 */
export class EmulatorState {
	/** The workspace's id: `app_id` of webhooks and `workspace_id` of contacts. */
	readonly appId = 'emulator_app';
	readonly identifiers: Identifiers;
	readonly admins = new Collection<Admin>();
	readonly teams = new Collection<Team>();
	readonly tags = new Collection<Tag>({ lookups: { name: (tag) => [tag.name.toLowerCase()] } });
	readonly segments = new Collection<Segment>();
	readonly subscriptionTypes = new Collection<SubscriptionType>();
	readonly dataAttributes = new Collection<DataAttribute>({
		lookups: { name: (attribute) => [`${attribute.model}:${attribute.name}`] },
	});
	readonly notes = new Collection<Note>();
	readonly banners = new Collection<Banner>();
	readonly messages = new Collection<Message>();
	readonly companies = new Collection<Company>({
		lookups: {
			companyId: (company) => [company.company_id],
			name: (company) => [company.name],
		},
	});
	readonly contacts: Collection<Contact>;

	constructor(options: StateOptions) {
		this.identifiers = new Identifiers(options.seed);
		this.contacts = new Collection<Contact>({
			isListed: (contact) => contact.status === 'active',
			lookups: {
				email: (contact) => [contact.email],
				externalId: (contact) => [contact.external_id],
				company: (contact) => [...contact.company_ids],
			},
		});
	}
}
