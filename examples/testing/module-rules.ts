/** What has to hold for any Terraform of ours, on what a parser reads: each says what does not. */
import { bare, listOf, mapOf, type Parsed, type ParsedModule } from './hcl.ts';
import { referencesIn } from './references.ts';

export type Modules = ReadonlyMap<string, ParsedModule>;
export type Rule = (modules: Modules) => readonly string[];

/** Blocks of a type, with their module and address. */
export function blocksOf(modules: Modules, prefix: string) {
  return [...modules.values()].flatMap(({ folder, blocks }) =>
    [...blocks]
      .filter(([address]) => address.startsWith(prefix))
      .map(([address, body]) => ({ folder, address, body })),
  );
}

/** No reference leads back to where it came from. */
export const noCycle: Rule = (modules) =>
  [...modules.values()].flatMap(({ folder, blocks, locals }) => {
    const edges = new Map<string, readonly string[]>([
      // A variable's own condition is about itself.
      ...[...blocks]
        .filter(([address]) => !address.startsWith('var.'))
        .map(([address, body]): [string, string[]] => [address, referencesIn(body)]),
      ...[...locals].map(([key, value]): [string, string[]] => [
        `local.${key}`,
        referencesIn(value),
      ]),
    ]);
    const done = new Set<string>();
    const found: string[] = [];
    const visit = (address: string, above: readonly string[]): void => {
      if (above.includes(address)) found.push(`${folder}: ${[...above, address].join(' → ')}`);
      if (done.has(address) || above.includes(address)) return;
      for (const next of edges.get(address) ?? []) visit(next, [...above, address]);
      done.add(address);
    };
    for (const address of edges.keys()) visit(address, []);
    return found;
  });

/**
 * Resources that the provider asks another region about on each refresh, whatever module they are
 * in, and the argument that names it (provider 6, internal/service/dynamodb/table.go, which reads
 * backups and tags of each replica, and internal/service/efs/replication_configuration.go).
 */
const asksOthers: { readonly [type: string]: string } = {
  aws_dynamodb_table: 'replica',
  aws_dynamodb_table_replica: 'global_table_arn',
  aws_efs_replication_configuration: 'destination',
};

/** Only `peering` reads two regions; `global` says where, since it is in none. */
export const oneRegionEach: Rule = (modules) => [
  ...blocksOf(modules, 'data.')
    .filter(({ folder, body }) => body.region !== undefined && folder.includes('/'))
    .map(({ folder, address }) => `${folder} ${address} reads ${String(folder)}'s neighbour`),
  ...blocksOf(modules, 'aws_')
    .filter(({ folder }) => folder !== 'peering')
    .filter(({ address, body }) => {
      const argument = asksOthers[address.split('.')[0] ?? ''];
      return argument !== undefined && listOf(body[argument]).length > 0;
    })
    .map(({ folder, address }) => `${folder} ${address} is read in two regions`),
];

interface End {
  readonly folder: string;
  readonly address: string;
  readonly own: string;
  readonly other: string | null;
  readonly ports: string;
}

/** What a module calls a group, as the module that makes it does: `us-east-1 web_alb`. */
function groupOf(modules: Modules, folder: string, value: Parsed | undefined): string {
  const text = bare(String(value));
  const local = /^local\.(.+)$/.exec(text)?.[1];
  const parameter = modules.get(folder)?.blocks.get(`data.aws_ssm_parameter.${local}`);
  const [region = ''] = folder.split('/');
  if (parameter === undefined) {
    const made = /^aws_(?:security_group|eks_cluster)\.([\w-]+)\./.exec(text)?.[1];
    return `${region} ${made ?? text}`;
  }
  // `/shop/web-alb/security-group-id`: the component, whose label it is.
  return `${region} ${String(parameter.name).split('/').at(-2)?.replaceAll('-', '_')}`;
}

function endsIn(modules: Modules, way: 'ingress' | 'egress'): readonly End[] {
  return blocksOf(modules, `aws_vpc_security_group_${way}_rule.`).map(
    ({ folder, address, body }) => ({
      folder,
      address,
      own: groupOf(modules, folder, body.security_group_id),
      other:
        body.referenced_security_group_id === undefined
          ? null
          : groupOf(modules, folder, body.referenced_security_group_id),
      ports: `${String(body.ip_protocol)} ${String(body.from_port)}-${String(body.to_port)}`,
    }),
  );
}

/** EKS makes a cluster's own group, and lets everything out of it. */
function isOpen(modules: Modules, group: string, outs: readonly End[]): boolean {
  const label = group.split(' ')[1] ?? '';
  const isCluster = [...modules.values()].some(({ blocks }) =>
    blocks.has(`aws_eks_cluster.${label}`),
  );
  return isCluster || outs.some(({ own, other }) => own === group && other === null);
}

