import type { Json } from '@outrigger/model';
import { columns, hang, width, wrap } from './layout.ts';
import type { Problem, Refusal } from './refusal.ts';
import type { Style } from './style.ts';

/** The column at which a location ends: a little short of the edge. */
const locationEnd = 77;
const valueColumnsMax = 200;

/** Everything that is wrong, each with its place, its value and its mend. */
export function problemsText(
  refusal: Pick<Refusal, 'message' | 'problems' | 'exitCode' | 'changed'>,
  style: Style,
): string {
  const { message, problems, exitCode, changed } = refusal;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const digits = String(problems.length).length;
  return [
    style.bad(`✗ ${message}: ${count}`),
    '',
    ...problems.flatMap((problem, index) => [
      ...problemLines(problem, String(index + 1).padStart(digits), style),
      '',
    ]),
    ...wrap(`${changed} Exit code ${exitCode}.`, columns).map(style.quiet),
    '',
  ].join('\n');
}

function problemLines(problem: Problem, number: string, style: Style): string[] {
  const indent = ' '.repeat(number.length + 2);
  const place = locationOf(problem);
  const gap = locationEnd - width(number) - 2 - width(problem.path) - width(place);
  const title = `${style.strong(number)}  ${style.strong(problem.path)}`;
  const titles =
    place === ''
      ? [title]
      : gap >= 2
        ? [`${title}${' '.repeat(gap)}${style.quiet(place)}`]
        : [title, `${indent}${style.quiet('at')}      ${style.quiet(place)}`];
  const row = (name: string, text: string, paint: (line: string) => string) => {
    const label = `${indent}${name}`.padEnd(number.length + 10);
    return hang(label, text, columns).map(
      (line) => style.quiet(line.slice(0, label.length)) + paint(line.slice(label.length)),
    );
  };
  return [
    ...titles,
    ...(problem.value === null ? [] : row('value', valueText(problem.value), (text) => text)),
    ...row('wrong', problem.wrong, (text) => text),
    ...row('mend', problem.mend, (text) => paintCode(text, style)),
  ];
}

export function locationOf({ file, line }: Pick<Problem, 'file' | 'line'>): string {
  if (file === null) return '';
  return line === null ? file : `${file}:${line}`;
}

/** As it would be written in the platform file; a long one is cut. */
export function valueText(value: Json): string {
  const text = literal(value);
  return width(text) <= valueColumnsMax ? text : `${text.slice(0, valueColumnsMax - 2)} …`;
}

function literal(value: Json): string {
  if (typeof value === 'string') return `'${value.replaceAll('\n', '\\n')}'`;
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  const fields = Object.entries(value).map(([key, field]) => {
    return `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : `'${key}'`}: ${literal(field)}`;
  });
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** What can be copied into the file stands out: `'orders-db'`, `cidr: '10.1.0.0/16'`. */
function paintCode(text: string, style: Style): string {
  return text.replace(/(?:[\w-]+: )?'[^']*'/g, (code) => style.good(code));
}
