/** Colours by their meaning, light and dark. Small text has its own, darker or lighter, shades. */

const tokens: { readonly [name: string]: readonly [light: string, dark: string] } = {
  page: ['#ffffff', '#10161d'],
  panel: ['#f6f8fa', '#171f29'],
  ink: ['#232f3e', '#e8edf2'],
  muted: ['#5a6776', '#98a5b3'],
  grey: ['#6b7a8a', '#8494a5'],
  line: ['#dde3e9', '#2b3744'],
  faint: ['#edf0f3', '#1d2631'],
  teal: ['#00a4a6', '#19b5b7'],
  'teal-text': ['#00777a', '#3fc9cb'],
  'teal-dot': ['#4fbfc0', '#178284'],
  'teal-fill': ['rgb(0 164 166 / 30%)', 'rgb(25 181 183 / 30%)'],
  red: ['#d13212', '#f0563a'],
  'red-text': ['#b42a0f', '#ff8468'],
  'red-band': ['rgb(209 50 18 / 5.5%)', 'rgb(240 86 58 / 10%)'],
  'red-fill': ['rgb(209 50 18 / 10%)', 'rgb(240 86 58 / 11%)'],
  purple: ['#8c4fff', '#a274ff'],
  'purple-text': ['#6b31d9', '#bb97ff'],
  'purple-solid': ['#8c4fff', '#6f3bdc'],
  'purple-pale': ['#d9c8ff', '#46347a'],
  'purple-wash': ['#f8f5ff', '#1b1b30'],
  orange: ['#ed7100', '#ff9a3d'],
  'orange-text': ['#a64e00', '#ffb066'],
  'orange-band': ['rgb(237 113 0 / 8%)', 'rgb(255 154 61 / 11%)'],
  green: ['#7aa116', '#9cc93a'],
  'green-text': ['#4a6a00', '#a8d04e'],
  'on-sign': ['#ffffff', '#10161d'],
  blue: ['#3b5bdb', '#7f9bff'],
  'region-a': ['#d6e9e9', '#17333a'],
  'region-b': ['#d8def8', '#25304a'],
  'region-c': ['#ece4d4', '#3a3324'],
  'latency-fill': ['#dadcde', '#3a4047'],
};

function variables(mode: 0 | 1): string {
  return Object.entries(tokens)
    .map(([name, colours]) => `--${name}:${colours[mode]}`)
    .join(';');
}

/** The reader's choice wins over the system's; paper is always light. */
export function tokenStyle(): string {
  return [
    `:root{color-scheme:light;${variables(0)}}`,
    '@media ' +
      '(prefers-color-scheme:dark)' +
      `{:root:not([data-theme=light]){color-scheme:dark;${variables(1)}}}`,
    `:root[data-theme=dark]{color-scheme:dark;${variables(1)}}`,
    `@media print{:root:root:root{color-scheme:light;${variables(0)}}}`,
  ].join('\n');
}