/** Every rule has two ends, and what is let out at one is let in at the other. */
export const rulesHaveBothEnds: Rule = (modules) => {
  const [ins, outs] = [endsIn(modules, 'ingress'), endsIn(modules, 'egress')];
  const without = blocksOf(modules, 'aws_vpc_security_group_').filter(({ body }) => {
    const ends = [body.referenced_security_group_id, body.cidr_ipv4, body.prefix_list_id];
    const named = ends.filter((end) => end !== undefined);
    return body.security_group_id === undefined || named.length !== 1;
  });
  const inline = blocksOf(modules, 'aws_security_group.').filter(
    ({ body }) => listOf(body.ingress).length + listOf(body.egress).length > 0,
  );
  const faces = (one: End) => (other: End) =>
    one.own === other.other && one.other === other.own && one.ports === other.ports;
  return [
    ...without.map(({ folder, address }) => `${folder} ${address} has one end`),
    ...inline.map(({ folder, address }) => `${folder} ${address} has rules of its own`),
    ...outs
      .filter((out) => out.other !== null && !ins.some(faces(out)))
      .map(({ folder, address }) => `${folder} ${address} is let in nowhere`),
    ...ins
      .filter((one) => one.other !== null && !isOpen(modules, one.other, outs))
      .filter((one) => !outs.some(faces(one)))
      .map(({ folder, address }) => `${folder} ${address} is let out nowhere`),
  ];
};

interface Range {
  readonly first: number;
  readonly last: number;
}

function rangeOf(text: Parsed | undefined): Range {
  const [address = '', bits = ''] = String(text).split('/');
  const start = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return { first: start, last: start + 2 ** (32 - Number(bits)) - 1 };
}

function overlap(one: Range, other: Range): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** VPCs that are peered share no address; subnets lie in their VPC and share none. */
export const rangesAreApart: Rule = (modules) => {
  const vpcs = blocksOf(modules, 'aws_vpc.').map(({ folder, body }) => ({
    place: folder,
    range: rangeOf(body.cidr_block),
  }));
  const subnets = blocksOf(modules, 'aws_subnet.').map(({ folder, address, body }) => ({
    folder,
    place: `${folder} ${address}`,
    range: rangeOf(body.cidr_block),
  }));
  const outside = subnets.filter(({ folder, range }) => {
    const own = vpcs.find(({ place }) => place === folder)?.range;
    return own === undefined || range.first < own.first || range.last > own.last;
  });
  const pairs = (some: readonly { readonly place: string; readonly range: Range }[]) =>
    some.flatMap((one, index) =>
      some
        .slice(index + 1)
        .filter((other) => overlap(one.range, other.range))
        .map((other) => `${one.place} and ${other.place} overlap`),
    );
  return [
    ...pairs(vpcs),
    ...pairs(subnets),
    ...outside.map(({ place }) => `${place} is outside its VPC`),
  ];
};

/** Each pair of regions is peered, and each has a route to the other in all of its tables. */
export const peersAreReachedBothWays: Rule = (modules) => {
  const vpcs = blocksOf(modules, 'aws_vpc.').map(({ folder, body }) => ({
    region: folder.split('/')[0] ?? '',
    cidr: body.cidr_block,
  }));
  const routes = blocksOf(modules, 'aws_route.').filter(({ folder }) => folder === 'peering');
  const ways = vpcs.flatMap((from) =>
    vpcs.filter((to) => to !== from).map((to) => ({ from: from.region, to })),
  );
  return ways
    .filter(
      ({ from, to }) =>
        !routes.some(
          ({ body }) =>
            body.region === from &&
            body.destination_cidr_block === to.cidr &&
            /^\$\{length\(/.test(String(body.count)),
        ),
    )
    .map(({ from, to }) => `${from} has no way to ${to.region}`);
};

/** No secret stands in it, and nothing is open or in clear text that need not be. */
export const nothingIsOpen: Rule = (modules) =>
  blocksOf(modules, '').flatMap(({ folder, address, body }) => {
    const place = `${folder} ${address}`;
    const secret = ['password', 'master_password', 'secret_string'].filter((key) => key in body);
    const tokens = mapOf(listOf(body.metadata_options)[0]).http_tokens;
    const isTemplate = address.startsWith('aws_launch_template.');
    return [
      ...secret.map((key) => `${place} has its ${key} in the state`),
      ...(body.publicly_accessible === true ? [`${place} is public`] : []),
      ...(body.storage_encrypted === false || body.encrypted === false
        ? [`${place} is in clear text`]
        : []),
      ...(isTemplate && tokens !== 'required' ? [`${place} has an open metadata service`] : []),
    ];
  });
