/** Disks of machines: as large as was asked, on the device that fills up. */
import { resolve } from '@outrigger/model';
import { expect, test } from 'vitest';
import { at, build, parseBuild, writtenExample } from './testing/hcl.ts';

test.each([
  ['AL2023_x86_64_STANDARD', '30.5 GiB', [['/dev/xvda', 31]]],
  [
    'BOTTLEROCKET_x86_64',
    '50 GiB',
    [
      ['/dev/xvda', undefined],
      ['/dev/xvdb', 50],
    ],
  ],
])('%s with %s', async (ami, disk, devices) => {
  const written = structuredClone(await writtenExample('net-diagram'));
  const apps = { instances: ['m6i.large'], min: 3, max: 12, ami, disk };
  Object.assign(written.components?.cluster ?? {}, { nodeGroups: { apps } });
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  const modules = await parseBuild(build(resolution.platform));
  const template = modules.get('us-east-1/cluster')?.blocks.get('aws_launch_template.cluster_apps');
  expect(template?.block_device_mappings).toHaveLength(devices.length);
  for (const [index, [device, gib]] of devices.entries()) {
    const path = `block_device_mappings.${index}`;
    expect(at(template, `${path}.device_name`)).toBe(device);
    expect(at(template, `${path}.ebs.volume_size`)).toBe(gib);
    expect(at(template, `${path}.ebs.encrypted`)).toBe('true');
  }
});
