import { expect, test } from 'vitest';
import { lengthened, maintenanceAfter, usualWindows, windowsOverlap } from './windows.ts';

test('the usual windows do not meet', () => {
  expect(windowsOverlap(usualWindows.backup, usualWindows.maintenance)).toBe(false);
});

test.each([
  ['03:00-04:00', 'sun:04:00-sun:05:00', false],
  ['03:00-04:00', 'sun:02:00-sun:03:00', false],
  ['03:00-04:00', 'sun:03:59-sun:05:00', true],
  ['03:00-04:00', 'sun:02:00-sun:03:01', true],
  ['03:00-04:00', 'sun:02:00-sun:05:00', true],
  ['03:00-04:00', 'sun:03:10-sun:03:20', true],
  ['23:30-00:30', 'mon:00:29-mon:01:00', true],
  ['23:30-00:30', 'mon:00:30-mon:01:00', false],
  ['23:30-00:30', 'sun:23:00-mon:02:00', true],
  ['03:00-04:00', 'sat:04:00-sun:03:00', false],
  ['03:00-04:00', 'sat:04:00-sun:03:30', true],
  ['03:00-04:00', 'sun:22:00-mon:02:00', false],
])('a backup of %s and maintenance of %s overlap: %s', (backup, maintenance, expected) => {
  expect(windowsOverlap(backup, maintenance)).toBe(expected);
});

test('what is proposed instead fits', () => {
  expect(maintenanceAfter('03:00-04:00', 'sun:03:30-sun:04:30')).toBe('sun:04:00-sun:05:00');
  expect(maintenanceAfter('22:30-23:30', 'sun:23:00-mon:00:00')).toBe('sun:23:30-mon:00:30');
  expect(maintenanceAfter('03:00-04:00', 'sat:05:00-sun:05:00')).toBeNull();
});

test.each([
  ['04:00-04:10', '04:00-04:30'],
  ['23:50-00:05', '23:50-00:20'],
  ['04:00-04:30', null],
  ['04:00-04:00', null],
  ['sun:06:00-sun:06:29', 'sun:06:00-sun:06:30'],
  ['sun:23:50-mon:00:00', 'sun:23:50-mon:00:20'],
  ['sun:06:00-sun:06:30', null],
])('a window of %s has to become %s', (window, longer) => {
  expect(lengthened(window)).toBe(longer);
});
