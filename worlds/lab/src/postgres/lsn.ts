/** A place in the write-ahead log as PostgreSQL writes it: `0/84B308`. */
export type Lsn = string;

export function lsnValue(lsn: Lsn): bigint {
  const parts = lsn.split('/');
  const [high, low] = parts;
  if (parts.length !== 2 || high === undefined || low === undefined) {
    throw new Error(`"${lsn}" is no LSN`);
  }
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

export function lsnText(value: bigint): Lsn {
  return `${(value >> 32n).toString(16)}/${(value & 0xffffffffn).toString(16)}`.toUpperCase();
}
