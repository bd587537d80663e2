// Loads data files. A page opened from disk may not fetch, so each file is a script that calls site.data(name, json).

import type { Site } from "./types";

const waiting = new Map<string, (content: unknown) => void>();
const loaded = new Map<string, Promise<unknown>>();

declare global {
  interface Window {
    site: { data(name: string, json: string): void };
  }
}

window.site = {
  data(name, json) {
    waiting.get(name)?.(JSON.parse(json));
    waiting.delete(name);
  },
};

export function load<T>(name: string): Promise<T> {
  let found = loaded.get(name);
  if (!found) {
    found = new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      script(`data/${name}.js`, () => reject(new Error(`The file data/${name}.js is not there or cannot be read.`)));
    });
    loaded.set(name, found);
  }
  return found as Promise<T>;
}

export const site = (): Promise<Site> => load<Site>("site");

export function script(path: string, failed: () => void): void {
  const element = document.createElement("script");
  element.src = `${path}?v=${document.body.dataset.version ?? ""}`;
  element.onerror = failed;
  document.head.append(element);
}

// The content of a row's shard, or null where the dataset has no such row.
export async function shard<T>(kind: string, many: number, rowId: string): Promise<T | null> {
  const place = (crc32(rowId) % many).toString(16).padStart(4, "0");
  const rows = await load<Record<string, T>>(`${kind}/${place}`);
  return Object.hasOwn(rows, rowId) ? rows[rowId] : null;
}

// The same as zlib.crc32 of Python.
function crc32(text: string): number {
  let value = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
