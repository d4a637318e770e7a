import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isPlanned, sum } from '../facts.ts';
import { formatCount } from '../format.ts';
import { sampleReport } from '../testing/sample.ts';
import { variants } from '../testing/variants.ts';
import type { DrillReport } from '../types.ts';
import { phaseTitle } from '../words.ts';
import { narrow } from './frame.ts';
import { lensFigure } from './lens.ts';
import { lensViews } from './lens-view.ts';
import { escapeHtml, html } from './markup.ts';
import { renderHtml } from './page.ts';
import { script, scriptHash } from './script.ts';
import { dots, placeLabels, textWidth } from './svg.ts';

const fonts = { regular: 'd09GMg==', semibold: 'd09GMg==', bold: 'd09GMg==' };
const page = renderHtml(sampleReport(), { fonts });

const voidElements = new Set(['meta', 'br', 'col', 'link', 'img', 'input', 'hr']);

/** Reads tags strictly: attributes quoted, every element closed in order. Gives what is wrong. */
function structureProblems(markup: string): readonly string[] {
  const problems: string[] = [];
  const open: string[] = [];
  const bare = markup
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1></$1>')
    .replace('<!doctype html>', '');
  const tag = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>/y;
  for (let at = bare.indexOf('<'); at >= 0; at = bare.indexOf('<', tag.lastIndex)) {
    tag.lastIndex = at;
    const found = tag.exec(bare);
    if (found === null) {
      problems.push(`no tag at: ${bare.slice(at, at + 60)}`);
      tag.lastIndex = at + 1;
      continue;
    }
    const [, closing, name = '', , selfClosed] = found;
    if (closing === '/') {
      const last = open.pop();
      if (last !== name) {
        problems.push(`</${name}> closes <${last}>`);
      }
    } else if (selfClosed !== '/' && !voidElements.has(name)) {
      open.push(name);
    }
  }
  return [...problems, ...open.map((name) => `<${name}> is not closed`)];
}

