/** What EC2 takes of a machine: its disk, and the script that it runs when it boots. */
import type { Tell } from '../kind.ts';

type Field = readonly (string | number)[];

/** EBS user guide, General Purpose SSD volumes, gp3: 1 GiB to 64 TiB. */
const volume = { minBytes: 2 ** 30, maxBytes: 64 * 2 ** 40 } as const;

export function checkVolume(bytes: number | undefined, field: Field, tell: Tell): void {
  if (bytes === undefined || (bytes >= volume.minBytes && bytes <= volume.maxBytes)) return;
  const isSmall = bytes < volume.minBytes;
  tell(
    field,
    'is outside what EBS offers (gp3): 1 GiB to 64 TiB',
    `write ${isSmall ? "'1 GiB' or more" : "'64 TiB' or less"}`,
  );
}

/** EC2 user guide, instance user data: 16 KB, before it is encoded. */
const userDataMax = 16_384;
/** EKS asks for a script in a part of its own, whose headers count too. */
export const partHeaders = 200;

/** As EC2 counts: in UTF-8. */
function byteLength(text: string): number {
  return [...text].reduce((sum, letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return sum + 1 + Number(code > 0x7f) + Number(code > 0x7ff) + Number(code > 0xffff);
  }, 0);
}

export function checkUserData(
  script: string | undefined,
  headers: number,
  field: Field,
  tell: Tell,
): void {
  const max = userDataMax - headers;
  const bytes = byteLength(script ?? '');
  if (bytes <= max) return;
  tell(
    field,
    `has ${bytes} bytes; EC2 takes ${max}`,
    'put it into the image, or into a bucket that a short script reads',
  );
}
