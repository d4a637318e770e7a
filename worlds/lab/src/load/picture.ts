import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

export interface Picture {
  readonly bytes: Buffer;
  readonly sha256: string;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** 32 × 32 pixels of noise in colour: about 3 KB that nothing can compress. */
const side = 32;
const bytesPerPixel = 3;

/**
 * A real PNG that differs from every other one: any picture service takes it, any page shows it.
 */
export function drawPicture(random: () => number): Picture {
  const rows = Buffer.alloc(side * (1 + side * bytesPerPixel));
  for (let index = 0; index < rows.length; index += 1) {
    const startsRow = index % (1 + side * bytesPerPixel) === 0;
    rows[index] = startsRow ? 0 : Math.floor(random() * 256);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // 8 bits a channel, colour type 2 (red, green, blue); no interlacing.
  header[8] = 8;
  header[9] = 2;
  const bytes = Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
