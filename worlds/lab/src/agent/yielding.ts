import { serveLikeOthers, yieldToOthers } from '../processes/priority.ts';
import type { SupervisedChild } from '../processes/supervise.ts';

/** Processes that get only what others leave of the machine, until they are run in. */
export interface Yielding {
  /** As it runs now: a restarted one is like any other. */
  add(child: SupervisedChild): Promise<void>;
  /** All of them serve like others from now on. */
  end(): Promise<void>;
}

export function createYielding(): Yielding {
  const children = new Set<SupervisedChild>();
  return {
    async add(child) {
      const { identity } = child.status();
      if (identity === null) return;
      children.add(child);
      await yieldToOthers(identity.pid);
    },
    async end() {
      const pids = [...children].flatMap((child) => child.status().identity?.pid ?? []);
      children.clear();
      await Promise.all(pids.map(serveLikeOthers));
    },
  };
}
