/** The administrator of a database: its name, and its password where AWS can't manage one. */
import type { DatabaseComponent, Platform } from '@outrigger/model';
import {
  type Addressed,
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
  refInto,
  resource,
  type Statement,
} from '@outrigger/terraform';
import { DAY_MS, nameOf, sidOf, viaSecretsManager } from './terraform.ts';

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

/** The secret that holds a database's password in a region, and the key to it. */
export interface PasswordSecret {
  /** Its ARN, or what its ARN is like. */
  readonly arn: Expression;
  /** null: the region's own key of Secrets Manager, which asks for no more than the secret. */
  readonly keyArn: Expression | null;
  /** AWS has named it, and not after the platform. */
  readonly isManaged: boolean;
}

/** null: there is none in the region, or the database stands already and nobody told us. */
export function passwordIn(
  platform: Platform,
  component: DatabaseComponent,
  region: string,
): PasswordSecret | null {
  if (!component.regions.includes(region)) return null;
  if (foundIn(component, component.writerIn) !== null) return null;
  if (component.credentials.rotationMs !== null) {
    return {
      arn: published(component.name, secretArn),
      // DocumentDB takes its key for the secret by its API alone: the provider has no argument.
      keyArn: component.kind === 'documentdb' ? null : published(component.name, 'key-arn'),
      isManaged: true,
    };
  }
  return {
    // Secrets Manager puts six characters of its own behind the name.
    arn: arnOf('secretsmanager', region, `secret:${nameOf(platform, component)}-??????`),
    keyArn: region === component.writerIn ? published(component.name, 'key-arn') : null,
    isManaged: false,
  };
}

const secretArn = 'secret-arn';

export interface ManagedSecret {
  readonly publishes: { readonly [name: string]: Expression };
  readonly files: readonly LayerFragment[];
}

/** The secret that AWS makes with a database: where it is, and when it is changed. */
export function managedSecret(
  component: DatabaseComponent,
  database: Addressed<'master_user_secret'>,
): ManagedSecret {
  const { rotationMs } = component.credentials;
  if (rotationMs === null) return { publishes: {}, files: [] };
  const arn = refInto(database, 'master_user_secret', '[0].secret_arn');
  const rotation = resource(
    'aws_secretsmanager_secret_rotation',
    labelOf(component.name),
    {
      secret_id: arn,
      rotate_immediately: false,
      rotation_rules: { automatically_after_days: rotationMs / DAY_MS },
    },
    {
      comment: 'AWS made the password with the database, and changes it by itself: no function.',
      remarks: { rotate_immediately: 'Another schedule is no reason for another password.' },
    },
  );
  const file = `${component.name}-credentials`;
  return {
    publishes: { [secretArn]: arn },
    files: [{ layer: 'data', file, blocks: [rotation] }],
  };
}

/** What reads the password in a region, and nothing else: its secret, and the key of that. */
export function passwordReads(
  platform: Platform,
  component: DatabaseComponent,
  region: string,
): readonly Statement[] {
  const secret = passwordIn(platform, component, region);
  if (secret === null) return [];
  const read = allow(sidOf('Password', component.name), {
    actions: ['secretsmanager:GetSecretValue'],
    resources: [secret.arn],
  });
  return secret.keyArn === null
    ? [read]
    : [read, decrypt(sidOf('Unlock', component.name), region, [secret.keyArn])];
}

/** A key is used by way of Secrets Manager alone. */
export function decrypt(sid: string, region: string, keyArns: readonly Expression[]): Statement {
  return allow(sid, {
    actions: ['kms:Decrypt'],
    resources: keyArns,
    condition: viaSecretsManager(region),
  });
}

/** Why a copy is written as if it had no password. */
export const passwordRemark = 'Its password is that of the copy that writes, and is set there.';
