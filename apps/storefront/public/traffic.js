/**
 * Every request of the page goes through here and leaves a sample: when, how long, how it ended,
 * and who answered.
 */
export const samples = [];
export const last = { region: null, zone: null, epoch: null, trace: null, failure: null };

const listeners = new Set();
const timeoutMs = 2_000;
/** What the chart shows, and a little more for the bin that leaves it. */
const keptMs = 62_000;

export function onSample(listener) {
  listeners.add(listener);
}

/**
 * Resolves to `{ outcome: 'answered' | 'refused' | 'unknown', status, body, why }`; never rejects.
 */
export async function ask(method, path, options = {}) {
  const startedAt = performance.now();
  const result = await attempt(method, path, options);
  const sample = { at: performance.now(), ms: performance.now() - startedAt, ...result };
  samples.push(sample);
  while (samples.length > 0 && samples[0].at < sample.at - keptMs) samples.shift();
  remember(sample);
  for (const listener of listeners) listener(sample);
  return sample;
}

async function attempt(method, path, { headers = {}, body }) {
  const write = method !== 'GET';
  try {
    const response = await fetch(path, {
      method,
      headers,
      body,
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = await response.json();
    const header = (name) => response.headers.get(`x-outrigger-${name}`);
    const from = {
      write,
      status: response.status,
      body: answer,
      region: header('region'),
      zone: header('zone'),
      epoch: Number(header('epoch') ?? 0),
      trace: response.headers.get('x-trace-id'),
    };
    if (response.ok) return { ...from, outcome: 'answered', why: null };
    return {
      ...from,
      outcome: answer.outcome ?? 'unknown',
      why: answer.error ?? 'no reason given',
    };
  } catch (error) {
    const why = error.name === 'TimeoutError' ? 'no answer in 2 s' : 'the connection broke';
    // A read that gets no answer has written nothing.
    return { write, outcome: write ? 'unknown' : 'refused', status: null, body: null, why };
  }
}

function remember(sample) {
  if (sample.outcome !== 'answered') {
    last.failure = sample.why;
    return;
  }
  last.failure = null;
  last.trace = sample.trace;
  last.region = sample.region;
  last.zone = sample.zone;
  if (sample.epoch > 0) last.epoch = Math.max(last.epoch ?? 0, sample.epoch);
}
