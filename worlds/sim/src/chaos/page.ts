import { report } from './report.ts';
import type { ChaosTally } from './tally.ts';

export interface PageInput {
  readonly seed: number;
  readonly tally: ChaosTally;
  /** The bad day that ended it, and how it is told again; null when none did. */
  readonly broken: {
    readonly number: number;
    readonly why: string;
    readonly replay: string;
  } | null;
  /** How many stories the code of each commit told, and how long that took. */
  readonly pieces: readonly {
    readonly commit: string;
    readonly stories: number;
    readonly wallMs: number;
  }[];
}

/** The report of a campaign as a page of the documents. */
export function reportPage({ broken, pieces, seed, tally }: PageInput): string {
  const rows = pieces.map(({ commit, stories, wallMs }) => {
    const aSecond = Math.round((stories / Math.max(1, wallMs)) * 1000);
    return `| \`${commit}\` | ${stories} | ${Math.round(wallMs / 1000)} | ${aSecond} |`;
  });
  return [
    '# The engine under chaos: the report of a campaign',
    '',
    '<!-- Written by `npm run chaos -- … --report docs/chaos.md`: change nothing here. -->',
    '',
    `Seed ${seed}: ${tally.stories} bad days, each with a platform of its own, ` +
      'in which no rule was',
    broken === null ? 'broken.' : 'broken. **It is not over: one more broke a rule, and is open.**',
    ...(broken === null
      ? []
      : ['', `Bad day ${broken.number}: ${broken.why}`, '', '```', broken.replay, '```', '']),
    'A bad day depends on the seed and its number only, so any piece of it can be told again:',
    '',
    '```',
    `npm run chaos -- --runs ${tally.stories} --seed ${seed}`,
    '```',
    '',
    'What goes wrong, what is checked after each event and how a failure is told again stands in',
    "[the tool's own page](../worlds/sim/tools/chaos/README.md). Whether it bites:",
    '`npm run chaos -- mutants` makes mistakes on purpose in engine, plans and adapters, and finds',
    'each.',
    '',
    '| code of | bad days | seconds | a second |',
    '|---|---:|---:|---:|',
    ...rows,
    '',
    '```text',
    report(tally),
    '```',
    '',
  ].join('\n');
}
