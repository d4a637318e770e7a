import { dirname, join } from 'node:path';
import type { Environment } from '@outrigger/report';
import { examplesFolder, platformIn } from '../platform/find.ts';
import type { LoadedPlatform } from '../platform/load.ts';
import { shellWord } from '../shell-word.ts';
import type { DrillWords } from './command.ts';

export interface Again {
  readonly words: DrillWords;
  readonly loaded: Pick<LoadedPlatform, 'file' | 'shown'>;
  readonly drill: string;
  /** Whether anything was recovered or moved: else there is no journal of it. */
  readonly hasRuns: boolean;
  /** `outrigger`, or `npm run outrigger --`. */
  readonly program: string;
}

/** What a person pastes to see it once more: exactly what was drilled, not something like it. */
export function reproduceOf(again: Again): Environment['reproduce'] {
  const { words, drill, program } = again;
  const state = words.state === undefined ? '' : ` --state ${shellWord(words.state)}`;
  const link = words.link === undefined ? '' : ` --link ${words.link}ms`;
  return [
    { comment: 'this drill again', command: drillAgain(again) },
    ...(again.hasRuns
      ? [
          {
            comment: 'its journal, record by record',
            command: `${program} runs show ${drill}-1${state}`,
          },
        ]
      : []),
    // It repeats the losses of this one platform, under the load of the default.
    ...(isStarted(again) && words.rate === undefined
      ? [
          {
            comment: 'twenty region losses: median, min, max',
            command: `npm run bench -- lab --repeat 20${link}`,
          },
        ]
      : []),
  ];
}

function drillAgain(again: Again): string {
  const { words, loaded, program } = again;
  const parts = [
    words.failure === undefined ? '' : `--failure ${shellWord(words.failure)}`,
    words.planned === true ? '--planned' : '',
    words.bench === true ? '--bench' : '',
    words.ask === true ? '--ask' : '',
    words.link === undefined ? '' : `--link ${words.link}ms`,
    words.rate === undefined ? '' : `--rate ${words.rate}`,
    words.timings === undefined ? '' : `--timings ${shellWord(words.timings)}`,
    words.state === undefined ? '' : `--state ${shellWord(words.state)}`,
    words.port === undefined ? '' : `--port ${words.port}`,
    `--seed ${words.seed}`,
  ].filter((part) => part !== '');
  const own = `${program} drill ${shellWord(shortest(loaded))}`;
  const start = isStarted(again) ? 'npm start --' : own;
  return `${start} ${parts.join(' ')}`;
}

/** A folder stands for the platform in it, and leaves room for the rest of the line. */
function shortest({ file, shown }: Again['loaded']): string {
  const folder = dirname(shown);
  return folder !== '.' && platformIn(dirname(file)) === file ? folder : shown;
}

/** Whether it is what `npm start` drills: a platform of the same name may be anybody's. */
function isStarted({ loaded, program }: Again): boolean {
  const started = platformIn(join(examplesFolder, 'eks-failover'));
  return program.startsWith('npm ') && loaded.file === started;
}
