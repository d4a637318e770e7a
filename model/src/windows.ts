/** When AWS may work on a database, in UTC: a backup each day, maintenance once a week. */

/** Filled in where none is written. */
export const usualWindows = { backup: '03:00-04:00', maintenance: 'sun:04:30-sun:05:30' } as const;

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const dayMinutes = 24 * 60;
const weekMinutes = days.length * dayMinutes;

/** Minutes since Monday, or since midnight; `length` in minutes. */
interface Window {
  readonly start: number;
  readonly length: number;
}

/** `sun:04:30` from Monday on, `04:30` from midnight on. */
function minuteOf(text: string): number {
  const [minute = 0, hour = 0] = text.split(':').slice(-2).reverse().map(Number);
  const day = days.findIndex((name) => text.startsWith(name));
  return Math.max(0, day) * dayMinutes + hour * 60 + minute;
}

/** RDS API reference, PreferredBackupWindow and PreferredMaintenanceWindow: so many minutes. */
export const windowMinutesMin = 30;

/** From the same start, as long as AWS asks for; null: it is long enough. */
export function lengthened(text: string): string | null {
  const isWeekly = /^[a-z]/.test(text);
  const { start, length } = windowOf(text, isWeekly ? weekMinutes : dayMinutes);
  if (length >= windowMinutesMin) return null;
  const timeOf = isWeekly ? weekTime : dayTime;
  return `${timeOf(start)}-${timeOf(start + windowMinutesMin)}`;
}

/** An end before its start is of the next day, or of the next week. */
function windowOf(text: string, cycle: number): Window {
  const [start = '', end = ''] = text.split('-');
  const from = minuteOf(start);
  return { start: from, length: (minuteOf(end) - from + cycle) % cycle || cycle };
}

/** Whether they meet in some week: AWS refuses a database whose windows do. */
export function windowsOverlap(backup: string, maintenance: string): boolean {
  const weekly = windowOf(maintenance, weekMinutes);
  const daily = windowOf(backup, dayMinutes);
  // Minutes from the last backup's start to the maintenance, and from there to the next backup.
  const since = (weekly.start - daily.start + weekMinutes) % dayMinutes;
  return since < daily.length || since + weekly.length > dayMinutes;
}

/** Maintenance as long as it was, on its day, from the end of the backup on; null: it won't fit. */
export function maintenanceAfter(backup: string, maintenance: string): string | null {
  const weekly = windowOf(maintenance, weekMinutes);
  const daily = windowOf(backup, dayMinutes);
  const midnight = Math.floor(weekly.start / dayMinutes) * dayMinutes;
  const start = midnight + ((daily.start + daily.length) % dayMinutes);
  const moved = `${weekTime(start)}-${weekTime(start + weekly.length)}`;
  return windowsOverlap(backup, moved) ? null : moved;
}

function weekTime(minute: number): string {
  const inWeek = minute % weekMinutes;
  const day = days[Math.floor(inWeek / dayMinutes)] ?? 'mon';
  return `${day}:${dayTime(inWeek)}`;
}

function dayTime(minute: number): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const inDay = minute % dayMinutes;
  return `${twoDigits(Math.floor(inDay / 60))}:${twoDigits(inDay % 60)}`;
}
