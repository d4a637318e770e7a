import type { Distribution, Timing, Timings } from '@outrigger/recovery';

/**
 * How long each verb takes on AWS, from public documents; what no document says is assumed, and
 * says so. These judge objectives before a platform is built; nothing here was measured by us.
 * Where zone and region differ and have one name, the figure is the region's: it is the longer one.
 */

const second = 1000;
const minute = 60 * second;

function about(medianMs: number, p99Ms: number): Distribution {
  return { kind: 'lognormal', medianMs, p99Ms };
}

function between(lowMs: number, highMs: number): Distribution {
  return { kind: 'uniform', lowMs, highMs };
}

/** As long as it takes at 1 MiB/s. */
const gib = 1024 * second;

const always = (ms: number): Distribution => ({ kind: 'constant', ms });

type Row = readonly [Timing['kind'], Timing['verb'], Distribution, string];

/** Every figure of these stands in the document that is named. */
const documented: readonly Row[] = [
  // Three checks 10 s apart at a random phase, and the last one's own limits.
  [
    'dns',
    'detect',
    between(26 * second, 36 * second),
    'Route 53 developer guide: 10 s × 3, 4 s to connect, 2 s to answer',
  ],
  // An endpoint that is well answers at once, as far as that guide tells.
  [
    'global-accelerator',
    'admit',
    between(20 * second, 30 * second),
    'Global Accelerator guide: 10 s × 3',
  ],
  [
    'global-accelerator',
    'exclude',
    between(20 * second, 30 * second),
    'Global Accelerator guide: 10 s × 3',
  ],
  ['postgres', 'promote-in-sync', between(minute, 2 * minute), 'RDS guide: Multi-AZ, 60 to 120 s'],
  ['dns', 'repoint', always(minute), 'Route 53 developer guide: changes propagate within 60 s'],
  // Three good checks 10 s apart at a random phase, the last answered in time.
  [
    'dns',
    'admit',
    between(20 * second, 32 * second),
    'Route 53 developer guide: 10 s × 3, 2 s to answer',
  ],
  [
    'dns',
    'exclude',
    between(20 * second, 32 * second),
    'Route 53 developer guide: 10 s × 3, 2 s to answer',
  ],
];

