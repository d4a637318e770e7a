import type { LabLayout } from '@outrigger/lab';
import { columns, hang } from '../layout.ts';
import type { Hints } from '../runs/end-text.ts';
import type { Style } from '../style.ts';
import { urlOf } from './lab-view.ts';

/** What one can do with a lab that is up: everything that can be copied from here works. */
export function upText(
  told: { readonly layout: LabLayout; readonly tookMs: number; readonly folder: string },
  { program, state }: Hints,
  style: Style,
): string {
  const { layout, tookMs, folder } = told;
  const zones = layout.regions.reduce((sum, region) => sum + region.zones.length, 0);
  const [region] = layout.regions;
  const [zone] = region?.zones ?? [];
  const row = (label: string, words: string) => [
    `  ${style.quiet(label.padEnd(9))}${style.command(`${program} ${words}${state}`)}`,
  ];
  const seconds = (tookMs / 1000).toFixed(1);
  const counts = `${layout.regions.length} regions, ${zones} zones`;
  return [
    style.good(`✓ ${layout.platform} is up in the lab: ${counts}, ${seconds} s`),
    ...layout.folded.flatMap((line) => hang('  ', line, columns).map(style.quiet)),
    '',
    `  ${style.quiet('open'.padEnd(9))}${style.command(urlOf(layout))}`,
    ...row('look', 'lab status'),
    ...row('break', `lab inject zone-loss:${zone?.name ?? ''}`),
    ...row('', `lab inject region-loss:${region?.name ?? ''}`),
    ...row('recover', 'recover --world lab'),
    ...row('heal', 'lab heal'),
    ...row('go home', 'recover --world lab --intent failback'),
    ...row('runs', 'runs list'),
    ...row('stop', 'lab down'),
    '',
    `  ${style.quiet('state'.padEnd(9))}${folder}`,
    '',
  ].join('\n');
}
