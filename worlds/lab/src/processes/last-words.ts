import { readFileSync } from 'node:fs';
import { errorCode } from './state-folder.ts';

const columnsMax = 200;

/**
 * The line of a log that says why its process ended or waits: the last one that names an error,
 * else the last one. Node puts the stack and its own version after what is wrong.
 */
export function lastWords(logFile: string): string {
  let text: string;
  try {
    text = readFileSync(logFile, 'utf8');
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return 'it has no log';
  }
  const lines = text.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '' && !/^(at |Node\.js v)/.test(line));
  const line = said.findLast((each) => /error/i.test(each)) ?? said.at(-1);
  return line?.slice(0, columnsMax) ?? 'it has said nothing';
}
