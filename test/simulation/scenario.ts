import { FailedPoll, type Host, type HostLimits } from './host';
import { BrokenPromise, Ledger } from './ledger';
import { Random } from './random';
import type { PollState } from '../../nodes/Intercom/triggers/polling/state';
import type { Change, World } from './world';

/** What happens in a simulation. Times in seconds, chances per poll unless said otherwise. */
export interface Scenario {
	seed: number;
	/** How many changes are made. */
	changes: number;
	/** How many contacts there are at most. */
	contacts: number;
	/** The workspace's time zone, in whose days contact search cuts dates. */
	timezone: string;
	/** What is watched: every change, or only new contacts. */
	event: 'created' | 'updated';
	/**
	 * Whether a contact changes only once its last change was handed out. Then every single change has to
	 * be; else a change may be overtaken by the next before anybody could read it.
	 */
	oneAtATime: boolean;
	/** The longest time until search shows a change. */
	longestLag: number;
	/** The mean time between two polls. */
	interval: number;
	/** Changes between two polls, at most. */
	burst: number;
	/** The chance that a change shares its second with the one before. */
	sameSecond: number;
	/** The chance of a change before each request of a poll. */
	whileReading: number;
	failing: number;
	restarting: number;
	/** The chance that n8n dies after it started a run and before it stored the state. */
	dying: number;
	/** The chance that n8n is down for hours, while changes go on. */
	down: number;
	/** The chance that for an hour every answer is a web page with status 200. */
	pagesForAnHour: number;
	/** The chance that what n8n stored comes back broken. */
	corrupting: number;
	clocks: ClockFaults;
	pageSize: number;
	limits: HostLimits;
}

/** What is told of the time that is not so. */
export interface ClockFaults {
	/** How many seconds the `Date` header of responses is ahead of Intercom's clock; undefined where it is missing. */
	date?: number;
	/** The chance that the `Date` of a poll's responses is far off, and whether a poll has several of them. */
	wrongDate: number;
	/** How many seconds n8n's clock is ahead of Intercom's. */
	own: number;
}

/** What a simulation came to. */
export interface Outcome {
	/** Changes made, and changes handed out. */
	made: number;
	handedOut: number;
	/** Changes handed out twice after n8n died or the state was damaged. */
	repeated: number;
	/** Changes not handed out: overtaken by the next one, or made before a lost state was replaced. */
	missed: number;
	polls: number;
	failedPolls: number;
	requests: number;
	/** The most changes remembered at any time. */
	mostRemembered: number;
}

/** Who takes part in a simulation. */
export interface Play {
	world: World;
	host: Host;
}

/**
 * Plays a scenario to its end: all changes made, everything visible, and nothing new for long.
 *
 * @param open sets the stage; what it is given has to be called once per request of a poll, and makes
 * the request fail by throwing
 * @throws BrokenPromise when a change was lost, repeated or handed out in the wrong order
 */
export async function play(
	scenario: Scenario,
	open: (interrupt: () => void) => Play,
): Promise<Outcome> {
	return await new Simulation({ ...scenario }, open).play();
}

class Simulation {
	private readonly random: Random;
	private readonly world: World;
	private readonly ledger = new Ledger();
	private readonly host: Host;
	private left: number;
	private failAt = Infinity;
	private requests = 0;
	private polls = 0;
	private failedPolls = 0;
	private mostRemembered = 0;
	private isActive = false;
	/** What the database has is damaged; `lost` where its watermark is. */
	private storedDamage: 'none' | 'lost' | 'other' = 'none';
	/** The next poll begins anew. */
	private isLost = false;
	/** Changes up to this second may be missing, because the trigger began anew. */
	private excusedUntil = -Infinity;
	/** Until then every answer is a web page. */
	private pagesUntil = -Infinity;

	constructor(
		private readonly scenario: Scenario,
		open: (interrupt: () => void) => Play,
	) {
		this.random = new Random(scenario.seed);
		this.left = scenario.changes;
		const { world, host } = open(() => this.interrupt());
		this.world = world;
		this.host = host;
	}

	async play(): Promise<Outcome> {
		const { restarting, down, interval, corrupting, pagesForAnHour } = this.scenario;
		await this.host.activate();
		this.isActive = true;
		while (this.left > 0) {
			this.makeChanges();
			if (this.random.chance(restarting)) this.restart();
			if (this.random.chance(down)) {
				this.world.pass(this.random.below(20_000_000));
				this.restart();
			}
			if (this.random.chance(pagesForAnHour)) this.pagesUntil = this.world.seconds() + 3_600;
			if (this.random.chance(corrupting)) this.corrupt();
			await this.poll();
			this.world.pass(interval * (0.5 + this.random.next()) * 1000);
		}
		await this.settle();
		this.checkAllHandedOut();
		return {
			made: this.world.changes.length,
			handedOut: this.ledger.distinct,
			repeated: this.ledger.repeated,
			missed: this.world.changes.filter((change) => !this.isEntered(change)).length,
			polls: this.polls,
			failedPolls: this.failedPolls,
			requests: this.requests,
			mostRemembered: this.mostRemembered,
		};
	}

	private makeChanges(): void {
		for (let count = this.random.below(this.scenario.burst + 1); count > 0; count -= 1)
			this.change();
	}

	private change(): void {
		const { contacts, oneAtATime, event, longestLag, sameSecond } = this.scenario;
		if (this.left === 0) return;
		const { ids } = this.world;
		const isNew =
			event === 'created' || ids.length === 0 || ids.length < contacts * this.random.next();
		const id = isNew ? undefined : this.random.pick(ids);
		if (id !== undefined && oneAtATime && !this.isDone(id)) return;
		this.left -= 1;
		// Most changes are visible soon, some only at the last moment.
		const lag = this.random.next() ** 3 * longestLag * 1000;
		this.world.change(id, lag);
		if (!this.random.chance(sameSecond)) this.world.pass(this.random.below(3_000));
	}

