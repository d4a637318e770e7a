import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { duration, pattern } from '../fields.ts';
import { allRegions, defineKind, type Surroundings, startRegion, type Tell } from '../kind.ts';

/**
 * IAM Identity Center: who may do what, for as long as a session. Its instance is one for an
 * organization and stands already; who logs in comes from the company's own identity provider.
 */
export interface WorkforceIdentity extends ComponentBase {
  readonly kind: 'workforce-identity';
  /** The region of the instance, which need not be one of the platform's. */
  readonly homeIn: string;
  readonly signIn: 'oidc' | 'saml' | 'identity-center';
  /** A second factor is asked for: a setting of the console, which has no API. */
  readonly mfa: boolean;
  readonly jobs: { readonly [job: string]: Job };
}

/** A permission set, and the group of people that has it. */
export interface Job {
  readonly name: string;
  /** The group's name in the directory. */
  readonly group: string;
  /** AWS's managed policies, by name. */
  readonly policies: readonly string[];
  /** A session ends after this long, in ms. */
  readonly sessionMs: number;
  /** Whether it may assume the roles that recover; a person, by a session that is logged. */
  readonly recovers: boolean;
}

/** Identity Center: a session lasts 1 to 12 hours (user guide, session duration). */
const session = { minMs: 3_600_000, maxMs: 12 * 3_600_000 } as const;
/** IAM: managed policies of one role, before a quota is raised (IAM user guide, quotas). */
const policiesMax = 10;
/** Identity Center API reference, CreatePermissionSet. */
const permissionSetNameMax = 32;

const job = z.strictObject({
  group: z
    .string()
    .min(1, { error: 'is empty\nwrite the name of a group' })
    .meta({ examples: ['platform-engineers'] })
    .describe("The group's name in the directory."),
  policies: z
    .array(
      pattern(
        /^(?:[\w+=,.@-]+\/)?[\w+=,.@-]{1,128}$/,
        "is not the name of one of AWS's policies",
        "write it as in IAM, like 'job-function/ViewOnlyAccess'",
      ),
    )
    .min(1, { error: "names no policy\nname at least one, like 'SecurityAudit'" })
    .max(policiesMax, { error: `names more than ${policiesMax}, AWS's limit\nname fewer` })
    .describe("AWS's managed policies, like 'job-function/ViewOnlyAccess'."),
  session: duration().optional().describe('A session ends after it: 1h to 12h. Default 1h.'),
  recovers: z.boolean().optional().describe('May run a recovery. Default false.'),
});

const schema = z.strictObject({
  kind: z.literal('workforce-identity'),
  homeIn: pattern(
    /^[a-z]{2}(-[a-z]+)+-\d$/,
    'is not a region of AWS',
    "write it as AWS does, like 'us-east-1'",
  )
    .optional()
    .describe('The region of the instance. Default: the primary.'),
  signIn: z
    .enum(['oidc', 'saml', 'identity-center'])
    .optional()
    .describe("Who knows the people. Default oidc: the company's own provider."),
  jobs: z.record(z.string(), job).describe('What each job may do, by its name.'),
  ...commonFields,
});

function check(written: z.output<typeof schema>, _: Surroundings, tell: Tell): void {
  const jobs = Object.entries(written.jobs);
  if (jobs.length === 0) tell(['jobs'], 'names no job', 'add one: auditor: { group, policies }');
  for (const [name, { session: length }] of jobs) {
    if (!/^[\w+=,.@-]+$/.test(name) || name.length > permissionSetNameMax) {
      tell(
        ['jobs', name],
        `is not a name that Identity Center takes: ${permissionSetNameMax} characters at most`,
        'use letters, digits and hyphens, and fewer of them',
      );
    }
    if (length !== undefined && (length < session.minMs || length > session.maxMs)) {
      tell(
        ['jobs', name, 'session'],
        'is outside what Identity Center offers: 1 to 12 hours',
        `write ${length < session.minMs ? "'1h' or more" : "'12h' or less"}`,
      );
    }
  }
}

export const workforceIdentity = defineKind({
  kind: 'workforce-identity',
  title: 'IAM Identity Center',
  scope: 'global',
  schema,
  references: {},
  regionReferences: [],
  labels: ['jobs', 'jobs.*.policies'],
  name: { lengthMax: 63, because: 'a label' },
  check,
  resolve: (written, around, fill, name): WorkforceIdentity => ({
    kind: 'workforce-identity',
    ...fillBase(name, allRegions(around), written),
    homeIn: fill(
      ['homeIn'],
      written.homeIn,
      startRegion(around),
      'write where the instance is, if it is elsewhere',
    ),
    signIn: fill(['signIn'], written.signIn, 'oidc', 'people log in where they do already'),
    mfa: fill(['mfa'], undefined, true, 'a password alone opens nothing'),
    jobs: Object.fromEntries(
      Object.entries(written.jobs).map(([key, each]) => [
        key,
        {
          name: key,
          group: each.group,
          policies: each.policies,
          sessionMs: fill.duration(
            ['jobs', key, 'session'],
            each.session,
            session.minMs,
            'the shortest there is: nobody holds a key for long',
          ),
          recovers: fill(
            ['jobs', key, 'recovers'],
            each.recovers,
            false,
            'a recovery changes what serves',
          ),
        },
      ]),
    ),
  }),
});
