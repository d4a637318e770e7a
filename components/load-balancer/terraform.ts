import { componentsOf, type LoadBalancer, type Route, Unchecked } from '@outrigger/model';
import {
  type Addressed,
  type Block,
  call,
  data,
  type Found,
  foundIn,
  hcl,
  isArnOf,
  type LayerFragment,
  labelOf,
  published,
  type RegionInput,
  ref,
  resource,
  type TerraformFacet,
  variable,
} from '@outrigger/terraform';
import { acceptedRules, firewallOf, nameOf, networkOf } from '../terraform.ts';

type Input = RegionInput<'load-balancer'>;

/**
 * Terraform owns the balancer, its listeners and its target groups, so that names and accelerators
 * know them before a pod is there; pods join the target groups by TargetGroupBinding.
 */
export const terraform: TerraformFacet<'load-balancer'> = {
  region: (input) => {
    const { component } = input;
    const label = labelOf(component.name);
    const balancer = balancerOf(input);
    const groups = targetsOf(input);
    const certificate = certificateOf(component);
    return [
      ...(certificate.asked === null
        ? []
        : [{ layer: 'edge', file: 'variables', blocks: [certificate.asked] } as const]),
      {
        layer: 'edge',
        file: component.name,
        blocks: [balancer, ...listeners(input, balancer, certificate.arn)],
        publishes: {
          arn: ref(balancer, 'arn'),
          'arn-suffix': ref(balancer, 'arn_suffix'),
          'dns-name': ref(balancer, 'dns_name'),
          'zone-id': ref(balancer, 'zone_id'),
          'security-group-id': ref(securityGroup(input), 'id'),
          ...Object.fromEntries(
            groups.flatMap(({ to, group }) => [
              [`target-group-arn-${to}`, ref(group, 'arn')],
              [`target-group-arn-suffix-${to}`, ref(group, 'arn_suffix')],
            ]),
          ),
        },
      },
      {
        layer: 'edge',
        file: `${component.name}-targets`,
        blocks: groups.map(({ group }) => group),
      },
      {
        layer: 'edge',
        file: `${component.name}-security-group`,
        blocks: [securityGroup(input), ...clientRules(input, label), ...targetRules(input)],
      },
    ] satisfies LayerFragment[];
  },
  existing: (input, found) => [
    ...existing(input, found),
    { layer: 'edge', file: `${input.component.name}-security-group`, blocks: targetRules(input) },
  ],
};

/** Its listeners and target groups stand too: a person is asked for the ARNs of those. */
function existing({ component, region }: Input, found: Found): LayerFragment[] {
  const label = labelOf(component.name);
  const balancer = data(
    'aws_lb',
    label,
    found.by === 'id' ? { arn: found.id } : { tags: found.tags },
  );
  const groups = targetNames(component).map((to) => {
    const name = labelOf(`${label}_target_group_arn_${to}`);
    const asked = variable(name, {
      type: 'string',
      ...isArnOf(name, 'elasticloadbalancing', region.name),
      description: `${component.name} stands already: the ARN of its target group for ${to}.`,
    });
    return { to, asked, arn: hcl(asked.address) };
  });
  return [
    { layer: 'edge', file: 'variables', blocks: groups.map(({ asked }) => asked) },
    {
      layer: 'edge',
      file: component.name,
      blocks: [balancer],
      publishes: {
        arn: ref(balancer, 'arn'),
        'arn-suffix': ref(balancer, 'arn_suffix'),
        'dns-name': ref(balancer, 'dns_name'),
        'zone-id': ref(balancer, 'zone_id'),
        'security-group-id': hcl(`tolist(${balancer.address}.security_groups)[0]`),
        ...Object.fromEntries(
          groups.flatMap(({ to, arn }) => [
            [`target-group-arn-${to}`, arn],
            // Of arn:partition:elasticloadbalancing:region:account:targetgroup/name/id the end.
            [`target-group-arn-suffix-${to}`, call('element', call('split', ':', arn), 5)],
          ]),
        ),
      },
    },
  ];
}

function securityGroup({ component, platform }: Input) {
  const name = nameOf(platform, component);
  return resource('aws_security_group', labelOf(component.name), {
    name,
    description: `Clients of ${component.name}`,
    vpc_id: published(networkOf(platform), 'vpc-id'),
    tags: { Name: name },
  });
}

const anywhere = '0.0.0.0/0';

