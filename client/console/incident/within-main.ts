// Where a menu's list is put: inside the page's main part, so that whoever moves by landmarks finds it there.
export const WITHIN_MAIN = { target: '#main' } as const;
