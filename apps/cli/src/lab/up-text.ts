import type { LabLayout } from '@outrigger/lab';
import { columns, hang } from '../layout.ts';
import type { Hints } from '../runs/end-text.ts';
import type { Style } from '../style.ts';
import { urlOf } from './lab-view.ts';
import { standInSentence } from './stand-in.ts';

/** What one can do with a lab that is up: everything that can be copied from here works. */
export function upText(
  told: {
    readonly layout: LabLayout;
    readonly tookMs: number;
    readonly folder: string;
    /** What can be opened in a browser; null: nothing that is known. */
    readonly page: string | null;
  },
  { program, state }: Hints,
  style: Style,
): string {
  const { layout, tookMs, folder, page } = told;
  const standIns = standInSentence(layout);
  const [label, url] = page === null ? ['entry', urlOf(layout)] : ['open', page];
  const zones = layout.regions.reduce((sum, region) => sum + region.zones.length, 0);
  const [region] = layout.regions;
  const [zone] = region?.zones ?? [];
  const row = (what: string, words: string) => [
    `  ${style.quiet(what.padEnd(9))}${style.command(`${program} ${words}${state}`)}`,
  ];
  const seconds = (tookMs / 1000).toFixed(1);
  const counts = `${layout.regions.length} regions, ${zones} zones`;
  return [
    style.good(`✓ ${layout.platform} is up in the lab: ${counts}, ${seconds} s`),
    ...(standIns === null ? [] : hang('  ', standIns, columns)),
    ...layout.folded.flatMap((line) => hang('  ', line, columns).map(style.quiet)),
    '',
    `  ${style.quiet(label.padEnd(9))}${style.command(url)}`,
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
