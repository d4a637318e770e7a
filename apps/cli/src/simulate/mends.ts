import { formatDuration, type Json } from '@outrigger/model';
import {
  type Duration,
  finder,
  gibLoaded,
  type Plan,
  type Step,
  type Timings,
} from '@outrigger/recovery';
import { drawNames, type Mend } from '@outrigger/sim';

/** What isn't there any more is not waited for. */
function never(source: string): Duration {
  return { distribution: { kind: 'constant', ms: 0 }, basis: 'documented', source };
}

/** Of what is restored from a backup: nothing is built any more, and a replica is promoted. */
function copied({ kinds, steps }: Plan, timings: Timings): Mend['instead'] {
  const find = finder(timings);
  const restored = new Set(
    steps.flatMap(({ action }) => (action.verb === 'restore' ? [action.component] : [])),
  );
  const made = new Set(['rebuild', 'restore', 'promote']);
  return new Map(
    steps
      .filter(({ action }) => restored.has(action.component) && made.has(action.verb))
      .map(({ action, id }) => {
        const promote = find(kinds[action.component], ['promote']) ?? null;
        const there = never('a copy follows already');
        return [id, action.verb === 'promote' ? promote : there];
      }),
  );
}

/** The shortest interval that Route 53 and Global Accelerator have. */
const intervalMsMin = 10_000;

/** The same plan with an entry that makes up its mind sooner, also that all is well again. */
function checkedSooner(plan: Plan): Mend {
  const instead: Mend['instead'] = new Map([['detect', null]]);
  const own = plan.steps.map(({ action }) => action.arguments.checks).find(isChecks);
  if (own === undefined) {
    return { words: 'health checks more often, or fewer of them in a row', instead };
  }
  const { intervalMs, threshold } = own;
  const isOften = intervalMs <= intervalMsMin;
  if (isOften && threshold <= 1) return { words: 'its checks are as quick as they get', instead };
  const checks = isOften
    ? { intervalMs, threshold: threshold - 1 }
    : { intervalMs: intervalMsMin, threshold };
  const steps = plan.steps.map((step): Step => {
    const { action } = step;
    if (action.arguments.checks === undefined) return step;
    return { ...step, action: { ...action, arguments: { ...action.arguments, checks } } };
  });
  const every = formatDuration(checks.intervalMs);
  const words = `checks every ${every}, ${checks.threshold} in a row, and more false alarms`;
  return { words, instead, plan: { ...plan, steps } };
}

function isChecks(given: Json | undefined): given is { intervalMs: number; threshold: number } {
  return (
    typeof given === 'object' && given !== null && 'intervalMs' in given && 'threshold' in given
  );
}

/**
 * What can be done about what a recovery waits for, where something can be named. One mend is about
 * all the draws that it would change, so that steps side by side get faster together.
 */
export function mendsOf(plan: Plan, timings: Timings): readonly Mend[] {
  const { steps, kinds } = plan;
  const kindOf = ({ action }: Step) => kinds[action.component];
  const of = (words: string, names: readonly string[], duration: Duration | null): Mend => {
    return { words, instead: new Map(names.map((name) => [name, duration])) };
  };
  const idsOf = (isMeant: (step: Step) => boolean) => steps.filter(isMeant).map(({ id }) => id);
  const scaled = (isMeant: (kind: string | undefined) => boolean) =>
    idsOf((step) => step.action.verb === 'scale' && isMeant(kindOf(step)));
  const replicas = idsOf(({ action }) => {
    const isReplica = kinds[action.component] === 'postgres' && action.arguments.lossless !== true;
    return action.verb === 'promote' && isReplica && gibLoaded(action) === null;
  });
  const aurora = timings.world === 'aws' ? finder(timings, plan)('aurora', ['promote']) : null;
  const asked = idsOf(({ action }) => action.verb === 'approve').map(drawNames.person);
  return [
    of(
      'an Aurora global database: a replica of RDS is promoted in minutes',
      replicas,
      aurora ?? null,
    ),
    { words: 'a copy that follows, instead of backups', instead: copied(plan, timings) },
    of('approve it beforehand, within an RPO', asked, never('the platform: nobody is asked')),
    of(
      'nodes that run there already',
      scaled((kind) => kind === 'kubernetes-cluster'),
      never('nothing is launched'),
    ),
    of(
      'machines that run there already',
      scaled((kind) => kind === 'virtual-machines'),
      never('nothing is launched'),
    ),
    of(
      'pods that run there already',
      scaled((kind) => kind === 'service'),
      never('nothing is started'),
    ),
    of('an entry with fixed addresses', ['ttl', 'forget'], never('no name is looked up again')),
    checkedSooner(plan),
    of('clients that try again sooner', ['serve'], null),
    of(
      'somebody at hand for what fails',
      steps.map(({ id }) => drawNames.helped(id)),
      null,
    ),
  ].filter(({ instead }) => instead.size > 0);
}
