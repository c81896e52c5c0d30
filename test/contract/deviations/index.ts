import { answerDeviations } from './answers';
import type { Deviation } from './deviation';
import { pagingDeviations } from './paging';
import { recordedDeviations } from './recorded';
import { requestDeviations } from './requests';

/** All known mistakes. What is not listed here counts as Intercom wrote it. */
export const deviations: Deviation[] = [
	...requestDeviations,
	...pagingDeviations,
	...answerDeviations,
	...recordedDeviations,
];
