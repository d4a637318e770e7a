import { samples } from './traffic.js';

const binMs = 500;
const bins = 120;
const left = 72;
const right = 16;

/** Answered upwards, failed downwards, latency on a log axis below, and a band of who answered. */
export function createChart(canvas) {
  const context = canvas.getContext('2d');
  let colour = readColours();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    colour = readColours();
  });

  function draw(now) {
    const ratio = devicePixelRatio;
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
      canvas.width = width * ratio;
      canvas.height = height * ratio;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.font = `12px ${getComputedStyle(canvas).fontFamily}`;
    const columns = collect(now);
    const step = (width - left - right) / bins;
    drawCounts(columns, step, width);
    drawLatency(columns, step, width);
    drawWho(columns, step);
    drawAxis(step, height);
  }

  function drawCounts(columns, step, width) {
    const zero = 76;
    const top = Math.max(4, ...columns.map(({ answered, failed }) => Math.max(answered, failed)));
    const scale = 64 / top;
    columns.forEach((column, index) => {
      const x = left + index * step;
      const up = column.answered * scale;
      context.fillStyle = colour['--teal-soft'];
      context.fillRect(x, zero - up, step + 0.5, up);
      context.fillStyle = colour['--teal'];
      if (up > 0) context.fillRect(x, zero - up, step + 0.5, 1.5);
      context.fillStyle = colour['--red'];
      context.fillRect(x, zero, step - 0.5, Math.min(28, column.failed * scale));
    });
    line(left, zero, width - right, zero);
    label('Answered', zero - 50, '--ink', 600);
    label(`per ${binMs} ms`, zero - 34, '--quiet', 400);
    label('Failed', zero + 18, '--red-text', 600);
  }

  function drawLatency(columns, step, width) {
    const [base, tall] = [168, 44];
    const place = (ms) => base - (Math.log10(Math.max(1, Math.min(1_000, ms))) / 3) * tall;
    for (const ms of [1, 10, 100, 1_000]) {
      line(left, place(ms), width - right, place(ms));
      context.textAlign = 'right';
      paint(ms === 1_000 ? '1 s' : `${ms} ms`, left - 8, place(ms) + 4, '--quiet', 400);
    }
    context.textAlign = 'left';
    columns.forEach(({ latencies }, index) => {
      if (latencies.length === 0) return;
      const x = left + index * step;
      const most = place(latencies.at(-1));
      const median = place(latencies[Math.floor(latencies.length / 2)]);
      context.fillStyle = colour['--line'];
      context.fillRect(x, most, step + 0.5, Math.max(1, median - most));
      context.fillStyle = colour['--ink'];
      context.fillRect(x, median - 0.75, step + 0.5, 1.5);
    });
  }

  /** Equal neighbours are one band; a change of region or epoch is a change of shade and a word. */
  function drawWho(columns, step) {
    let from = 0;
    for (let index = 1; index <= bins; index += 1) {
      const who = columns[from].who;
      if (index < bins && columns[index].who === who) continue;
      if (who !== null) {
        const x = left + from * step;
        const wide = (index - from) * step;
        context.fillStyle = colour['--raised'];
        context.fillRect(x, 178, wide - 1, 18);
        context.save();
        context.beginPath();
        context.rect(x, 178, wide - 4, 18);
        context.clip();
        paint(who, x + 6, 191, '--quiet', 400);
        context.restore();
      }
      from = index;
    }
    label('Answered by', 191, '--ink', 600);
  }

  function drawAxis(step, height) {
    for (const seconds of [60, 45, 30, 15, 0]) {
      const x = left + (bins - (seconds * 1000) / binMs) * step;
      context.textAlign = seconds === 0 ? 'right' : seconds === 60 ? 'left' : 'center';
      paint(seconds === 0 ? 'now' : `−${seconds} s`, x, height - 6, '--quiet', 400);
    }
    context.textAlign = 'left';
  }

  function line(fromX, fromY, toX, toY) {
    context.strokeStyle = colour['--line'];
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(fromX, Math.round(fromY) + 0.5);
    context.lineTo(toX, Math.round(toY) + 0.5);
    context.stroke();
  }

  function label(text, y, name, weight) {
    context.textAlign = 'left';
    paint(text, 0, y, name, weight);
  }

  function paint(text, x, y, name, weight) {
    context.font = context.font.replace(/^(?:\d+ )?/, `${weight} `);
    context.fillStyle = colour[name];
    context.fillText(text, x, y);
  }

  return draw;
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
