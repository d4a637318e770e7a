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
  const scaled = (isNodes: boolean) =>
    idsOf((step) => {
      return step.action.verb === 'scale' && (kindOf(step) === 'kubernetes-cluster') === isNodes;
    });
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
    of('nodes that run there already', scaled(true), never('nothing is launched')),
    of('pods that run there already', scaled(false), never('nothing is started')),
    of('an entry with fixed addresses', ['ttl', 'forget'], never('no name is looked up again')),
    of('health checks more often, or fewer of them in a row', ['detect'], null),
    of('clients that try again sooner', ['serve'], null),
    of(
      'somebody at hand for what fails',
      steps.map(({ id }) => drawNames.helped(id)),
      null,
    ),
  ].filter(({ instead }) => instead.size > 0);
}
