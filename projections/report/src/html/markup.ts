/**
 * Markup by construction: every value that is put into a template is escaped, unless it is markup
 * itself. So no name, note or key from a report can become an element or an attribute.
 */

export interface Markup {
  readonly markup: string;
}

export type MarkupValue = string | number | Markup | null | false | readonly MarkupValue[];

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  // Control characters are not allowed in HTML, except tab and line ends.
  return text
    .replace(/[&<>"']/g, (found) => entities[found] ?? found)
    .replace(/\p{Cc}/gu, (found) =>
      found === '\t' || found === '\n' || found === '\r' ? found : '\ufffd',
    );
}

/** Template tag for HTML and SVG. */
export function html(strings: readonly string[], ...values: readonly MarkupValue[]): Markup {
  let markup = strings[0] ?? '';
  for (const [index, value] of values.entries()) {
    markup += textOf(value) + (strings[index + 1] ?? '');
  }
  return { markup };
}

function textOf(value: MarkupValue): string {
  if (value === null || value === false) {
    return '';
  }
  if (typeof value === 'string' || typeof value === 'number') {
    return escapeHtml(String(value));
  }
  if (isList(value)) {
    return value.map(textOf).join('');
  }
  return value.markup;
}

function isList(value: MarkupValue): value is readonly MarkupValue[] {
  return Array.isArray(value);
}

/** For text of this package only (style, script), never for a report's data. */
export function trusted(markup: string): Markup {
  return { markup };
}
