// How a case is called among colleagues: `EAR-1123-0047` is 0047 tonight. The pane and paper give the whole.
export const shortRef = (ref: string): string => ref.slice(ref.lastIndexOf('-') + 1);
