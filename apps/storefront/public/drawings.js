/** Line drawings of what the shop sells, on a field of 36 by 36. */
const paths = {
  paddle: 'M9 31 22 12M22 12c-1-4 3-10 7-9s2 9-2 11-5-1-5-2ZM7 29l5 4',
  compass:
    'M18 4a14 14 0 1 0 0 28 14 14 0 0 0 0-28ZM23 12l-3 8-7 4 3-8ZM18 4v3M18 29v3M4 18h3M29 18h3',
  bag: 'M10 12c-3 6-3 16-1 19 3 2 15 2 18 0 2-3 2-13-1-19ZM10 12h16M12 12V8h12v4M14 8V5h8v3M11 22h14',
  lantern:
    'M13 12h10l2 14H11ZM11 26h14v5H11ZM14 12V9h8v3M13 9c0-7 10-7 10 0M18 23c-4-3 0-5 0-8 2 3 4 5 0 8Z',
  rope: 'M18 7a11 11 0 1 0 .1 22A11 11 0 0 0 18 7ZM18 12a6 6 0 1 0 .1 12A6 6 0 0 0 18 12ZM27 24l5 7M9 11l3 3M24 22l3 3M9 25l3-3M24 14l3-3',
  anchor:
    'M18 10v22M12 15h12M18 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM6 22c0 6 5 10 12 10s12-4 12-10M6 22l-2 4M6 22l4 3M30 22l2 4M30 22l-4 3',
  float: 'M4 22c3 6 25 6 28 0ZM9 22V10M27 22V10M5 10h26M2 30c3-2 5-2 8 0s5 2 8 0 5-2 8 0 5 2 8 0',
  chart: 'M5 9l8-4 10 4 8-4v22l-8 4-10-4-8 4ZM13 5v22M23 9v22M16 13c2 1 4 0 5 3M9 20l2 2M9 22l2-2',
};

export function drawing(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 36 36');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name] ?? paths.float);
  for (const [key, value] of Object.entries({
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.6',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  })) {
    path.setAttribute(key, value);
  }
  svg.append(path);
  return svg;
}
