// Text as two people would say it alike: lower case, no accents, apostrophes or punctuation, single spaces.

/** `Siân O’Neil` and `SIAN ONEIL` are one name. Empty where nothing can be said of it. */
export const plainWords = (text: string): string =>
  text.normalize('NFKD').replace(/[\u0300-\u036f'’]/g, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
