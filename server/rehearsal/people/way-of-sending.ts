// How a simulated coordinator chooses whom to send: by eye, by the product's own ranking, or the nearest one person after the other.

export const WAYS_OF_SENDING = ['by-eye', 'first-suggestion', 'nearest-unit'] as const;
export type WayOfSending = (typeof WAYS_OF_SENDING)[number];

export const WAY_NAMES = { 'by-eye': 'by eye', 'first-suggestion': 'first suggestion', 'nearest-unit': 'nearest unit' } as const satisfies Record<WayOfSending, string>;

/** As people chose before anything was suggested to them. */
export const USUAL_WAY: WayOfSending = 'by-eye';