/** Where it listens; in clear text only to send people on. */
function portsOf({ tls, layer }: LoadBalancer): readonly number[] {
  if (!tls) return [80];
  return layer === 7 ? [80, 443] : [443];
}

/** Who comes in. */
function clientRules(input: Input, label: string): readonly Block[] {
  const { component, region } = input;
  const group = ref(securityGroup(input), 'id');
  const clients = component.scheme === 'internal' ? region.cidr : anywhere;
  return portsOf(component).map((port) =>
    resource(
      'aws_vpc_security_group_ingress_rule',
      `${label}_${port}`,
      {
        description: port === 80 && component.tls ? 'Clients, who are sent on to 443' : 'Clients',
        security_group_id: group,
        cidr_ipv4: clients,
        ip_protocol: 'tcp',
        from_port: port,
        to_port: port,
      },
      port === 80 && clients === anywhere
        ? { accepted: { CKV_AWS_260: 'A public listener, which only sends on to TLS' } }
        : {},
    ),
  );
}

/** Out: what runs the targets, on their ports, and nothing else. Both that stand have their own. */
function targetRules(input: Input): readonly Block[] {
  const { component, platform, region } = input;
  const group = published(component.name, 'security-group-id');
  const isMade = (name: string) => {
    const own = platform.components[name];
    return own === undefined || foundIn(own, region.name) === null;
  };
  const targets = targetsOf(input).filter(({ runner }) => isMade(component.name) || isMade(runner));
  return targets.flatMap(({ to, port, runner }) => {
    const own = published(runner, 'security-group-id');
    const span = { ip_protocol: 'tcp', from_port: port, to_port: port };
    const label_ = labelOf(`${component.name}_to_${to}`);
    return [
      resource('aws_vpc_security_group_egress_rule', label_, {
        description: `To ${to}`,
        security_group_id: group,
        referenced_security_group_id: own,
        ...span,
      }),
      resource('aws_vpc_security_group_ingress_rule', label_, {
        description: `${to} from ${component.name}`,
        security_group_id: own,
        referenced_security_group_id: group,
        ...span,
      }),
    ];
  });
}

function balancerOf(input: Input) {
  const { component, platform } = input;
  const isPublic = component.scheme === 'internet-facing';
  const isLayer7 = component.layer === 7;
  const firewall = firewallOf(platform, component);
  return resource(
    'aws_lb',
    labelOf(component.name),
    {
      name: nameOf(platform, component),
      load_balancer_type: isLayer7 ? 'application' : 'network',
      internal: !isPublic,
      subnets: published(
        networkOf(platform),
        isPublic ? 'public-subnet-ids' : 'private-subnet-ids',
      ),
      security_groups: [ref(securityGroup(input), 'id')],
      enable_deletion_protection: true,
      enable_cross_zone_load_balancing: true,
      ...(isLayer7 ? { drop_invalid_header_fields: true } : {}),
    },
    {
      accepted: {
        CKV_AWS_91: isLayer7
          ? 'An ALB logs to a bucket without a KMS key only; what runs behind it logs requests'
          : 'Flow logs of the VPC have its connections',
        ...(isLayer7 && isPublic && firewall === undefined
          ? { CKV2_AWS_28: 'The platform names no firewall for it' }
          : {}),
        ...(isPublic && firewall !== undefined ? acceptedRules(firewall, 'CKV2_AWS_76') : {}),
      },
    },
  );
}

interface Target {
  readonly to: string;
  readonly port: number;
  /** Whose security group its hosts have: a cluster, or the machines themselves. */
  readonly runner: string;
  readonly group: Addressed<'arn' | 'arn_suffix'>;
}

function targetNames({ routes }: LoadBalancer): readonly string[] {
  return [...new Set(routes.map(({ to }) => to))];
}

/** One for each thing that is sent to, however many paths lead there. */
function targetsOf(input: Input): readonly Target[] {
  const { component, platform } = input;
  return targetNames(component).map((to) => {
    const target = platform.components[to];
    if (target?.kind !== 'service' && target?.kind !== 'virtual-machines') {
      throw new Unchecked(`${component.name} sends to ${to}, which serves nothing`);
    }
    const isPod = target.kind === 'service';
    const { healthCheck, layer } = component;
    const interval = Math.round(healthCheck.intervalMs / 1000);
    const body = {
      name: targetName(input, to),
      vpc_id: published(networkOf(platform), 'vpc-id'),
      target_type: isPod ? 'ip' : 'instance',
      port: target.port,
      protocol: layer === 7 ? 'HTTP' : 'TCP',
      deregistration_delay: '30',
      health_check: {
        protocol: 'HTTP',
        path: healthCheck.path,
        port: 'traffic-port',
        interval,
        timeout: Math.min(5, interval - 1),
        healthy_threshold: healthCheck.threshold,
        unhealthy_threshold: healthCheck.threshold,
        ...(layer === 7 ? { matcher: '200' } : {}),
      },
    };
    const label = labelOf(`${component.name}_${to}`);
    const group = resource('aws_lb_target_group', label, body, acceptedFor(component, to));
    return { to, port: target.port, runner: isPod ? target.in : target.name, group };
  });
}

