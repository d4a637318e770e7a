/**
 * The page's only script: tabs, theme, print. The page reads well without it: the tabs are links to
 * panels that are all there. The policy in the page's head allows this text only, by its hash.
 */
export const script = `(() => {
'use strict';
const root = document.documentElement;
root.classList.add('scripted');
const byId = (id) => document.getElementById(id);

const theme = byId('theme');
const asked = matchMedia('(prefers-color-scheme: dark)');
const dark = () => root.dataset.theme ? root.dataset.theme === 'dark' : asked.matches;
const name = () => { if (theme) theme.textContent = dark() ? 'Light' : 'Dark'; };
const remember = (value) => {
  try { localStorage.setItem('outrigger-theme', value); } catch { /* a file may have no store */ }
};
try {
  const chosen = localStorage.getItem('outrigger-theme');
  if (chosen === 'dark' || chosen === 'light') root.dataset.theme = chosen;
} catch { /* a file may have no store */ }
name();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', name);
theme?.addEventListener('click', () => {
  root.dataset.theme = dark() ? 'light' : 'dark';
  remember(root.dataset.theme);
  name();
});
byId('print')?.addEventListener('click', () => print());

const list = byId('lenses');
if (!list) return;
const tabs = [...list.querySelectorAll('a')];
const panelOf = (tab) => byId(tab.getAttribute('href').slice(1));
const select = (chosen, focus) => {
  for (const tab of tabs) {
    const on = tab === chosen;
    tab.setAttribute('aria-selected', String(on));
    tab.tabIndex = on ? 0 : -1;
    panelOf(tab).hidden = !on;
  }
  for (const zoom of document.querySelectorAll('.zoom')) {
    zoom.classList.toggle('shown', zoom.dataset.lens === chosen.dataset.lens);
  }
  if (focus) chosen.focus();
};
list.setAttribute('role', 'tablist');
for (const [index, tab] of tabs.entries()) {
  const panel = panelOf(tab);
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', panel.id);
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', tab.id);
  tab.addEventListener('click', (event) => { event.preventDefault(); select(tab, false); });
  tab.addEventListener('keydown', (event) => {
    const last = tabs.length - 1;
    const right = index === last ? 0 : index + 1;
    const left = index === 0 ? last : index - 1;
    const keys = { ArrowRight: right, ArrowLeft: left, Home: 0, End: last, ' ': index };
    const next = keys[event.key];
    if (next === undefined) return;
    event.preventDefault();
    select(tabs[next], true);
  });
}
const named = tabs.find((tab) => '#' + panelOf(tab).id === location.hash);
  const first = tabs.find((tab) => tab.dataset.first === 'true');
  select(named ?? first ?? tabs[0], false);
})();
`;

/** SHA-256 of `script`, base64; a test computes it anew. */
export const scriptHash = 'KXW5xed/djARZFwVALwx/+A2b89pdRrl6+aKDhIThns=';