/** Of some a document names the middle, or an upper end, and never a p99: the rest is ours. */
const assumed: readonly Row[] = [
  [
    'global-accelerator',
    'detect',
    between(26 * second, 36 * second),
    'Global Accelerator guide: 10 s × 3, about 30 s; the spread is ours',
  ],
  [
    'aurora',
    'promote',
    about(45 * second, 4 * minute),
    'Aurora guide: under a minute, of minutes; both figures ours',
  ],
  [
    'aurora',
    'promote-in-sync',
    about(13 * second, 30 * second),
    'zatoima.github.io: 10 to 16 s; AWS blog: typically under 30 s',
  ],
  [
    'aurora',
    'transfer',
    about(20 * second, minute),
    'Aurora announcement: typically under 30 s; both figures ours',
  ],
  [
    'postgres',
    'promote',
    about(5 * minute, 15 * minute),
    'RDS guide: several minutes or longer; both figures ours',
  ],
  [
    'postgres',
    'transfer',
    about(6 * minute, 20 * minute),
    'RDS guide: promotion, after catch-up; both figures ours',
  ],
  [
    'documentdb',
    'promote',
    about(45 * second, 4 * minute),
    'DocumentDB guide: under a minute, of minutes; both figures ours',
  ],
  // Control plane and managed node groups; add-ons come after it.
  [
    'kubernetes-cluster',
    'rebuild',
    between(10 * minute, 15 * minute),
    'EKS API reference: several minutes; both figures ours',
  ],
  [
    'kubernetes-cluster',
    'scale',
    about(65 * second, 5 * minute),
    'kube.fm: 65 s to Ready; the p99 of 300 s is ours',
  ],
  ['*', 'repoint', about(5 * second, 30 * second), 'Aurora guide: endpoints live 5 s; p99 ours'],
  // Lags: the documents name one figure each; the median below it and the tail above are ours.
  [
    'aurora',
    'lag',
    about(0.4 * second, 2 * second),
    'Aurora guide: typically under 1 s; both figures ours',
  ],
  [
    'file-store',
    'lag',
    about(20 * second, 15 * minute),
    'EFS guide: most in 1 min, RPO 15 min; the median is ours',
  ],
  [
    'documentdb',
    'lag',
    about(0.4 * second, 2 * second),
    'DocumentDB guide: typically under 1 s; both figures ours',
  ],
  ['dynamodb', 'lag', about(second, 5 * second), 'DynamoDB guide: about a second; p99 ours'],
  [
    'object-store',
    'lag',
    about(minute, 15 * minute),
    'S3 guide: most within 15 min, sometimes hours; both figures ours',
  ],
  ['postgres', 'lag', about(second, 30 * second), 'no figure: seconds, more under load'],
  ['*', 'person', about(5 * minute, 30 * minute), 'somebody is called, reads, and answers'],
  ['*', 'detect', between(26 * second, 36 * second), 'three checks 10 s apart, as entries do'],
  ['*', 'admit', between(20 * second, 32 * second), 'three checks 10 s apart, as entries do'],
  ['*', 'exclude', between(20 * second, 32 * second), 'three checks 10 s apart, as entries do'],
  // After the time to live: macOS keeps an answer for up to 5 min, 4 more than a record of 60 s
  // says. Old JVMs keep it for ever, until they are started again: nobody's RTO holds for them.
  ['dns', 'forget', always(4 * minute), 'blogs: macOS keeps an answer up to 5 min'],
  ['*', 'approve', always(second), 'approved beforehand; a person takes as long as it takes'],
  ['*', 'fence', about(second, 10 * second), 'one call, answered'],
  ['service', 'verify', about(5 * second, 30 * second), 'some hundred requests, until warm'],
  ['*', 'verify', about(2 * second, 8 * second), 'a write read back'],
  ['*', 'serve', about(3 * second, 15 * second), 'clients open new connections'],
  ['file-store', 'detach-replication', about(minute, 5 * minute), 'no published figure'],
  ['file-store', 'attach-replication', about(2 * minute, 10 * minute), 'no published figure'],
  ['file-store', 'transfer', about(3 * minute, 15 * minute), 'no published figure'],
  ['documentdb', 'promote-in-sync', about(13 * second, 30 * second), 'as Aurora: same storage'],
  ['documentdb', 'transfer', about(20 * second, minute), 'as Aurora: same storage'],
  // Cold to SSH 26 s, a boot of 30 s, two good checks of the load balancer 10 s apart.
  ['virtual-machines', 'scale', about(76 * second, 4 * minute), 'launch 26 s, boot, ALB 20 s'],
  ['virtual-machines', 'await', about(4 * minute, 12 * minute), 'status checks, then a launch'],
  ['service', 'scale', about(42 * second, 130 * second), 'image 15 s, ready 12 s, ALB 15 s'],
  ['*', 'attach-replication', about(20 * minute, 60 * minute), 'a copy is made from a snapshot'],
  ['*', 'detach-replication', about(minute, 5 * minute), 'one call, then a change of state'],
  ['*', 'rejoin', about(20 * minute, 60 * minute), 'a copy is made anew from a snapshot'],
  // Under backup-restore: what Terraform builds in an empty region, then what is restored.
  ['network', 'rebuild', about(4 * minute, 10 * minute), 'VPC, subnets, NAT gateways: no figure'],
  ['load-balancer', 'rebuild', about(3 * minute, 6 * minute), 'until it is active: no figure'],
  ['virtual-machines', 'rebuild', about(minute, 3 * minute), 'a template and a group: no figure'],
  ['file-store', 'rebuild', about(5 * minute, 20 * minute), 'until its restore begins: no figure'],
  ['*', 'rebuild', about(20 * minute, 60 * minute), 'a Terraform run: no published figure'],
  ['kubernetes-cluster', 'verify', about(3 * minute, 8 * minute), 'add-ons until ready: no figure'],
  ['*', 'restore', about(15 * minute, 60 * minute), 'an instance from a snapshot: no figure'],
  ['*', 'load', between(gib / 150, gib / 50), '50 to 150 MiB/s: no published figure'],
  [
    'global-accelerator',
    'repoint',
    about(2 * minute, 10 * minute),
    'a new endpoint group: no figure',
  ],
  // Taken once a day, and half an hour until it is in the other region, which is ours.
  ['*', 'backup-age', between(30 * minute, 1470 * minute), 'RDS and AWS Backup guides: one a day'],
  ['*', 'salvage', about(5 * minute, 30 * minute), 'a snapshot is taken'],
  ['*', 'hold-writes', about(0.2 * second, 2 * second), 'requests in flight end'],
  ['*', 'release-writes', about(0.2 * second, 2 * second), 'what waited is written'],
  ['*', 'suspend-automation', about(second, 5 * second), 'one call'],
  ['*', 'resume-automation', about(second, 5 * second), 'one call'],
  ['*', 'announce', about(second, 5 * second), 'one call'],
  ['*', 'backoff-short', always(second), 'our own setting'],
  ['*', 'backoff-long', always(10 * second), 'our own setting'],
  ['*', 'poll', always(5 * second), 'our own setting'],
  // An attempt is as patient as the slowest verb needs at its worst: 15 min and 60 min.
  ['*', 'patience-short', always(20 * minute), 'our own setting'],
  ['*', 'patience-long', always(90 * minute), 'our own setting'],
  // As long as the slowest handover may take: RDS promotes after it has caught up.
  ['*', 'hold-limit', always(30 * minute), 'our own setting'],
  ['*', 'call', about(second, 4 * second), 'no published figure'],
  ['*', 'no-answer', always(30 * second), 'our own setting'],
];

/** What an entry's health checks are timed for; a platform's own may be others. */
const checks = { intervalMs: 10 * second, threshold: 3 };
const checked: readonly Timing['verb'][] = ['detect', 'admit', 'exclude'];

const rowsAs = (rows: readonly Row[], basis: Timing['basis']): Timing[] =>
  rows.map(([kind, verb, distribution, source]) => {
    const row = { kind, verb, distribution, basis, source };
    return checked.includes(verb) ? { ...row, checks } : row;
  });

export const awsTimings: Timings = {
  world: 'aws',
  timings: [...rowsAs(documented, 'documented'), ...rowsAs(assumed, 'assumed')],
};