/** Of several balancers that send to one thing, the later ones say their name in their groups'. */
function targetName({ component, platform }: Input, to: string): string {
  const first = componentsOf(platform, 'load-balancer').find(({ routes }) =>
    routes.some((route) => route.to === to),
  );
  return first?.name === component.name
    ? `${platform.name}-${to}`
    : `${platform.name}-${component.name}-${to}`;
}

/** Checkov takes a group of HTTP that a listener of HTTPS names, and looks no further. */
function acceptedFor(component: LoadBalancer, to: string) {
  const isNamed = routesOf(component).last?.to === to;
  if (component.layer !== 7 || !component.tls || isNamed) return {};
  const reason = 'Only HTTPS leads here: by a rule of that listener, which Checkov does not follow';
  return { accepted: { CKV_AWS_378: reason } };
}

/** The certificate that it shows: of a component, or of a person who says its ARN. */
function certificateOf(component: LoadBalancer) {
  if (!component.tls) return { arn: null, asked: null };
  if (component.certificate !== null) {
    return { arn: published(component.certificate, 'arn'), asked: null };
  }
  const asked = variable(`${labelOf(component.name)}_certificate_arn`, {
    type: 'string',
    description: `Certificate of ACM, in this region, that ${component.name} shows to clients.`,
  });
  return { arn: hcl(asked.address), asked };
}

/** TLS 1.2 with forward secrecy, and 1.3 (Elastic Load Balancing guide, security policies). */
const tlsPolicy = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

function listeners(
  input: Input,
  balancer: Addressed<'arn'>,
  certificate: ReturnType<typeof hcl> | null,
): readonly Block[] {
  const { component } = input;
  const label = labelOf(component.name);
  const arn = ref(balancer, 'arn');
  const { last, others } = routesOf(component);
  const groupFor = (to: string) => {
    const found = targetsOf(input).find((target) => target.to === to);
    if (found === undefined) throw new Error(`${component.name} has no target group for ${to}`);
    return ref(found.group, 'arn');
  };
  const forward = (to: string) => ({ type: 'forward', target_group_arn: groupFor(to) });
  const fallback =
    last === undefined
      ? {
          type: 'fixed-response',
          fixed_response: { content_type: 'text/plain', status_code: '404' },
        }
      : forward(last.to);
  const secure =
    certificate === null ? {} : { ssl_policy: tlsPolicy, certificate_arn: certificate };
  const isTls = certificate !== null;
  const main = resource('aws_lb_listener', label, {
    load_balancer_arn: arn,
    port: isTls ? 443 : 80,
    protocol: component.layer === 7 ? (isTls ? 'HTTPS' : 'HTTP') : isTls ? 'TLS' : 'TCP',
    ...secure,
    default_action: fallback,
  });
  const paths = others.map((route, index) =>
    resource('aws_lb_listener_rule', labelOf(`${component.name}${route.path}`), {
      listener_arn: ref(main, 'arn'),
      priority: 10 * (index + 1),
      action: forward(route.to),
      condition: { path_pattern: { values: [route.path, `${route.path}/*`] } },
    }),
  );
  const sentOn = resource(
    'aws_lb_listener',
    `${label}_clear_text`,
    {
      load_balancer_arn: arn,
      port: 80,
      protocol: 'HTTP',
      default_action: {
        type: 'redirect',
        redirect: { port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' },
      },
    },
    { comment: 'Nothing is served in clear text: whoever asks is sent on.' },
  );
  return [main, ...paths, ...(isTls && component.layer === 7 ? [sentOn] : [])];
}

/** The longest prefix wins, so it is asked first; `/` is what no other path took. */
function routesOf({ routes }: LoadBalancer) {
  const last = routes.find(({ path }) => path === '/');
  const others: readonly Route[] = routes
    .filter((route) => route !== last)
    .toSorted((one, other) => other.path.length - one.path.length);
  return { last, others };
}
