import { completed } from '@outrigger/model';
import { expect, test } from 'vitest';
import { refusedToo } from './terraform.ts';

const platform = {
  name: 'shop',
  strategy: 'pilot-light',
  regions: {
    'us-east-1': { role: 'primary', cidr: '10.0.0.0/16', zones: 2 },
    'us-west-2': { role: 'standby', cidr: '10.1.0.0/16', zones: 2 },
  },
  objectives: {
    'zone-loss': { rpo: '0s', rto: '5m' },
    'region-loss': { rpo: '1m', rto: '30m', approval: 'always' },
  },
  components: {
    web: {
      kind: 'service',
      in: 'cluster',
      image: 'shop/web',
      port: 8080,
      replicas: { min: 2, max: 4 },
    },
  },
};

test('where what a platform refers to is not there, its own problems come alone', async () => {
  expect(() => completed(platform)).toThrow('web is in no cluster');
  await expect(refusedToo(platform, '')).resolves.toEqual([]);
});

test('a fault of ours is not taken for one of the platform', async () => {
  const fault = new TypeError('nothing is no region');
  const written = {
    ...platform,
    get regions(): never {
      throw fault;
    },
  };
  await expect(refusedToo(written, '')).rejects.toBe(fault);
});
