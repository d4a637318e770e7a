/** What every root module has beside its resources: versions, backend, provider, what it reads. */
import type { Platform } from '@outrigger/model';
import type { Publication } from './gather.ts';
import { type Block, labelled, nested } from './hcl/block.ts';
import {
  call,
  type Expression,
  hcl,
  isSeveral,
  type Publishable,
  type Value,
} from './hcl/value.ts';
import { folderOf, homeOf, type Root } from './layers.ts';
import { data, type Notes, resource } from './resource.ts';
import { localName } from './wiring.ts';

/** The one whose bindings the types were made from, and everything up to the next major. */
const aws = { source: 'hashicorp/aws', version: '~> 6.66' } as const;
/** From 3.0 on, the cluster is an argument of the provider and no block. */
const helm = { source: 'hashicorp/helm', version: '~> 3.0' } as const;

/** The key that states and parameters of a region are encrypted with, made by `bootstrap/`. */
export function keyAlias(platform: Platform): string {
  return `alias/${platform.name}-terraform`;
}

/** `hasCharts`: whether something is installed in a cluster from here. */
export function versions(platform: Platform, root: Root, hasCharts: boolean): readonly Block[] {
  const region = homeOf(platform, root);
  const key = root.place === 'region' ? root.layer : root.place;
  return [
    {
      type: 'terraform',
      labels: [],
      comment:
        '`terraform init` writes .terraform.lock.hcl, the exact versions that it took: commit it.',
      remarks: {
        required_version: 'Write-only arguments need 1.11, a lock file in the bucket 1.10.',
        backend: 'The bucket is named at init: see docs/deploy.md.',
      },
      body: {
        required_version: '>= 1.11',
        required_providers: nested(hasCharts ? { aws, helm } : { aws }),
        ...(root.place === 'bootstrap'
          ? {}
          : {
              backend: labelled('s3', {
                key: `${key}.tfstate`,
                region,
                encrypt: true,
                kms_key_id: keyAlias(platform),
                use_lockfile: true,
              }),
            }),
      },
    },
  ];
}

export function provider(platform: Platform, root: Root): readonly Block[] {
  const region = homeOf(platform, root);
  const tags = { Platform: platform.name, Layer: folderOf(root), ManagedBy: 'terraform' };
  const comment = {
    region: undefined,
    global:
      `What is here has no region; its state lies in ${region}. What each region reads of it is ` +
      'a parameter there: while a region is lost, plan with -refresh=false, or one record ' +
      'by -target.',
    peering: 'What joins regions: the only module that reads more than one of them.',
    bootstrap: 'The buckets that hold the state of every other module, and their keys.',
  }[root.place];
  return [
    {
      type: 'provider',
      labels: ['aws'],
      comment,
      body: { region, default_tags: nested({ tags }) },
    },
  ];
}

/** Its address in the module that writes it. */
export function parameterPath(
  platform: Platform,
  { component, name }: { readonly component: string; readonly name: string },
): string {
  return `/${platform.name}/${component}/${name}`;
}

/** What a module reads: the parameters, and a name for each. */
export function inputs(
  platform: Platform,
  root: Root,
  reads: readonly Publication[],
): readonly Block[] {
  const locals: Record<string, Value> = {};
  const sources = reads.map((publication) => {
    const label = localName(root, publication);
    const source = data('aws_ssm_parameter', label, {
      ...(root.place === 'region' ? {} : { region: publication.region }),
      name: parameterPath(platform, publication),
    });
    const text = call('nonsensitive', hcl(`${source.address}.value`));
    locals[label] = isSeveral(publication.value) ? call('split', ',', text) : text;
    return source;
  });
  const comment =
    root.place === 'region'
      ? 'What the layers below, and those that span regions, have made here.'
      : 'What the regions have made.';
  const note = `${comment} They are identifiers, encrypted but no secrets: plans may show them.`;
  return [{ type: 'locals', labels: [], body: locals, comment: note }, ...sources];
}

/** What others read of a module. */
export function outputs(
  platform: Platform,
  root: Root,
  told: readonly Publication[],
): readonly Block[] {
  return told.map((publication) =>
    parameter(platform, {
      ...publication,
      label: localName(root, publication),
      region: root.place === 'region' ? null : publication.region,
    }),
  );
}

/** A value in a region, encrypted, for whoever may read it: a module above, or a service. */
export function parameter(
  platform: Platform,
  told: {
    readonly component: string;
    readonly name: string;
    readonly label: string;
    /** Where it stands, if not where the module's provider is. */
    readonly region: string | null;
    readonly value: Publishable;
  },
  notes: Notes = {},
): Block {
  return resource(
    'aws_ssm_parameter',
    told.label,
    {
      ...(told.region === null ? {} : { region: told.region }),
      name: parameterPath(platform, told),
      type: 'SecureString',
      key_id: keyAlias(platform),
      value: textOf(told.value),
    },
    notes,
  );
}

function textOf(value: Publishable): string | Expression {
  if (!isSeveral(value)) return value;
  return call('join', ',', 'list' in value ? value.list : value);
}
