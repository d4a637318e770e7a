import { createChart } from './chart.js';
import { drawing } from './drawings.js';
import { createOrders } from './orders.js';
import { ask, last, onSample, samples } from './traffic.js';

const element = (id) => document.getElementById(id);
const orders = createOrders();
const draw = createChart(element('chart'));
const readsEveryMs = 200;
const ordersEveryMs = 250;
let items = [];

async function loadCatalogue() {
  const answer = await ask('GET', '/api/catalog');
  if (answer.outcome !== 'answered') {
    element('catalogue').replaceChildren(text('li', 'empty', `Not there yet: ${answer.why}`));
    setTimeout(loadCatalogue, 500);
    return;
  }
  items = answer.body.items;
  element('catalogue').replaceChildren(...items.map(card));
}

function card(item) {
  const button = text('button', '', 'Order');
  button.setAttribute('aria-label', `Order ${item.name}`);
  button.addEventListener('click', () => orders.place(item));
  const price = new Intl.NumberFormat('en', { style: 'currency', currency: item.currency });
  const buy = document.createElement('div');
  buy.className = 'buy';
  buy.append(text('span', 'price', price.format(item.priceCents / 100)), button);
  const entry = document.createElement('li');
  entry.append(
    drawing(item.drawing),
    text('h3', '', item.name),
    text('p', 'note', item.description),
    buy,
  );
  return entry;
}

function text(tag, className, content) {
  const node = document.createElement(tag);
  if (className !== '') node.className = className;
  node.textContent = content;
  return node;
}

function showWho() {
  const node = element('answered');
  if (last.failure !== null) {
    node.className = 'answered bad';
    node.replaceChildren(text('b', '', 'No answer: '), last.failure);
  } else if (last.region !== null) {
    node.className = 'answered good';
    const epoch = last.epoch === null ? '' : `, epoch ${last.epoch}`;
    node.replaceChildren(
      'answered by ',
      text('b', '', last.zone ?? ''),
      ` in ${last.region}${epoch}`,
    );
  }
  element('trace').textContent = last.trace === null ? '' : `trace ${last.trace}`;
}

function showFigures() {
  const since = performance.now() - 10_000;
  const recent = samples.filter(({ at }) => at >= since);
  const answered = recent.filter(({ outcome }) => outcome === 'answered');
  const failed = recent.length - answered.length;
  const unknown = recent.filter(({ outcome }) => outcome === 'unknown').length;
  const sorted = answered.map(({ ms }) => ms).sort((one, other) => one - other);
  const p99 = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))];
  element('figure-answered').textContent = String(answered.length);
  element('figure-failed').textContent = String(failed);
  element('figure-failed').classList.toggle('bad', failed > 0);
  element('note-failed').textContent =
    failed === 0
      ? 'refused or without an answer'
      : `${failed - unknown} refused, ${unknown} unknown`;
  if (p99 !== undefined) {
    element('figure-latency').replaceChildren(
      p99.toFixed(p99 < 10 ? 1 : 0),
      text('small', '', ' ms'),
    );
    element('note-latency').textContent =
      `p50 ${sorted[Math.floor(sorted.length / 2)].toFixed(1)} ms`;
  }
  if (last.epoch !== null) {
    element('figure-epoch').textContent = String(last.epoch);
    element('note-epoch').textContent = `answers come from ${last.region}`;
  }
}

/**
 * Sent at fixed times, whether or not answers come back: a page that waits would hide an outage.
 */
function every(ms, action) {
  setInterval(() => {
    if (!document.hidden) action();
  }, ms);
}

onSample(showWho);
every(readsEveryMs, () => {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item !== undefined) void ask('GET', `/api/catalog/${encodeURIComponent(item.sku)}`);
});
every(ordersEveryMs, () => {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item !== undefined && element('keep-ordering').checked) void orders.placeQuietly(item);
});
every(500, showFigures);
const frame = () => {
  draw(performance.now());
  setTimeout(() => requestAnimationFrame(frame), 200);
};
frame();
void loadCatalogue();
