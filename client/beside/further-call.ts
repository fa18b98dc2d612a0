// What a further caller said, as it goes on the log of the incident that is open already: nothing that was typed is lost.
const LONGEST = 4000;

export interface Said { words: string; names: readonly string[]; place: string }

export function furtherWords({ words, names, place }: Said): string {
  const named = names.map((name) => name.trim()).filter((name) => name !== '');
  const more = [named.length === 0 ? '' : `Named: ${named.join(', ')}.`, place.trim() === '' ? '' : `Where, as this caller said it: ${place.trim()}.`].filter((part) => part !== '').join(' ');
  return [words.trim().slice(0, LONGEST - more.length - 1), more].filter((part) => part !== '').join('\n').slice(0, LONGEST);
}
