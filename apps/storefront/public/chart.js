import { samples } from './traffic.js';

const binMs = 500;
const bins = 120;
const left = 72;
const right = 16;

/** Answered upwards, failed downwards, latency on a log axis below, and a band of who answered. */
export function createChart(canvas) {
  const pen = createPen(canvas);
  return function draw(now) {
    const { width, height } = pen.begin();
    const columns = collect(now);
    const step = (width - left - right) / bins;
    drawCounts(pen, columns, step, width);
    drawLatency(pen, columns, step, width);
    drawWho(pen, columns, step);
    drawAxis(pen, step, height);
  };
}

function drawCounts(pen, columns, step, width) {
  const zero = 76;
  const top = Math.max(4, ...columns.map(({ answered, failed }) => Math.max(answered, failed)));
  const scale = 64 / top;
  columns.forEach((column, index) => {
    const x = left + index * step;
    const up = column.answered * scale;
    pen.fill('--teal-soft', x, zero - up, step + 0.5, up);
    if (up > 0) pen.fill('--teal', x, zero - up, step + 0.5, 1.5);
    pen.fill('--red', x, zero, step - 0.5, Math.min(28, column.failed * scale));
  });
  pen.line(left, zero, width - right, zero);
  pen.label('Answered', zero - 50, '--ink', 600);
  pen.label(`per ${binMs} ms`, zero - 34, '--quiet', 400);
  pen.label('Failed', zero + 18, '--red-text', 600);
}

function drawLatency(pen, columns, step, width) {
  const [base, tall] = [168, 44];
  const place = (ms) => base - (Math.log10(Math.max(1, Math.min(1_000, ms))) / 3) * tall;
  for (const ms of [1, 10, 100, 1_000]) {
    pen.line(left, place(ms), width - right, place(ms));
    const text = ms === 1_000 ? '1 s' : `${ms} ms`;
    pen.write(text, left - 8, place(ms) + 4, '--quiet', 400, 'right');
  }
  columns.forEach(({ latencies }, index) => {
    if (latencies.length === 0) return;
    const x = left + index * step;
    const most = place(latencies.at(-1));
    const median = place(latencies[Math.floor(latencies.length / 2)]);
    pen.fill('--line', x, most, step + 0.5, Math.max(1, median - most));
    pen.fill('--ink', x, median - 0.75, step + 0.5, 1.5);
  });
}

/** Equal neighbours are one band; a change of region or epoch is a change of shade and a word. */
function drawWho(pen, columns, step) {
  let from = 0;
  for (let index = 1; index <= bins; index += 1) {
    const who = columns[from].who;
    if (index < bins && columns[index].who === who) continue;
    if (who !== null) {
      const x = left + from * step;
      const wide = (index - from) * step;
      pen.fill('--raised', x, 178, wide - 1, 18);
      pen.inside(x, 178, wide - 4, 18, () => pen.write(who, x + 6, 191, '--quiet', 400, 'left'));
    }
    from = index;
  }
  pen.label('Answered by', 191, '--ink', 600);
}

function drawAxis(pen, step, height) {
  for (const seconds of [60, 45, 30, 15, 0]) {
    const x = left + (bins - (seconds * 1000) / binMs) * step;
    const align = seconds === 0 ? 'right' : seconds === 60 ? 'left' : 'center';
    const text = seconds === 0 ? 'now' : `−${seconds} s`;
    pen.write(text, x, height - 6, '--quiet', 400, align);
  }
}

/** Draws on a canvas in the page's colours, of which it is told the names. */
function createPen(canvas) {
  const context = canvas.getContext('2d');
  let colour = readColours();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    colour = readColours();
  });

  function write(text, x, y, name, weight, align) {
    context.textAlign = align;
    context.font = context.font.replace(/^(?:\d+ )?/, `${weight} `);
    context.fillStyle = colour[name];
    context.fillText(text, x, y);
  }

  return {
    /** An empty canvas, as large as it is shown: its size in pixels of the page. */
    begin() {
      const ratio = devicePixelRatio;
      const { clientWidth: width, clientHeight: height } = canvas;
      if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
        canvas.width = width * ratio;
        canvas.height = height * ratio;
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      context.font = `12px ${getComputedStyle(canvas).fontFamily}`;
      return { width, height };
    },
    fill(name, x, y, width, height) {
      context.fillStyle = colour[name];
      context.fillRect(x, y, width, height);
    },
    line(fromX, fromY, toX, toY) {
      context.strokeStyle = colour['--line'];
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(fromX, Math.round(fromY) + 0.5);
      context.lineTo(toX, Math.round(toY) + 0.5);
      context.stroke();
    },
    write,
    /** At the left edge. */
    label: (text, y, name, weight) => write(text, 0, y, name, weight, 'left'),
    /** What is drawn by `draw` ends at the edges of this part. */
    inside(x, y, width, height, draw) {
      context.save();
      context.beginPath();
      context.rect(x, y, width, height);
      context.clip();
      draw();
      context.restore();
    },
  };
}

function collect(now) {
  const end = Math.ceil(now / binMs) * binMs;
  const columns = Array.from({ length: bins }, () => ({
    answered: 0,
    failed: 0,
    latencies: [],
    who: null,
  }));
  for (const sample of samples) {
    const column = columns[bins - 1 - Math.floor((end - sample.at) / binMs)];
    if (column === undefined) continue;
    if (sample.outcome === 'answered') {
      column.answered += 1;
      column.latencies.push(sample.ms);
      column.who = `${sample.zone ?? sample.region ?? '?'} · epoch ${sample.epoch}`;
    } else column.failed += 1;
  }
  for (const column of columns) column.latencies.sort((one, other) => one - other);
  return columns;
}

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const names = ['ink', 'quiet', 'line', 'raised', 'teal', 'teal-soft', 'red', 'red-text'];
  return Object.fromEntries(
    names.map((name) => [`--${name}`, style.getPropertyValue(`--${name}`)]),
  );
}
