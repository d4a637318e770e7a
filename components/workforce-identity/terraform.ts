import type { Job, WorkforceIdentity } from '@outrigger/model';
import {
  accountId,
  type Block,
  data,
  type Expression,
  hcl,
  labelOf,
  partition,
  ref,
  resource,
  type TerraformFacet,
  template,
} from '@outrigger/terraform';

/**
 * A permission set for each job, and the group of people that has it here. The instance stands
 * already, one for an organization: it is looked up. Where people come from (OIDC or SAML) and that
 * they show a second factor is set in its console, which has no API.
 */
export const terraform: TerraformFacet<'workforce-identity'> = {
  global: ({ component }) => {
    const region = component.homeIn;
    const instances = data(
      'aws_ssoadmin_instances',
      labelOf(component.name),
      { region },
      { comment: 'One for an organization, made by hand: whoever logs in, does so there.' },
    );
    const arn = hcl(`one(${instances.address}.arns)`);
    const store = hcl(`one(${instances.address}.identity_store_ids)`);
    return [
      {
        file: component.name,
        blocks: [
          instances,
          ...Object.values(component.jobs).flatMap((job) => jobBlocks(component, job, arn, store)),
        ],
      },
    ];
  },
};

function jobBlocks(
  { name, homeIn }: WorkforceIdentity,
  job: Job,
  instance: Expression,
  store: Expression,
): readonly Block[] {
  const label = labelOf(`${name}_${job.name}`);
  const place = { region: homeIn };
  const set = resource('aws_ssoadmin_permission_set', label, {
    ...place,
    name: job.name,
    description: job.recovers ? `${job.name}: may run a recovery` : job.name,
    instance_arn: instance,
    session_duration: `PT${Math.round(job.sessionMs / 60_000)}M`,
  });
  const policies = job.policies.map((path) =>
    resource('aws_ssoadmin_managed_policy_attachment', labelOf(`${name}_${job.name}_${path}`), {
      ...place,
      instance_arn: instance,
      permission_set_arn: ref(set, 'arn'),
      managed_policy_arn: template`arn:${partition}:iam::aws:policy/${path}`,
    }),
  );
  const group = data('aws_identitystore_group', label, {
    ...place,
    identity_store_id: store,
    alternate_identifier: {
      unique_attribute: { attribute_path: 'DisplayName', attribute_value: job.group },
    },
  });
  const assigned = resource('aws_ssoadmin_account_assignment', label, {
    ...place,
    instance_arn: instance,
    permission_set_arn: ref(set, 'arn'),
    principal_type: 'GROUP',
    principal_id: ref(group, 'group_id'),
    target_type: 'AWS_ACCOUNT',
    target_id: accountId,
  });
  return [set, ...policies, group, assigned];
}
