// The product's version, as package.json has it.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const FOLDERS = ['../', '../../'];
const read = (folder: string): string | null => {
  try {
    return readFileSync(new URL(`${folder}package.json`, import.meta.url), 'utf8');
  } catch {
    return null;
  }
};
/** One folder up from the sources, two from the compiled files. */
export const PRODUCT_VERSION = z.object({ version: z.string() }).parse(JSON.parse(FOLDERS.map(read).find((text) => text !== null) ?? '{}')).version;
