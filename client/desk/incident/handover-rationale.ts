// What a supervisor reads before agreeing to an unattended handover: nothing typed is left out.

export interface HandoverWords {
  unattended: string;
  riskNow: string;
  outstanding: string;
  sharingBasis: string;
  legalPowers: string;
  spokenWith: string;
}

/** A supervisor reads one text, with all of it by name; the pack has each in a field of its own. */
export function rationaleOf({ unattended, riskNow, outstanding, sharingBasis, legalPowers, spokenWith }: HandoverWords): string {
  const parts = [
    ['Risk now', riskNow], ['Nobody has been there, because', unattended], ['Outstanding', outstanding],
    ['Basis for sharing', sharingBasis], ['Legal powers', legalPowers], ['Spoken about with', spokenWith],
  ] as const;
  return parts.filter(([, text]) => text.trim() !== '').map(([name, text]) => `${name}: ${text.trim()}`).join('\n');
}
