const magic = 0x31565743; // "CWV1", little-endian
const headerBytes = 16;

/** Word vectors in memory: one byte a component and one scale a word. Words are in order of frequency. */
export type WordVectors = {
  dimensions: number;
  places: Map<string, number>;
  scales: Float32Array;
  components: Int8Array;
};

/**
 * Packs word vectors: header (magic, count, dimensions, bytes of the word list; 32-bit little-endian each), the words
 * joined by line feeds and padded to four bytes, a 32-bit float scale a word, then the components as signed bytes.
 */
export function encodeWordVectors(words: string[], vectorOf: (word: string) => number[]): Uint8Array {
  const list = new TextEncoder().encode(words.join("\n"));
  const dimensions = vectorOf(words[0] ?? "").length;
  const scalesAt = headerBytes + padded(list.byteLength);
  const componentsAt = scalesAt + 4 * words.length;
  const bytes = new Uint8Array(componentsAt + words.length * dimensions);
  const view = new DataView(bytes.buffer);

  [magic, words.length, dimensions, list.byteLength].forEach((value, i) => view.setUint32(4 * i, value, true));
  bytes.set(list, headerBytes);
  words.forEach((word, i) => {
    const vector = vectorOf(word);
    const scale = Math.max(...vector.map(Math.abs)) / 127 || 1;
    view.setFloat32(scalesAt + 4 * i, scale, true);
    vector.forEach((value, d) => view.setInt8(componentsAt + i * dimensions + d, Math.round(value / scale)));
  });
  return bytes;
}

/** Reads what `encodeWordVectors` packed. Throws when the bytes are not such a file or are cut short. */
export function decodeWordVectors(bytes: Uint8Array): WordVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < headerBytes || view.getUint32(0, true) !== magic)
    throw new Error("These are not word vectors.");
  const count = view.getUint32(4, true);
  const dimensions = view.getUint32(8, true);
  const listBytes = view.getUint32(12, true);
  const scalesAt = headerBytes + padded(listBytes);
  const componentsAt = scalesAt + 4 * count;
  if (bytes.byteLength !== componentsAt + count * dimensions) throw new Error("The word vectors are cut short.");

  const words = new TextDecoder().decode(bytes.subarray(headerBytes, headerBytes + listBytes)).split("\n");
  return {
    dimensions,
    places: new Map(words.map((word, i) => [word, i])),
    scales: Float32Array.from({ length: count }, (_, i) => view.getFloat32(scalesAt + 4 * i, true)),
    components: new Int8Array(bytes.buffer, bytes.byteOffset + componentsAt, count * dimensions),
  };
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
