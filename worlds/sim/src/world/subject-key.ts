import type { Action, Subject } from '@outrigger/recovery';

/** What a component's part is told apart by, whether it is acted on or looked at; null: no part. */
export function subjectKey(subject: Subject): string | null {
  return subject.kind === 'component' ? partKey(subject) : null;
}

export function partKey({
  component,
  region,
  zone,
}: Pick<Action, 'component' | 'region' | 'zone'>): string {
  return `${component} ${region ?? ''} ${zone ?? ''}`;
}
