import type { Upstreams } from '../service/upstream.ts';

/**
 * Whether any of the addresses is ready, asked beforehand so that `/readyz` answers from memory.
 */
export interface Health {
  readonly reachable: boolean;
  stop(): void;
}

/** Soon while it is not ready, because somebody waits for it then. */
const interval = { notReadyMs: 50, readyMs: 250 } as const;
const timeoutMs = 400;
/** One late answer on a busy machine is no reason to send a region's traffic elsewhere. */
const failuresMax = 2;

export function watchHealth(upstreams: Upstreams, urls: readonly URL[]): Health {
  let reachable = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const ask = async (url: URL): Promise<boolean> => {
    try {
      const answer = await upstreams.call(url, {
        method: 'GET',
        path: '/readyz',
        headers: {},
        body: null,
        timeoutMs,
      });
      answer.resume();
      return answer.statusCode === 200;
    } catch {
      return false;
    }
  };
  const turn = async (): Promise<void> => {
    const answers = await Promise.all(urls.map(ask));
    if (stopped) return;
    failures = answers.includes(true) ? 0 : failures + 1;
    reachable = failures === 0 || (reachable && failures < failuresMax);
    timer = setTimeout(() => void turn(), reachable ? interval.readyMs : interval.notReadyMs);
  };
  void turn();
  return {
    get reachable() {
      return reachable;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
