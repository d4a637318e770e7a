/** The administrator of a database: its name, and its password where AWS can't manage one. */
import type { DatabaseComponent, Platform } from '@outrigger/model';
import {
  allow,
  arnOf,
  type Block,
  call,
  type Expression,
  ephemeral,
  foundIn,
  hcl,
  type LayerFragment,
  labelOf,
  published,
  type RegionInput,
  ref,
  resource,
  type Statement,
} from '@outrigger/terraform';
import { nameOf, viaSecretsManager } from './terraform.ts';

/** The name of the administrator. `admin` and `postgres` are what everybody tries first. */
export const administrator = 'outrigger';

export interface Credentials {
  /** What the copy in this region is given; null: it follows, or the password is not ours. */
  readonly password: Expression | null;
  /** Whether a copy here may have been given one before: then it must not be taken away. */
  readonly follows: boolean;
  readonly files: readonly LayerFragment[];
}

/**
 * Where regions follow, RDS manages no password. One is made in the region that writes first, and
 * the secret that holds it is copied to the others; it is written to the copy that writes by the
 * recovery state, and only there: a change of it is refused by what follows.
 */
export function credentialsOf(
  input: RegionInput<DatabaseComponent['kind']>,
  keyArn: Expression,
): Credentials {
  const { component, platform, region, state } = input;
  if (!isOurs(component)) return { password: null, follows: false, files: [] };
  const secret = region.name === component.writerIn ? secretOf(platform, component, keyArn) : null;
  const isWriter = state.data[component.name]?.writerIn === region.name;
  const kept = isWriter ? keptIn(platform, component, secret?.id ?? null) : null;
  const blocks = [...(secret?.blocks ?? []), ...(kept === null ? [] : [kept])];
  return {
    password: kept === null ? null : hcl(`jsondecode(${kept.address}.secret_string)["password"]`),
    follows: !isWriter,
    files:
      blocks.length === 0 ? [] : [{ layer: 'data', file: `${component.name}-credentials`, blocks }],
  };
}

/** Whether its password is made here: RDS manages none of what other regions follow. */
function isOurs(component: DatabaseComponent): boolean {
  return component.replicaIn.length > 0 && foundIn(component, component.writerIn) === null;
}

/** A password that nobody sees: made while Terraform runs and written to Secrets Manager. */
function secretOf(
  platform: Platform,
  component: DatabaseComponent,
  keyArn: Expression,
): { readonly id: Expression; readonly blocks: readonly Block[] } {
  const label = labelOf(component.name);
  const fresh = ephemeral('aws_secretsmanager_random_password', label, {
    password_length: component.credentials.passwordLengthMin,
    // RDS takes no slash, quote, at sign or space.
    exclude_characters: '/@"\' \\',
  });
  const secret = resource(
    'aws_secretsmanager_secret',
    label,
    {
      name: nameOf(platform, component),
      description: `Administrator of ${component.name}`,
      kms_key_id: keyArn,
      recovery_window_in_days: 30,
      replica: component.replicaIn.map((region) => ({ region })),
    },
    {
      comment:
        'RDS can neither manage nor rotate the password of a database that other regions follow. ' +
        'To change it, raise `passwords.version` in the platform, build, and apply `data` here, ' +
        'then in the region that writes, whose copy of the secret has followed by then.',
      remarks: { replica: 'A region that takes over reads its own copy.' },
      accepted: { CKV2_AWS_57: 'Rotated by its version: RDS refuses to for what replicates' },
    },
  );
  const version = resource('aws_secretsmanager_secret_version', label, {
    secret_id: ref(secret, 'id'),
    secret_string_wo: call('jsonencode', {
      username: administrator,
      password: ref(fresh, 'random_password'),
      version: component.credentials.version,
    }),
    secret_string_wo_version: component.credentials.version,
  });
  return { id: ref(version, 'secret_id'), blocks: [fresh, secret, version] };
}

/** `secretId`: of the secret itself; null: this region has a copy of it, under the same name. */
function keptIn(platform: Platform, component: DatabaseComponent, secretId: Expression | null) {
  const label = labelOf(component.name);
  if (secretId !== null) {
    const comment = 'Read back, so that the database gets what the secret holds and nothing else.';
    return ephemeral(
      'aws_secretsmanager_secret_version',
      label,
      { secret_id: secretId },
      { comment },
    );
  }
  const { version } = component.credentials;
  return ephemeral(
    'aws_secretsmanager_secret_version',
    label,
    {
      secret_id: nameOf(platform, component),
      lifecycle: {
        postcondition: {
          condition: hcl(`try(jsondecode(self.secret_string)["version"], 0) == ${version}`),
          error_message:
            `The secret has another version than ${component.name} is to have. Apply data in ` +
            `${component.writerIn} first; its copy here follows within seconds.`,
        },
      },
    },
    { comment: 'The copy that this region has of the secret: no other region is asked.' },
  );
}

/**
 * What reads the password in a region: the secret there, and its key by way of Secrets Manager
 * alone. A copy has the key of that region's own Secrets Manager, which asks for no more. None
 * where the database stands already, or where RDS manages the password.
 */
export function passwordReads(
  platform: Platform,
  component: DatabaseComponent,
  region: string,
): readonly Statement[] {
  if (!isOurs(component) || !component.regions.includes(region)) return [];
  const words = labelOf(component.name).replaceAll('_', '');
  // Secrets Manager puts six characters of its own behind the name.
  const secret = arnOf('secretsmanager', region, `secret:${nameOf(platform, component)}-??????`);
  const read = allow(`Password${words}`, {
    actions: ['secretsmanager:GetSecretValue'],
    resources: [secret],
  });
  if (region !== component.writerIn) return [read];
  const decrypt = allow(`Unlock${words}`, {
    actions: ['kms:Decrypt'],
    resources: [published(component.name, 'key-arn')],
    condition: viaSecretsManager(region),
  });
  return [read, decrypt];
}

/** Why a copy is written as if it had no password. */
export const passwordRemark = 'Its password is that of the copy that writes, and is set there.';
