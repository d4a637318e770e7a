import { mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { makeFolder } from '@outrigger/lab';

/** All that a build does to the disk, one step each: a process can end before any of them. */
export interface Disk {
  /** And those above it that are missing. */
  makeFolder(path: string): void;
  /** A folder of a new name, which begins with `start`. */
  makeTemporary(start: string): string;
  write(path: string, text: string): void;
  /** In one step, over what is there. */
  move(from: string, to: string): void;
  /** A file, or a folder with all that is in it; nothing, where there is none. */
  remove(path: string): void;
  /** False: something is in it. */
  removeIfEmpty(folder: string): boolean;
}

export const disk: Disk = {
  makeFolder: (path) => {
    makeFolder(path);
  },
  makeTemporary: (start) => mkdtempSync(start),
  write: (path, text) => writeFileSync(path, text),
  move: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path, { recursive: true, force: true }),
  removeIfEmpty: (folder) => {
    if (readdirSync(folder).length > 0) return false;
    rmdirSync(folder);
    return true;
  },
};
