/**
 * What an invariant that held was asked of, by its name: the checker tells a detail only of what is
 * broken. What is not in here, or is broken, says its own.
 */
const askedOf: { readonly [name: string]: string } = {
  'one-writer': 'an epoch acked nothing any more when the next one began to',
  'fenced-before-promotion': 'promotions began after the fences of the old writer were done',
  'data-and-capacity-before-traffic': 'steps that bring traffic came after what it needs there',
  'no-lost-control-plane': 'steps of failovers did without the lost region, or their plan says so',
  'no-global-control-plane': 'steps of failovers did without one, or their plan says so',
  'approval-before-loss': 'steps that may lose data had an approval that still counted',
  'only-copy-kept': 'members that were overwritten had been salvaged before',
  'asks-rather-than-guesses': 'finished steps were seen to be done, or a person decided',
  'writes-released': 'runs that held writes released them',
  'journal-before-effect': 'effects had their record in the journal before they began',
};

/** The second line of an invariant: what is wrong, or what was looked at. */
export function invariantDetail(invariant: {
  readonly name: string;
  readonly held: boolean;
  readonly detail: string;
}): string {
  const { detail, held, name } = invariant;
  return detail !== '' || !held ? detail : (askedOf[name] ?? '');
}
