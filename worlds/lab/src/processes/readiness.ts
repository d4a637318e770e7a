import { request } from 'node:http';

/**
 * Until it is ready, somebody may wait for it: soon at first, then twice as long each time, since
 * what is not ready by then waits for something else. Later the load balancer looks too, and an end
 * is told by the process itself.
 */
const firstCheckMs = 20;
const notReadyCheckMsMax = 160;
const readyCheckMs = 1_000;
const checkTimeoutMs = 500;

/**
 * Asks a process whether it is ready, again and again. `heard` gets the status of each answer, null
 * for none, and tells whether the process counts as ready now. The answer is called to end it.
 */
export function watchReadiness(url: string, heard: (status: number | null) => boolean): () => void {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  const checkAfter = (afterMs: number): void => {
    timer = setTimeout(async () => {
      const status = await checkReady(url);
      if (ended) return;
      checkAfter(heard(status) ? readyCheckMs : Math.min(afterMs * 2, notReadyCheckMsMax));
    }, afterMs);
  };
  checkAfter(firstCheckMs);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

/**
 * The status of one GET, null when there was no answer. No agent: a probe is a fresh connection.
 */
function checkReady(url: string): Promise<number | null> {
  return new Promise((resolve) => {
    const asked = request(url, { agent: false, timeout: checkTimeoutMs }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(null));
    asked.once('close', () => resolve(null));
    asked.end();
  });
}
