import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  newState,
  readHunt,
  readState,
  StateProblem,
  withPiece,
  writeHunt,
  writeState,
} from './state.ts';
import { nothingTold } from './workers.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-state-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = () => join(folder, 'campaign.json');
const told = { ...nothingTold(), next: 300, open: [{ from: 100, to: 200 }] };
const piece = { commit: 'abc', stories: 200, wallMs: 1000 };

describe('the state of a campaign', () => {
  test('is read as it was written, in a folder that need not be there', () => {
    expect(readState(folder)).toBeNull();
    const inside = join(folder, 'not/yet');
    const state = withPiece(newState(7), told, piece);
    writeState(inside, state);
    expect(readState(inside)).toEqual(state);
  });

  test('stays the old one when its writer is stopped before the new one is whole', () => {
    const state = withPiece(newState(7), told, piece);
    writeState(folder, state);
    writeFileSync(`${path()}.new`, '{ "version": 1, "se');
    expect(readState(folder)).toEqual(state);
    writeState(folder, newState(8));
    expect(readState(folder)).toEqual(newState(8));
    expect(existsSync(`${path()}.new`)).toBe(false);
  });

  test.each([
    ['cut in the middle', '{ "version": 1, "seed": 7', 'is not JSON'],
    ['of another version', '{ "version": 2, "seed": 7, "told": {}, "pieces": [] }', 'no campaign'],
    ['without what was told', '{ "version": 1, "seed": 7, "pieces": [] }', 'no campaign'],
    ['of pieces alone', '{ "version": 1, "seed": 7, "told": {}, "pieces": [] }', 'no campaign'],
    ['null', 'null', 'no campaign'],
  ])('%s is refused with its path and the mend, and left as it is', (_, text, wrong) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path(), text);
    expect(() => readState(folder)).toThrow(StateProblem);
    expect(() => readState(folder)).toThrow(wrong);
    expect(() => readState(folder)).toThrow(path());
    expect(() => readState(folder)).toThrow('mend: ');
    expect(readFileSync(path(), 'utf8')).toBe(text);
  });

  test('keeps what became of the mutants beside it', () => {
    expect(readHunt(folder)).toBeNull();
    const one = { mutant: 'fence-removed', wrong: 'two', foundAfter: 3, rule: 'one-writer' };
    const hunt = { seed: 7, runs: 100, commit: 'abc', hunted: [one] };
    writeHunt(folder, hunt);
    expect(readHunt(folder)).toEqual(hunt);
    writeFileSync(join(folder, 'mutants.json'), '{ "hunted": [] }');
    expect(() => readHunt(folder)).toThrow('mutants.json is no hunt for mutants of this version');
  });

  test('does not say who told nothing', () => {
    const state = withPiece(newState(7), told, { commit: 'abc', stories: 0, wallMs: 12 });
    expect(state.pieces).toEqual([]);
    expect(state.told).toEqual(told);
  });

  test('says who told how much: pieces of the same code are one', () => {
    const again = withPiece(withPiece(newState(7), told, piece), told, piece);
    expect(again.pieces).toEqual([{ commit: 'abc', stories: 400, wallMs: 2000 }]);
    const other = withPiece(again, told, { commit: 'def', stories: 50, wallMs: 300 });
    expect(other.pieces).toEqual([
      { commit: 'abc', stories: 400, wallMs: 2000 },
      { commit: 'def', stories: 50, wallMs: 300 },
    ]);
    expect(withPiece(other, told, piece).pieces.map(({ commit }) => commit)).toEqual([
      'def',
      'abc',
    ]);
  });
});