	private isEntered({ id, revision }: Change): boolean {
		return this.ledger.has(id, revision);
	}

	/** Whether a contact's newest change was handed out, or need not be. */
	private isDone(id: string): boolean {
		const newest = this.world.newestOf(id);
		return newest !== undefined && (this.isEntered(newest) || newest.at <= this.excusedUntil);
	}

	private isOwed(id: string, revision: number): boolean {
		const isIt = (change: Change) => change.id === id && change.revision === revision;
		return this.world.changes.some((change) => isIt(change) && change.at > this.excusedUntil);
	}

	private corrupt(): void {
		// What is lost already can't be damaged any less.
		this.storedDamage = this.random.chance(0.6) || this.isLost ? 'lost' : 'other';
		const damage = this.random.pick(this.storedDamage === 'lost' ? losses : damages);
		this.host.corrupt((state) => damage(state, this.world.seconds()));
		this.meetDamage();
	}

	private restart(): void {
		this.host.restart();
		this.meetDamage();
	}

	/** What was stored comes back, with its damage as long as nothing else was stored. */
	private meetDamage(): void {
		if (this.storedDamage === 'none') return;
		this.isLost ||= this.storedDamage === 'lost';
		this.ledger.excuseRepeats();
	}

	private async poll(): Promise<void> {
		const { failing, dying } = this.scenario;
		this.polls += 1;
		this.failAt = this.random.chance(failing) ? this.requests + 1 + this.random.below(4) : Infinity;
		const dies = this.random.chance(dying);
		const before = this.world.visible();
		const began = this.world.seconds();
		try {
			let hasChanges = false;
			const reachedEnd = await this.host.poll((changes) => {
				hasChanges = true;
				this.ledger.enter(changes, !dies);
			}, dies);
			// The first two requests tell the time; changes made meanwhile let some pass.
			if (this.isLost) this.excusedUntil = began + 8;
			this.isLost = false;
			if (hasChanges && dies) this.meetDamage();
			else if (hasChanges) this.storedDamage = 'none';
			if (reachedEnd && this.scenario.event === 'updated') this.checkVisible(before);
		} catch (error) {
			if (!(error instanceof FailedPoll)) throw error;
			this.failedPolls += 1;
		}
		this.mostRemembered = Math.max(this.mostRemembered, this.host.remembered);
	}

	/** Before each request time passes, changes may be made, and the request may fail. */
	private interrupt(): void {
		this.requests += 1;
		this.world.pass(50 + this.random.below(400));
		if (this.isActive && this.random.chance(this.scenario.whileReading)) this.change();
		if (this.requests >= this.failAt || this.world.seconds() < this.pagesUntil)
			throw new FailedPoll();
	}

	/** What was visible all through a poll that read to the end has to be handed out by now. */
	private checkVisible(before: ReadonlyMap<string, number>): void {
		const after = this.world.visible();
		for (const [id, revision] of before)
			if (
				after.get(id) === revision &&
				this.ledger.newestOf(id) < revision &&
				this.isOwed(id, revision)
			)
				throw new BrokenPromise(`Revision ${revision} of ${id} was visible and is missing`);
	}

	/** Polls without further trouble until nothing has come for longer than anything may wait. */
	private async settle(): Promise<void> {
		const { longestLag, interval, limits } = this.scenario;
		Object.assign(this.scenario, { failing: 0, dying: 0, whileReading: 0 });
		this.pagesUntil = -Infinity;
		const handedOut = () => this.ledger.distinct + this.ledger.repeated;
		const patience = (longestLag + limits.overlap) / interval + 2;
		for (let silent = 0; silent < patience || this.host.isBehind;) {
			const before = handedOut();
			await this.poll();
			this.world.pass(interval * 1000);
			silent = handedOut() === before ? silent + 1 : 0;
		}
	}

	private checkAllHandedOut(): void {
		const { oneAtATime, event } = this.scenario;
		const { changes, ids } = this.world;
		const missing = ids.filter((id) => !this.isDone(id));
		if (missing.length > 0)
			throw new BrokenPromise(`The newest change of ${missing.length} contacts is missing`);
		if (!oneAtATime && event !== 'created') return;
		const lost = changes.filter(
			(change) => change.at > this.excusedUntil && !this.isEntered(change),
		);
		if (lost.length > 0) throw new BrokenPromise(`${lost.length} changes are missing`);
	}
}

type Damage = (state: PollState | undefined, now: number) => unknown;

/** What may have become of a stored state so that its watermark is lost. */
const losses: readonly Damage[] = [
	() => null,
	() => 'text',
	() => [],
	() => ({}),
	(state) => ({ ...state, since: null }),
	(state) => ({ ...state, since: String(state?.since) }),
	(state) => ({ ...state, since: Number(state?.since) + 0.5 }),
	(state) => ({ ...state, since: Number(state?.since) * 1000 }),
	(_, now) => ({ since: now + 10_000_000_000, seen: {} }),
];

/** What may have become of the rest; then nothing may be lost. */
const damages: readonly Damage[] = [
	(state) => ({ ...state, seen: null }),
	(state) => ({ ...state, seen: [] }),
	(state) => ({ ...state, seen: { broken: 1, also: ['no time'], again: [1, 2], fourth: null } }),
	(state) => ({ ...state, resume: 7 }),
];
