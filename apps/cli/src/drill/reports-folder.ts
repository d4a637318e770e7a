import { accessSync, constants, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '@outrigger/lab';
import { obstacleOf } from '../obstacle.ts';

export function runFolderOf(folder: string, drill: string): string {
  return join(reportsIn(folder), drill);
}

function reportsIn(folder: string): string {
  return join(folder, 'reports');
}

/** Where no report can be written is told before a lab is started for it. */
export function demandReports(folder: string): void {
  const reports = reportsIn(folder);
  try {
    const made = makeFolder(reports);
    accessSync(reports, constants.W_OK);
    if (made !== null) rmdirSync(made);
  } catch (error) {
    throw obstacleOf(error, 'reports', reports, 'run the drill from another folder');
  }
}
