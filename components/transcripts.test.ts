/**
 * Every recovery of the examples as a transcript that an operator can read, and the journals of
 * each release. UPDATE_GOLDEN=1 writes the transcripts anew, and the journals of a release that has
 * none yet; journals that are there are never written again.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Platform, resolve } from '@outrigger/model';
import {
  checkInvariants,
  type JournalRecord,
  type RehearsalOptions,
  rehearse,
  replay,
  scenariosOf,
  transcript,
} from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import eksFailover from '../examples/eks-failover/platform.ts';
import peccy from '../examples/peccy/platform.ts';
import { planFor } from './index.ts';
import manifest from './package.json' with { type: 'json' };

const isUpdating = process.env.UPDATE_GOLDEN === '1';
const folder = fileURLToPath(new URL('../recovery/testdata/', import.meta.url));
const journals = `${folder}journals/`;

function resolved(written: unknown): Platform {
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.platform;
}

const scenarios = (
  await Promise.all([eksFailover, peccy].map((written) => scenariosOf(resolved(written), planFor)))
).flat();

interface Telling {
  readonly name: string;
  readonly options: RehearsalOptions;
}

function tellings(): readonly Telling[] {
  return scenarios.flatMap((scenario) => {
    const { name, platform, topology } = scenario;
    const { plan, problems } = planFor(scenario);
    if (plan === undefined) throw new Error(`${name}: ${JSON.stringify(problems)}`);
    const options = { platform, topology, plan, seed: 7041 };
    const told: Telling[] = [{ name, options }];
    const transfer = plan.steps.find(({ action }) => action.verb === 'transfer')?.id;
    if (transfer !== undefined && name.endsWith('switchover')) {
      const fault: RehearsalOptions['fault'] = (_action, { step }) =>
        step === transfer ? 'fails' : 'none';
      told.push({ name: `${name}, a transfer fails`, options: { ...options, fault } });
      const promoteAt = plan.steps.length;
      told.push({
        name: `${name}, the controller dies`,
        options: { ...options, crashAfter: promoteAt },
      });
    }
    return told;
  });
}

function fileName(name: string): string {
  return name.replaceAll(/[^a-z0-9]+/g, '-');
}

describe('transcripts', () => {
  test.each(tellings().map((one) => [one.name, one] as const))('%s', async (name, telling) => {
    const rehearsal = await rehearse(telling.options);
    const text = transcript(telling.options.plan, rehearsal);
    const path = `${folder}${fileName(name)}.txt`;
    if (isUpdating) {
      writeFileSync(path, text);
      const release = `${journals}${manifest.version}/`;
      const journal = `${release}${fileName(name)}.json`;
      mkdirSync(release, { recursive: true });
      if (!existsSync(journal)) {
        const { status } = rehearsal.result;
        const records = rehearsal.memory.records(rehearsal.run);
        writeFileSync(journal, `${JSON.stringify({ status, records })}\n`);
      }
    }
    expect(text).toBe(readFileSync(path, 'utf8'));
    expect(text.split('\n').filter((line) => line.startsWith('✗'))).toEqual([]);
  });
});

describe('journals of every release', () => {
  const kept = readdirSync(journals).flatMap((release) =>
    readdirSync(`${journals}${release}`).map((file) => [release, file] as const),
  );

  test('there are some', () => {
    expect(kept.length).toBeGreaterThan(20);
  });

  test.each(kept)('%s %s is read, and the rules hold', (release, file) => {
    const journal: { status: string; records: readonly JournalRecord[] } = JSON.parse(
      readFileSync(`${journals}${release}/${file}`, 'utf8'),
    );
    const { state, refused } = replay(journal.records);
    expect(refused).toBeUndefined();
    expect(state?.ended).toBe(journal.status);
    expect(checkInvariants({ runs: [journal.records] }).filter(({ held }) => !held)).toEqual([]);
  });
});
