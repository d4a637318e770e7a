/** What may stand to the right of an equals sign. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Expression
  | readonly Value[]
  | { readonly [key: string]: Value | undefined };

/** A key that no map of a user has, so that a map can't be taken for an expression. */
export const expression: unique symbol = Symbol('expression');

/**
 * What Terraform works out. `text` is HCL as it stands. `published` is a value that another
 * component has published: a reference where both are in one root module, else the parameter that
 * carries it up; which of the two is known only when all of the platform is there.
 */
export type Expression =
  | { readonly [expression]: 'text'; readonly text: string }
  | { readonly [expression]: 'call'; readonly name: string; readonly with: readonly Value[] }
  | { readonly [expression]: 'template'; readonly parts: readonly (string | Expression)[] }
  | { readonly [expression]: 'heredoc'; readonly lines: readonly string[] }
  | Published;

export interface Published {
  readonly [expression]: 'published';
  readonly component: string;
  readonly name: string;
  /** null: of the region that reads. */
  readonly region: string | null;
}

/** What can be passed on in a parameter: a text, or several; `list` is worked out by Terraform. */
export type Publishable =
  | string
  | Expression
  | readonly (string | Expression)[]
  | { readonly list: Expression };

/** Whether there are several in it. */
export function isSeveral(
  value: Publishable,
): value is readonly (string | Expression)[] | { readonly list: Expression } {
  return Array.isArray(value) || (typeof value === 'object' && 'list' in value);
}

export function isExpression(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && expression in value;
}

/** HCL as it stands: `local.name`, `each.key`. */
export function hcl(text: string): Expression {
  return { [expression]: 'text', text };
}

/** `call('cidrhost', '10.0.0.0/16', 2)` */
export function call(name: string, ...arguments_: readonly Value[]): Expression {
  return { [expression]: 'call', name, with: arguments_ };
}

/** A text with expressions in it: template`${bucketArn}/*`. */
export function template(
  texts: TemplateStringsArray,
  ...values: readonly (string | Expression)[]
): Expression {
  const parts = texts.flatMap((text, index) => {
    const value = values[index];
    return value === undefined ? [text] : [text, value];
  });
  return { [expression]: 'template', parts: parts.filter((part) => part !== '') };
}

/** A text of several lines, shown as such where its characters allow it. */
export function heredoc(text: string): Expression {
  return { [expression]: 'heredoc', lines: text.replace(/\n$/, '').split('\n') };
}

/** What another component has published in the same region. */
export function published(component: string, name: string): Expression {
  return { [expression]: 'published', component, name, region: null };
}

/** What a component has published in another region; only `peering/` may ask. */
export function publishedIn(region: string, component: string, name: string): Expression {
  return { [expression]: 'published', component, name, region };
}
