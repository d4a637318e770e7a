/** Each line of the design: on the resolved platform, and on the Terraform that is built of it. */
import { expect, test } from 'vitest';
import { testBuilt } from '../testing/built.ts';
import { built } from '../testing/ec2-monitored.ts';
import { build } from '../testing/hcl.ts';
import { resolved, testRequirements } from '../testing.ts';
import written from './platform.ts';
import { ours, requirements } from './requirements.ts';

testRequirements(written, requirements, ours);
testBuilt(written, requirements, built);

test('what AWS has retired stands beside what is used, with who says so', () => {
  const { files } = build(resolved(written));
  for (const region of ['us-east-2', 'us-west-1']) {
    const file = files.find(({ path }) => path === `${region}/data/records.tf`);
    const told = /((?: +#.*\n)+) +instance_class += "db\.r6g\.large"/g;
    const comments = [...(file?.text ?? '').matchAll(told)].map(([, comment = '']) =>
      comment.replaceAll(/\s*# /g, ' ').trim(),
    );
    expect(comments).toHaveLength(2);
    for (const comment of comments) {
      expect(comment).toMatch(/^db\.t2\.small was asked for, .*: Aurora user guide, .*\.$/);
    }
  }
});
