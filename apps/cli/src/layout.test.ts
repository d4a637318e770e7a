import { describe, expect, test } from 'vitest';
import { hang, together, wrap } from './layout.ts';

describe('lines', () => {
  test('are broken at spaces, a longer word stays whole', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('a https://example.com b', 6)).toEqual(['a', 'https://example.com', 'b']);
    expect(hang('! ', 'one two three', 9)).toEqual(['! one two', '  three']);
  });

  test('do not part figures from their units, where these belong together', () => {
    const text = 'p99 2 h 9 min → 21 min 59 s, in 1.0 % of 3 runs';
    const lines = wrap(together(text), 20);
    expect(lines).toEqual(['p99 2 h 9 min →', '21 min 59 s, in', '1.0 % of 3 runs']);
    expect(wrap(text, 9)).not.toEqual(wrap(together(text), 9));
    expect(wrap(together(text), 9).join(' ')).toBe(text);
  });

  test('may part a figure from a word', () => {
    expect(wrap(together('of 12 services'), 5)).toEqual(['of 12', 'services']);
    expect(wrap(together('12 sh'), 3)).toEqual(['12', 'sh']);
  });
});
