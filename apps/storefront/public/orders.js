import { ask } from './traffic.js';

const element = (id) => document.getElementById(id);
const shownMax = 8;

/**
 * Each order has a key of its own. After an unknown outcome it is asked again with the same key:
 * if it was written, its row answers; if not, it is written now. It is never there twice.
 */
export function createOrders() {
  const client = `page-${crypto.randomUUID().slice(0, 8)}`;
  const quiet = `${client}-auto`;
  const counts = { [client]: 0, [quiet]: 0 };
  const kept = { written: 0, refused: 0, unknown: 0 };
  let picture = null;

  element('picture').addEventListener('change', () => {
    const file = element('picture').files[0];
    if (file === undefined) return;
    picture = { file, url: URL.createObjectURL(file) };
    element('preview').src = picture.url;
    element('preview').hidden = false;
    element('upload-text').textContent = `${file.name} goes with the next order.`;
  });

  function takePicture() {
    const taken = picture;
    picture = null;
    element('picture').value = '';
    element('preview').hidden = true;
    const hint = ' to the next order: your boat, your dog. Up to 8 MB.';
    element('upload-text').replaceChildren(part('b', '', 'Add a picture'), hint);
    return taken;
  }

  function newOrder(item, by) {
    counts[by] += 1;
    const body = { client: by, number: counts[by], sku: item.sku, quantity: 1 };
    return { key: crypto.randomUUID(), item, body, picture: null };
  }

  async function send(order) {
    if (order.picture !== null && order.body.picture === undefined) {
      const upload = await ask('POST', '/api/pictures', {
        headers: { 'idempotency-key': `${order.key}-picture` },
        body: order.picture.file,
      });
      if (upload.outcome !== 'answered') return { ...upload, why: `picture: ${upload.why}` };
      order.body.picture = upload.body.sha256;
    }
    return await ask('POST', '/api/orders', {
      headers: { 'idempotency-key': order.key, 'content-type': 'application/json' },
      body: JSON.stringify(order.body),
    });
  }

  async function place(item) {
    const order = newOrder(item, client);
    order.picture = takePicture();
    const entry = document.createElement('li');
    const list = element('orders');
    if (list.firstElementChild?.className === 'empty') list.replaceChildren();
    list.prepend(entry);
    while (list.children.length > shownMax) list.lastElementChild.remove();
    await settle(order, entry);
  }

  async function settle(order, entry) {
    show(entry, order, { outcome: 'waiting' });
    const answer = await send(order);
    show(entry, order, answer);
    if (answer.outcome === 'answered') return;
    const again = part('button', '', 'Ask again');
    again.addEventListener('click', () => settle(order, entry));
    entry.querySelector('.side').append(again);
  }

  async function placeQuietly(item) {
    const answer = await send(newOrder(item, quiet));
    kept[answer.outcome === 'answered' ? 'written' : answer.outcome] += 1;
    element('kept').hidden = false;
    element('kept').textContent =
      `Kept ordering: ${kept.written} written, ${kept.refused} refused, ${kept.unknown} unknown.`;
  }

  return { place, placeQuietly };
}

const looks = {
  waiting: ['waiting', '◌', () => 'on its way'],
  answered: [
    'written',
    '✓',
    ({ body, ms, status }) =>
      `order ${body.id}, ${status === 200 ? 'it was there already, ' : ''}written in ` +
      `${body.region}, epoch ${body.epoch}, ${ms.toFixed(0)} ms`,
  ],
  refused: ['refused', '✕', ({ why }) => `refused, certainly not written: ${why}`],
  unknown: ['unknown', '?', ({ why }) => `unknown, may be written: ${why}`],
};

function show(entry, order, answer) {
  const [className, sign, explain] = looks[answer.outcome];
  entry.className = className;
  const side = part('span', 'side', '');
  if (order.picture !== null) {
    const image = document.createElement('img');
    image.alt = 'the picture of this order';
    // After the order is written, from the shop and no longer from this page.
    image.src =
      answer.outcome === 'answered' ? `/api/pictures/${order.body.picture}` : order.picture.url;
    side.append(image);
  }
  entry.replaceChildren(
    part('span', 'sign', sign),
    part('span', 'what', order.item.name),
    part('span', 'who', explain(answer)),
    side,
  );
}

function part(tag, className, content) {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = content;
  return node;
}
