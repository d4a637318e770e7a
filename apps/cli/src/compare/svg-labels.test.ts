import { seeded } from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { type Box, dotRadius, labelsOf, type Named } from './svg-labels.ts';

const inside: Box = { left: 80, right: 720, top: 50, bottom: 360 };

function dotOf({ x, y }: Named): Box {
  return { left: x - dotRadius, right: x + dotRadius, top: y - dotRadius, bottom: y + dotRadius };
}

const meet = (one: Box, other: Box) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

function isClear(named: readonly Named[], lines: readonly Box[] = []): boolean {
  const dots = named.map(dotOf);
  const labels = labelsOf(named, [...lines, ...dots], inside);
  return labels.every(
    (label, index) =>
      label.left >= inside.left &&
      label.right <= inside.right &&
      ![...dots, ...lines].some((box) => meet(label, box)) &&
      !labels.some((other, at) => at !== index && meet(label, other)),
  );
}

const line = (x: number): Box => ({ left: x, right: x, top: inside.top, bottom: inside.bottom });

describe('a name', () => {
  test('stands beside its dot where nothing is', () => {
    const [label] = labelsOf([{ text: 'pilot-light', x: 300, y: 200 }], [], inside);
    expect(label).toMatchObject({ anchor: 'start', x: 311, y: 204 });
  });

  test('goes to the other side of a line that it would cross', () => {
    const named = [{ text: 'warm-standby (dominated)', x: 300, y: 200 }];
    const [label] = labelsOf(named, [line(400)], inside);
    expect(label).toMatchObject({ anchor: 'end', x: 289 });
  });

  test('never leaves the picture', () => {
    for (const x of [85, 715]) {
      expect(isClear([{ text: 'warm-standby (dominated)', x, y: 52 }]), `${x}`).toBe(true);
    }
  });

  test('of four at one place each has its own', () => {
    const names = ['backup-restore', 'pilot-light', 'warm-standby', 'active-active'];
    expect(isClear(names.map((text) => ({ text, x: 90, y: 80 })))).toBe(true);
  });

  test('covers nothing, wherever four of them and a line are', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const random = seeded(seed);
      const between = (low: number, high: number) => low + (high - low) * random();
      const names = ['backup-restore', 'pilot-light (dominated)', 'warm-standby', 'active-active'];
      const named = names.map((text) => ({ text, x: between(95, 680), y: between(60, 350) }));
      expect(isClear(named, [line(between(300, 500))]), `seed ${seed}`).toBe(true);
    }
  });
});
