/** Tells the stories of one block after the other, for `workers.ts`. */
import { parentPort } from 'node:worker_threads';
import { planFor } from '@outrigger/components';
import { runCampaign } from '../../src/chaos/campaign.ts';
import type { Block } from './workers.ts';

parentPort?.on('message', async ({ from, seed, to }: Block) => {
  parentPort?.postMessage(await runCampaign({ plan: planFor, seed, from, to }));
});
