// Whether what an index found is the door that was meant: by its words, unless the two lie apart; by its point, unless their numbers contradict.
import { contradicts, isSameAddress, kmBetween, SAME_POINT_KM, type Address } from '../../shared/domain/address-key.ts';

export interface Located extends Address { byPoint: boolean }

export const isHere = (address: Address, other: Located): boolean => {
  if (!other.byPoint) return isSameAddress(address, other);
  const km = kmBetween(address, other);
  return km !== null && km <= SAME_POINT_KM && !contradicts(address.label, other.label);
};
