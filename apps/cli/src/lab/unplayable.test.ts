import { playedPart } from '@outrigger/lab';
import { resolve } from '@outrigger/model';
import { expect, test } from 'vitest';
import { unplayable } from './unplayable.ts';

const base = {
  public: { kind: 'load-balancer', layer: 7, in: 'cluster', to: 'api' },
  cluster: {
    kind: 'kubernetes-cluster',
    version: '1.34',
    nodeGroups: { apps: { instances: ['m6i.large'], min: 2, max: 8 } },
  },
  db: { kind: 'postgres', version: '17', size: 'db.r6g.large', replicaIn: 'us-west-2' },
  documents: { kind: 'documentdb', version: '5.0', size: 'db.r6g.large', replicaIn: 'us-west-2' },
  images: { kind: 'container-registry', replicateTo: 'us-west-2' },
  api: {
    kind: 'service',
    in: 'cluster',
    image: 'api',
    port: 8080,
    replicas: { min: 2, max: 4 },
    needs: ['db'],
  },
} as const;

/** The base without some of its components, and with others. */
function problemsOf(without: readonly (keyof typeof base)[], more: object = {}) {
  const kept = Object.entries(base).filter(([name]) => without.every((each) => each !== name));
  const resolution = resolve({
    name: 'shop',
    strategy: 'warm-standby',
    objectives: { 'zone-loss': { rpo: '1m', rto: '5m' }, 'region-loss': { rpo: '1m', rto: '1h' } },
    regions: {
      'us-east-1': { role: 'primary', cidr: '10.0.0.0/16', zones: 2 },
      'us-west-2': { role: 'standby', cidr: '10.1.0.0/16', zones: 2 },
    },
    components: { ...Object.fromEntries(kept), ...more },
  });
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  const { platform } = resolution;
  const loaded = { platform, shown: 'shop/platform.ts', source: '' };
  return unplayable(loaded, playedPart(platform).platform);
}

test('a platform with a way in, a service and a database can be played', () => {
  expect(problemsOf([])).toEqual([]);
});

test.each([
  ['no service', problemsOf(['api', 'public']), 'components', 'no component is a service'],
  [
    'no database',
    problemsOf(['db', 'documents'], { api: { ...base.api, needs: [] } }),
    'components',
    'no component is a database',
  ],
  [
    'a database that the lab does not play',
    problemsOf(['db'], { api: { ...base.api, needs: ['documents'] } }),
    'components.documents.kind',
    'the lab plays no documentdb, and there is no other database',
  ],
  ['no way in', problemsOf(['public']), 'components', 'no service gets /api/orders'],
  [
    'a way in for other paths',
    problemsOf([], { public: { ...base.public, to: { '/shop': 'api' } } }),
    'components.public.to',
    'no service gets /api/orders from a load balancer',
  ],
  [
    'a stand-in that leads to no database',
    problemsOf([], { api: { ...base.api, needs: [] } }),
    'components.api.needs',
    'no database is in its needs, nor in those of what it needs',
  ],
])('%s: refused with its place and its mend', (_, problems, path, wrong) => {
  expect(problems).toMatchObject([{ path, file: 'shop/platform.ts' }]);
  expect(problems[0]?.wrong).toContain(wrong);
  expect(problems[0]?.mend.length).toBeGreaterThan(10);
});

test("a service of a user's own needs no database by name", () => {
  const lab = { run: ['./main.ts'] };
  expect(problemsOf([], { api: { ...base.api, needs: [], lab } })).toEqual([]);
});
