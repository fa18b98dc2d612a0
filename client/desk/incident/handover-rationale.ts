// What a supervisor reads before agreeing to an unattended handover, and what the pack then says: nothing typed is left out.

export interface HandoverWords {
  unattended: string;
  riskNow: string;
  outstanding: string;
  sharingBasis: string;
  legalPowers: string;
  spokenWith: string;
}

/** The request carries one text alone, which becomes the pack's "risk now" once it is agreed: so all of it goes in, by name. */
export const rationaleOf = ({ unattended, riskNow, outstanding, sharingBasis, legalPowers, spokenWith }: HandoverWords): string => [
  ['', riskNow], ['Nobody has been there, because', unattended], ['Outstanding', outstanding], ['Basis for sharing', sharingBasis], ['Legal powers', legalPowers], ['Spoken about with', spokenWith],
].filter(([, text]) => text?.trim()).map(([name, text]) => (name ? `${name}: ${text?.trim()}` : text?.trim())).join('\n');
