import { bareHelper, bareHelperWithParameters } from './bare-helper';
import { builtInNode } from './built-in-node';
import { declarative } from './declarative-node';
import { httpRequestNode } from './http-request-node';
import { rawAxios, sdk } from './outside-n8n';
import { thisNode, thisNodeInParallel } from './this-node';
import type { Way } from './way';

/** All ways that are compared, by the key that tasks name them with. */
export const ways: Record<string, Way> = {
	thisNode,
	thisNodeInParallel,
	builtInNode,
	httpRequestNode,
	declarative,
	sdk,
	rawAxios,
	bareHelper,
	bareHelperWithParameters,
};
