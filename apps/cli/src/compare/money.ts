/** Amounts as people read them: `1,234`, `12.30`. Cents matter below a hundred. */
export function money(amount: number): string {
  const digits = Math.abs(amount) < 99.995 ? 2 : 0;
  return amount.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** `99.9 %`; what is not all and not nothing is shown as neither. */
export function percent(share: number): string {
  if (share === 1 || share === 0) return `${share * 100} %`;
  const shown = Math.min(Math.max(share * 100, 0.1), 99.9);
  return `${shown.toFixed(1)} %`;
}

/** `2,190`, `0.5`: how much of something. */
export function amountText(amount: number): string {
  return amount.toLocaleString('en', { maximumFractionDigits: 1 });
}
