/** Who needs a database may read its password, and the key that it is encrypted with. */
import { at, bare, type Parsed } from './hcl.ts';
import { blocksOf, type Modules, type Rule } from './module-rules.ts';
import { type Statement, statementsIn } from './policy-rules.ts';

/** A database in a region, and the secret with its password there. */
interface Database {
  readonly folder: string;
  readonly region: string;
  readonly address: string;
  /** As its security group is called, and the rules that let somebody in. */
  readonly label: string;
  /** What a statement has to name, by where it comes from; null: a name of our own. */
  readonly secret: string | null;
  /** null: a key of Secrets Manager's own, which asks for no more than the secret. */
  readonly key: string | null;
}

/** Where a value comes from, by way of all parameters that carry it: its module and its text. */
function originOf(modules: Modules, folder: string, value: Parsed | undefined): string {
  const text = bare(String(value));
  const local = /^local\.(\w+)$/.exec(text)?.[1];
  const read = modules.get(folder)?.blocks.get(`data.aws_ssm_parameter.${local}`);
  const [region] = folder.split('/');
  const writer = blocksOf(modules, 'aws_ssm_parameter.').find(
    (one) =>
      one.body.name === read?.name && (one.body.region ?? one.folder.split('/')[0]) === region,
  );
  if (read === undefined || writer === undefined) return `${folder} ${text}`;
  return originOf(modules, writer.folder, writer.body.value);
}

function databasesIn(modules: Modules): readonly Database[] {
  const types = ['aws_db_instance.', 'aws_rds_cluster.', 'aws_docdb_cluster.'];
  return types
    .flatMap((type) => blocksOf(modules, type))
    .map(({ folder, address, body }): Database => {
      const [region = ''] = folder.split('/');
      // From its second generation on, an instance has its number behind its name.
      const label = address.slice(address.lastIndexOf('.') + 1).replace(/_\d$/, '');
      const isManaged = body.manage_master_user_password === true;
      const made = modules.get(folder)?.blocks.get(`aws_secretsmanager_secret.${label}`);
      const key = isManaged ? body.master_user_secret_kms_key_id : made?.kms_key_id;
      const secret = `\${${address}.master_user_secret[0].secret_arn}`;
      return {
        folder,
        region,
        address,
        label,
        secret: isManaged ? originOf(modules, folder, secret) : null,
        key: key === undefined ? null : originOf(modules, folder, key),
      };
    });
}

/** A cluster or a group of machines of the same region that the database lets in. */
function usersOf(modules: Modules, { region, label }: Database): readonly string[] {
  const lets = `aws_vpc_security_group_ingress_rule.${label}_from_`;
  return blocksOf(modules, lets)
    .filter(({ folder, body }) => folder.startsWith(`${region}/`) && body.cidr_ipv4 === undefined)
    .map(({ address }) => address.slice(lets.length));
}

/** A role's own policy: `us-east-1/add-ons data.aws_iam_policy_document.orders`. */
function allows(
  modules: Modules,
  policy: readonly Statement[],
  { secret, key, label }: Database,
): boolean {
  const named = label.replaceAll('_', '-');
  const isSecret = (resource: string, folder: string) =>
    secret === null
      ? resource.endsWith(`-${named}-??????`) || /:secret:[\w-]+-\*$/.test(resource)
      : originOf(modules, folder, resource) === secret;
  const may = (action: string, isMeant: (resource: string, folder: string) => boolean) =>
    policy.some(
      ({ actions, resources, place }) =>
        actions.includes(action) &&
        resources.some((resource) => isMeant(resource, place.split(' ')[0] ?? '')),
    );
  return (
    may('secretsmanager:GetSecretValue', isSecret) &&
    (key === null ||
      may('kms:Decrypt', (resource, folder) => originOf(modules, folder, resource) === key))
  );
}

/**
 * Whoever is let in to a database by its security group has a way to its password there: a group of
 * machines by its own role, a cluster by a role of something that runs in it.
 */
export const passwordsHaveReaders: Rule = (modules) => {
  const policies = Map.groupBy(statementsIn(modules), ({ place }) => place);
  return databasesIn(modules).flatMap((database) => {
    const { folder, region, address } = database;
    return usersOf(modules, database)
      .filter((user) => {
        const own = `${region}/cluster data.aws_iam_policy_document.${user}`;
        const isMachines = modules
          .get(`${region}/cluster`)
          ?.blocks.has(`aws_launch_template.${user}`);
        const able = [...policies].filter(([place]) =>
          isMachines === true ? place === own : place.startsWith(`${region}/add-ons `),
        );
        return !able.some(([, policy]) => allows(modules, policy, database));
      })
      .map((user) => `${folder} ${address} has a password that ${user} may not read`);
  });
};

/** A password that AWS makes is changed on a schedule of ours, and by AWS itself. */
export const managedPasswordsAreChanged: Rule = (modules) =>
  blocksOf(modules, 'aws_')
    .filter(({ body }) => body.manage_master_user_password === true)
    .filter(({ folder, address }) => {
      const schedules = blocksOf(modules, 'aws_secretsmanager_secret_rotation.');
      return !schedules.some(
        (one) =>
          one.folder === folder &&
          bare(String(one.body.secret_id)) === `${address}.master_user_secret[0].secret_arn` &&
          one.body.rotation_lambda_arn === undefined &&
          Number(at(one.body, 'rotation_rules.automatically_after_days')) >= 1,
      );
    })
    .map(({ folder, address }) => `${folder} ${address} keeps its password`);
