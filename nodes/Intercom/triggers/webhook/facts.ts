import type { ActorRule, RecordRule, Topic, TopicFacts } from './topic';
import { byNewestPart } from './topic';
import { topicGroups } from './topics';

/** All that is known about the notifications of a topic. */
export interface NotificationFacts extends TopicFacts {
	record: RecordRule;
	actor: ActorRule;
}

/** Of topics that are not in the list: the object under the topic's first word, done by the author of the newest part. */
function unknownTopic(name: string): NotificationFacts {
	const [kind, ...events] = name.split('.');
	return {
		record: { at: [kind] },
		actor: byNewestPart,
		gone: events.length === 1 && events[0] === 'deleted',
	};
}

function namesOf({ name, aliases = [] }: Topic): readonly string[] {
	return [name, ...aliases];
}

const factsByName = new Map(
	topicGroups.flatMap(({ record, actor, topics }) =>
		topics.flatMap((topic) =>
			namesOf(topic).map((name): [string, NotificationFacts] => [
				name,
				{
					...topic,
					record: record ?? unknownTopic(name).record,
					actor: topic.actor ?? actor ?? { who: [], at: [] },
				},
			]),
		),
	),
);

const namesByName = new Map(
	topicGroups.flatMap(({ topics }) =>
		topics.flatMap((topic) =>
			namesOf(topic).map((name): [string, readonly string[]] => [name, namesOf(topic)]),
		),
	),
);

/** What is known about the notifications of a topic, also of one that is not in the list. */
export function factsOf(name: string): NotificationFacts {
	return factsByName.get(name) ?? unknownTopic(name);
}

/** Every name under which Intercom sends a topic; only the given one where no others are known. */
export function allNamesOf(name: string): readonly string[] {
	return namesByName.get(name) ?? [name];
}
