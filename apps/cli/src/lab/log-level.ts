import type { LogLevel } from '@outrigger/lab';
import type { Context } from '../context.ts';
import { refuseArgument } from '../refusal.ts';

const variable = 'OUTRIGGER_LOG_LEVEL';
const levels: readonly LogLevel[] = ['debug', 'info', 'warn'];

/** How much a lab's services log, as the environment says; `debug`: a line for each request. */
export function labLogLevel({ environment }: Pick<Context, 'environment'>): LogLevel {
  const written = environment[variable];
  if (written === undefined || written === '') return 'info';
  const level = levels.find((each) => each === written);
  if (level === undefined) {
    throw refuseArgument(variable, written, 'is no level of a log', `use ${levels.join(', ')}`);
  }
  return level;
}
