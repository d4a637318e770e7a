/** Signs that stand beside every verdict, and the mark of the project. */
import { html, type Markup } from './markup.ts';

export type SignKind = 'met' | 'missed' | 'neutral' | 'information';

const words: { readonly [kind in SignKind]: string } = {
  met: 'Met',
  missed: 'Missed',
  neutral: 'Not judged',
  information: 'Note',
};

/** `word` null: the word is written beside the sign, so the sign need not say it. */
export function sign(kind: SignKind, word: string | null = words[kind]): Markup {
  const named = word === null ? html` aria-hidden="true"` : html` role="img" aria-label="${word}"`;
  return html`<svg class="sign" viewBox="0 0 16 16"${named}>${shapes[kind]}</svg>`;
}

const shapes: { readonly [kind in SignKind]: Markup } = {
  met: html`<circle cx="8" cy="8" r="7.5" class="f-green"/><path d="M4.6 8.3l2.3 2.3 4.5-4.8" fill="none" stroke="var(--on-sign)" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`,
  missed: html`<circle cx="8" cy="8" r="7.5" class="f-red"/><path d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4" fill="none" stroke="var(--on-sign)" stroke-width="1.8" stroke-linecap="round"/>`,
  neutral: html`<circle cx="8" cy="8" r="6.8" class="l-grey" stroke-width="1.4"/><path d="M5 8h6" class="l-grey" stroke-width="1.6" stroke-linecap="round"/>`,
  information: html`<circle cx="8" cy="8" r="7" class="l-grey" stroke-width="1.4"/><path d="M8 7.4v3.8" class="l-grey" stroke-width="1.6" stroke-linecap="round"/><circle cx="8" cy="4.9" r="1" class="f-grey"/>`,
};

/** A canoe with its outrigger, from above the water. */
export const logo: Markup = html`<svg width="28" height="18" viewBox="0 0 28 18" aria-hidden="true"><path d="M2 3.6C8 6.6 20 6.6 26 3.6" fill="none" stroke="var(--ink)" stroke-width="3.2" stroke-linecap="round"/><path d="M10 6v8M18 6v8" fill="none" stroke="var(--ink)" stroke-width="1.7"/><path d="M8 15h12" fill="none" stroke="var(--teal)" stroke-width="3.2" stroke-linecap="round"/></svg>`;
