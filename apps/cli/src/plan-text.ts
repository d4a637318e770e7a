import type { Estimate } from '@outrigger/recovery';
import { columns, width, wrap } from './layout.ts';
import type { Style } from './style.ts';

const labels =
  /^(objective|predicted|verdict|capacity|critical path|control plane|durations|way back|note)\b/;

/** Recovery's own text of a plan, with the colours that its signs stand for. */
export function colourPlan(text: string, style: Style): string {
  return text
    .split('\n')
    .map((line, index) => {
      if (index === 0) return style.strong(line);
      if (/^ +! /.test(line)) return style.warning(line);
      if (line.startsWith('✗')) return style.bad(line);
      return line
        .replace(labels, (label) => style.quiet(label))
        .replace(
          /^( *\d+ +)(\S+)/,
          (_, number: string, step: string) => number + style.strong(step),
        )
        .replace(/✓/, (sign) => style.good(sign))
        .replace(/✗/, (sign) => style.bad(sign));
    })
    .join('\n');
}

/** Where each expected duration comes from, each source once. */
export function sourcesText({ world, method, moments, steps }: Estimate, style: Style): string {
  const bySource = new Map<string, string[]>();
  for (const { id, basis, source } of [...moments, ...steps]) {
    const key = `${basis}: ${source}`;
    bySource.set(key, [...(bySource.get(key) ?? []), id]);
  }
  const lines = [...bySource].flatMap(([source, ids]) => [
    `  ${source}`,
    ...inColumns(ids, columns - 4).map((line) => `    ${style.quiet(line)}`),
  ]);
  const title = style.strong(`Sources of the durations (${world})`);
  return [title, ...lines, '', ...wrap(method, columns), ''].join('\n');
}

function inColumns(words: readonly string[], columnsMax: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && width(`${last}, ${word}`) <= columnsMax) {
      lines[lines.length - 1] = `${last}, ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
