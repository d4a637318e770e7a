import { Agent, request } from 'node:http';

/** Only the load balancer needs it, and what serves pages: the gateway rehearses by itself. */
const path = '/';
/**
 * After some hundred requests V8 has compiled what they run; ALB's slow start is there for the
 * same.
 */
const rounds = 200;
const atOnce = 2;
const timeoutMs = 2_000;

/**
 * A process that has just started interprets its code, and takes several times as long for a
 * request: one that gets a region's whole traffic at once falls behind and stays there. So a zone's
 * processes are run in before they count as capacity.
 */
export async function warmUp(port: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let left = rounds;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await get(agent, port);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  agent.destroy();
}

/** What is answered does not matter, nor whether. */
function get(agent: Agent, port: number): Promise<void> {
  return new Promise((resolve) => {
    const asked = request(
      { agent, host: '127.0.0.1', port, path, timeout: timeoutMs },
      (answer) => {
        answer.resume();
        answer.once('close', resolve);
      },
    );
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve());
    asked.end();
  });
}
