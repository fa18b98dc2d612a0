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
export function rationaleOf({ unattended, riskNow, outstanding, sharingBasis, legalPowers, spokenWith }: HandoverWords): string {
  const parts = [
    ['Risk now', riskNow], ['Nobody has been there, because', unattended], ['Outstanding', outstanding],
    ['Basis for sharing', sharingBasis], ['Legal powers', legalPowers], ['Spoken about with', spokenWith],
  ] as const;
  return parts.filter(([, text]) => text.trim() !== '').map(([name, text]) => `${name}: ${text.trim()}`).join('\n');
}
