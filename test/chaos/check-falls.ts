// No server ends by itself, whatever happens around it; a boot that finds no database may.
import type { Rule } from './history.ts';

export const falls: Rule = {
  name: 'no server falls by itself',
  findings: ({ falls: fallen }) => fallen.map((said) => `a server ended though nobody killed it; its last words: ${said === '' ? 'none' : said}`),
};
