/** Clients of every place are led to a region that is there, whichever is lost. */
import { componentsOf, resolve } from '@outrigger/model';
import { describe, expect, test } from 'vitest';
import { build, loadExample, parseBuild, writtenExample } from './testing/hcl.ts';
import { answerTo, regionalNames } from './testing/route53.ts';

const continents = ['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA'];

describe.each(['ec2-monitored', 'enterprise', 'net-diagram', 'peccy'])('%s', (example) => {
  test('whoever asks is led to a region that answers', async () => {
    const platform = await loadExample(example);
    const modules = await parseBuild(build(platform));
    const names = componentsOf(platform, 'dns').filter(
      ({ to }) => platform.components[to]?.kind === 'load-balancer',
    );
    expect(names.length).toBeGreaterThan(0);
    for (const { record, regions } of names) {
      expect(regionalNames(modules).get(record), record).toBeDefined();
      for (const lost of regions) {
        const healthy = regions.filter((region) => region !== lost);
        for (const continent of continents) {
          const answer = answerTo(modules, { name: record, continent, healthy });
          expect(healthy, `${record} from ${continent}, without ${lost}`).toContain(answer);
        }
      }
    }
  });
});

test('by geography a place is led to its own region, and all others to that of *', async () => {
  const modules = await parseBuild(build(await loadExample('net-diagram')));
  const healthy = ['us-east-1', 'eu-west-1'];
  const answers = continents.map((continent) => [
    continent,
    answerTo(modules, { name: 'shop.example.com', continent, healthy }),
  ]);
  expect(Object.fromEntries(answers)).toEqual({
    AF: 'eu-west-1',
    AN: 'us-east-1',
    AS: 'eu-west-1',
    EU: 'eu-west-1',
    NA: 'us-east-1',
    OC: 'us-east-1',
    SA: 'us-east-1',
  });
});

/** Route 53 takes one record of failover that is first and one that is second. */
test('of three regions, each is led to when the other two are lost', async () => {
  const written = await writtenExample('net-diagram');
  const regions = {
    'us-east-1': { role: 'peer', cidr: '10.40.0.0/16', zones: 3 },
    'eu-west-1': { role: 'peer', cidr: '10.41.0.0/16', zones: 3 },
    'ap-northeast-1': { role: 'peer', cidr: '10.42.0.0/16', zones: 3 },
  };
  const resolution = resolve({ ...written, regions });
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  const modules = await parseBuild(build(resolution.platform));
  const name = 'shop.example.com';
  for (const region of Object.keys(regions)) {
    for (const continent of continents) {
      expect(answerTo(modules, { name, continent, healthy: [region] })).toBe(region);
    }
  }
});

test('a rest of the world in one region only is seen', async () => {
  const built = build(await loadExample('net-diagram'));
  const files = built.files.map((file) => ({
    ...file,
    text: file.text.replace('aws_route53_record.domain_any_region.name', 'aws_lb.alb.dns_name'),
  }));
  const modules = await parseBuild({ ...built, files });
  const asked = { name: 'shop.example.com', continent: 'NA', healthy: ['eu-west-1'] };
  expect(answerTo(modules, asked)).toBe('us-east-1');
});