describe('the page', () => {
  it.each(Object.entries(variants()))('is well formed: %s', (_, report) => {
    const markup = renderHtml(report, { fonts });
    expect(structureProblems(markup)).toEqual([]);
    const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const [seen = ''] = markup.split('<script>');
    expect(/NaN|Infinity|undefined|\[object/.exec(seen)).toBe(null);
  });

  it('lists by key what is there though no answer came, folded', () => {
    expect(page).toContain('<summary>3 writes unknown, and there: the keys</summary>');
    expect(page).toContain('<code>c03.411</code> <code>c11.412</code> <code>c15.p7</code>');
    expect(page).not.toContain('stored more than once');
  });

  it('names in a legend the parts that its bars have, and no others', () => {
    const legends = (report: DrillReport): readonly string[] =>
      [...renderHtml(report, { fonts }).matchAll(/<p class="legend parts">(.*?)<\/p>/g)].map(
        ([, markup = '']) => markup.replace(/<svg.*?<\/svg>/g, '·').replace(/<[^>]+>/g, ''),
      );
    const report = sampleReport();
    const phases = report.phases.map((phase) => ({
      ...phase,
      steps: isPlanned(phase)
        ? phase.steps.filter(({ id }) => !/\/(fence|await)/.test(id))
        : phase.steps,
    }));
    expect(legends({ ...report, phases })).toEqual([
      'Zone loss·detection·fence wait·promote·reconnect',
      'Failback, switchover and switchback·drain·promote·release',
    ]);
  });

  it('says of an invariant that held what was looked at', () => {
    const report = sampleReport();
    const held = { held: true, figure: '4 of 4', asked: 4, detail: '' };
    const rule = { ...held, name: 'only-copy-kept', title: 'The only copy of a write' };
    const markup = renderHtml({ ...report, invariants: [rule] }, { fonts });
    expect(markup).toContain(
      '<b>The only copy of a write</b><p>members that were overwritten had been salvaged before</p>',
    );
    const broken = { ...rule, held: false, detail: 'us-east-1a was not' };
    expect(renderHtml({ ...report, invariants: [broken] }, { fonts })).toContain(
      '<p>us-east-1a was not</p>',
    );
  });

  it.each(lensViews(sampleReport()))('no line runs through a name on a phone: $title', (lens) => {
    const { markup } = lensFigure(lens, narrow);
    const names = [...markup.matchAll(/<text x="0" y="([\d.]+)" class="mono[^"]*">/g)].map(
      ([, y]) => Number(y),
    );
    expect(names).toHaveLength(lens.steps.length);
    const lines = [...markup.matchAll(/<path d="([^"]+)" class="l-(?:fault|moment|served)"/g)];
    expect(lines.length).toBeGreaterThan(0);
    const spans = lines.flatMap(([, d = '']) =>
      [...d.matchAll(/M[\d.]+ ([\d.]+)V([\d.]+)/g)].map(([, from, to]) => [
        Number(from),
        Number(to),
      ]),
    );
    expect(spans.length).toBeGreaterThan(lens.steps.length);
    for (const y of names) {
      for (const [from = 0, to = 0] of spans) expect(to <= y - 9 || from >= y + 3).toBe(true);
    }
  });

  it('loads nothing: no address, no import, fonts inside', () => {
    for (const report of Object.values(variants())) {
      const markup = renderHtml(report, { fonts });
      expect(/(?:https?:)?\/\/[a-z]|@import|<link|<img|<iframe/i.exec(markup)).toBe(null);
      const targets = [...markup.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((found) => found[1]);
      expect(targets.every((target) => target === 'report.json' || target?.startsWith('#'))).toBe(
        true,
      );
    }
    expect(page.includes(escapeHtml("default-src 'none'"))).toBe(true);
  });

  it('allows its own script by hash, and no other', () => {
    expect(createHash('sha256').update(script).digest('base64')).toBe(scriptHash);
    expect(page.includes(escapeHtml(`'sha256-${scriptHash}'`))).toBe(true);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(/\son[a-z]+="/.exec(page)).toBe(null);
  });

  it('shows every phase in the table, in tabs and as a panel', () => {
    const report = sampleReport();
    for (const phase of report.phases) {
      expect(page.includes(`role="rowheader">${phaseTitle(phase.name)}<span>`)).toBe(true);
    }
    for (const lens of lensViews(report)) {
      expect(page.includes(`href="#${lens.id}"`)).toBe(true);
      expect(page.includes(`<div class="panel" id="${lens.id}">`)).toBe(true);
    }
    expect(lensViews(report).map((lens) => lens.phase.name)).toEqual(
      report.phases.slice(1).map((phase) => phase.name),
    );
  });

  it('tells the same counts in the table, the audit and the pictures', () => {
    const report = sampleReport();
    const failed = sum(report.phases.map((phase) => phase.measured.clientErrors));
    expect(sum(report.timeline.failed)).toBe(failed);
    expect(page.includes(`data-label="Failed requests">${formatCount(failed)}</td>`)).toBe(true);
    expect(page.includes(`${formatCount(failed)} failed requests in the timeline`)).toBe(true);
    expect(page.includes(`${formatCount(failed)} failed; latency`)).toBe(true);
    expect(
      page.includes(`<b class="">${formatCount(report.audit.acked)}</b><span>acked</span>`),
    ).toBe(true);
    for (const lens of lensViews(report)) {
      const inLens = lens.requests.filter(([, , , answered]) => answered === 0).length;
      expect(inLens).toBe(lens.phase.measured.clientErrors);
    }
  });

  it('gives every picture a name and every table its heads', () => {
    const pictures = [...page.matchAll(/<svg[^>]*role="img"[^>]*>/g)].map((found) => found[0]);
    expect(pictures.length).toBeGreaterThan(15);
    expect(pictures.every((picture) => /aria-label="[^"]{2,}"/.test(picture))).toBe(true);
    const silent = [...page.matchAll(/<svg(?![^>]*(?:role="img"|aria-hidden="true"))[^>]*>/g)];
    // Only the nested one, which places an axis mark in the middle of its row.
    expect(silent.every((found) => found[0].includes('y="50%"'))).toBe(true);
    expect(page.includes('scope="row"')).toBe(true);
    expect(page.includes('<main id="main">')).toBe(true);
  });

  it('looks failed when it failed, with the cause beside the figure', () => {
    const { missed } = variants();
    const markup = missed === undefined ? '' : renderHtml(missed, { fonts });
    expect(markup.includes('<div class="opening missed">')).toBe(true);
    expect(markup.includes('<b>Missed</b>')).toBe(true);
    expect(markup.includes('0.74 s until every client was served, over the RTO of 0.5 s.')).toBe(
      true,
    );
    expect(markup.includes('Invariants: 1 of 6 broken')).toBe(true);
    expect(markup.includes('not found')).toBe(true);
    expect(markup.includes('2 references without their targets')).toBe(true);
  });

  it('says the cause beside a phase without its name, also of the steady state', () => {
    const report = sampleReport();
    const phases = report.phases.map((phase) =>
      phase.name === 'steady'
        ? { ...phase, measured: { ...phase.measured, recovered: false } }
        : phase,
    );
    const markup = renderHtml({ ...report, phases }, { fonts });
    expect(markup).toContain(' Not every client was served by the end of the phase.</div>');
  });

  it('caps long lists and names where the rest is', () => {
    const { crowded } = variants();
    const markup = crowded === undefined ? '' : renderHtml(crowded, { fonts });
    expect(markup.includes('The 437 lost writes')).toBe(true);
    expect(markup.includes('and 425 more')).toBe(true);
    expect(markup.includes('MySQL is played by PostgreSQL.')).toBe(true);
    expect(markup.includes('do not agree')).toBe(true);
  });

  it('never lets data become markup, CSS or a second command', () => {
    const { crowded } = variants();
    const markup = crowded === undefined ? '' : renderHtml(crowded, { fonts });
    expect(markup.includes('<script>alert')).toBe(false);
    expect(markup.includes('&lt;script&gt;alert(&quot;x&quot;)')).toBe(true);
    expect(markup.includes('# this rm -rf</span>')).toBe(true);
    const bad = { ...fonts, regular: "x') } body { display: none } /*" };
    expect(renderHtml(sampleReport(), { fonts: bad })).not.toContain('body { display: none }');
    expect(escapeHtml(`<a href='"&`)).toBe('&lt;a href=&#39;&quot;&amp;');
    expect(html`<b title="${'"><i>'}">${['&', 1, null, false]}</b>`.markup).toBe(
      '<b title="&quot;&gt;&lt;i&gt;">&amp;1</b>',
    );
  });

  it('stays light with 5,000 requests in a lens', () => {
    const places = Array.from({ length: 5000 }, (_, index) => ({ x: index / 5, y: index % 80 }));
    const drawn = dots(places, 'd').markup;
    expect(drawn.match(/<path/g)).toHaveLength(1);
    expect(drawn.length).toBeLessThan(80_000);
  });
});

describe('labels', () => {
  it('never overlap in a row and stay inside', () => {
    const labels = Array.from({ length: 12 }, (_, index) => ({
      x: 20 + index * 25,
      width: textWidth('every client served +738 ms', 12, 'bold'),
      gap: 8,
      prefer: 'start' as const,
    }));
    const placed = placeLabels(labels, 0, 320);
    const spans = placed.map(({ row, x, anchor }, index) => {
      const width = labels[index]?.width ?? 0;
      return {
        row,
        from: anchor === 'start' ? x : x - width,
        to: anchor === 'start' ? x + width : x,
      };
    });
    for (const [index, span] of spans.entries()) {
      expect(span.from).toBeGreaterThanOrEqual(0);
      expect(span.to).toBeLessThanOrEqual(320);
      const others = spans.filter((other, at) => at !== index && other.row === span.row);
      expect(others.every((other) => other.to <= span.from || other.from >= span.to)).toBe(true);
    }
  });
});
