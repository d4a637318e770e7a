/** What reads secrets in a cluster may decrypt them, whichever key they have. */
import { resolve } from '@outrigger/model';
import { expect, test } from 'vitest';
import { build, parseBuild, writtenExample } from './testing/hcl.ts';

test('secrets that stand already are decrypted by any key, for themselves alone', async () => {
  const written = await writtenExample('enterprise');
  const ids = { 'us-east-2': 'shop', 'us-west-2': 'shop' };
  const tokens = { ...written.components?.tokens, existing: { id: ids } };
  const resolution = resolve({ ...written, components: { ...written.components, tokens } });
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  const modules = await parseBuild(build(resolution.platform));
  for (const region of ['us-east-2', 'us-west-2']) {
    const policy = modules
      .get(`${region}/add-ons`)
      ?.blocks.get('data.aws_iam_policy_document.external_secrets');
    expect(policy, region).toMatchObject({
      statement: expect.arrayContaining([
        expect.objectContaining({
          sid: 'DecryptStanding',
          actions: ['kms:Decrypt'],
          resources: [expect.stringMatching(new RegExp(`:kms:${region}:.*:key/\\*$`))],
          condition: [
            {
              test: 'StringEquals',
              variable: 'kms:ViaService',
              values: [`secretsmanager.${region}.amazonaws.com`],
            },
            {
              test: 'StringEquals',
              variable: 'kms:EncryptionContext:SecretARN',
              values: expect.arrayContaining([expect.stringContaining('tokens_arn_datadog_api')]),
            },
          ],
        }),
      ]),
    });
    expect(modules.get(`${region}/data`)?.blocks.get('var.tokens_key_arn')).toBeUndefined();
  }
});
