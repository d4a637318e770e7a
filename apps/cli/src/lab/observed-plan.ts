import { type Prepared, prepareRun } from '@outrigger/lab';
import type { Platform } from '@outrigger/model';
import type { Context } from '../context.ts';
import { type PlanWords, readRequest } from '../plan-request.ts';
import { shownPath } from '../platform/find.ts';
import { openController } from './controller.ts';
import { platformOfLab, runningLab } from './lab-folder.ts';

/** The plan that a controller would run in the lab as it is now. It changes nothing. */
export async function planObserved(
  argument: string | undefined,
  words: PlanWords & { readonly state?: string },
  context: Context,
): Promise<{
  readonly planned: Prepared;
  readonly platform: Platform;
  readonly shown: string;
}> {
  const { stateFolder } = runningLab(words.state, context);
  const held = await platformOfLab(argument, stateFolder, context);
  const request = readRequest(words, held.platform);
  const open = await openController(stateFolder, held);
  try {
    const planned = await prepareRun(open.controller, request);
    const { file, platform } = held;
    const shown = file === null ? platform.name : shownPath(file, context.folder);
    return { planned, platform, shown };
  } finally {
    await open.close();
  }
}
