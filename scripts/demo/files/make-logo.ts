import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";

/** Draws the demo company's mark, half a sun over water, as `logo.png`. Run: `node --import tsx scripts/demo/files/make-logo.ts` */
const SIZE = 512;
const SAMPLES = 4;
const BRAND = [0x3d, 0x3f, 0x9f];

type Shape = (x: number, y: number) => boolean;

const tile = roundedBox({ left: 0, top: 0, right: 512, bottom: 512, radius: 112 });
const mark: Shape[] = [
  (x, y) => y <= 228 && (x - 256) ** 2 + (y - 228) ** 2 <= 128 ** 2,
  roundedBox({ left: 84, top: 260, right: 428, bottom: 292, radius: 16 }),
  roundedBox({ left: 132, top: 320, right: 380, bottom: 352, radius: 16 }),
  roundedBox({ left: 188, top: 380, right: 324, bottom: 412, radius: 16 }),
];

await writeFile(fileURLToPath(new URL("./logo.png", import.meta.url)), png(drawLogo()));

function roundedBox(box: { left: number; top: number; right: number; bottom: number; radius: number }): Shape {
  return (x, y) => {
    const dx = Math.max(box.left + box.radius - x, 0, x - (box.right - box.radius));
    const dy = Math.max(box.top + box.radius - y, 0, y - (box.bottom - box.radius));
    return dx ** 2 + dy ** 2 <= box.radius ** 2;
  };
}

/** RGBA rows, each with PNG's filter byte 0 before it. */
function drawLogo(): Buffer {
  const rows = Buffer.alloc(SIZE * (SIZE * 4 + 1));
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const inTile = coverage(x, y, [tile]);
      const inMark = coverage(x, y, mark);
      const at = y * (SIZE * 4 + 1) + 1 + x * 4;
      BRAND.forEach((channel, i) => (rows[at + i] = Math.round(channel + (255 - channel) * inMark)));
      rows[at + 3] = Math.round(255 * inTile);
    }
  }
  return rows;
}

function coverage(x: number, y: number, shapes: Shape[]): number {
  let hits = 0;
  for (let i = 0; i < SAMPLES ** 2; i++) {
    const sampleX = x + ((i % SAMPLES) + 0.5) / SAMPLES;
    const sampleY = y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES;
    if (shapes.some((shape) => shape(sampleX, sampleY))) hits++;
  }
  return hits / SAMPLES ** 2;
}

function png(rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
