// Where a person's choice of night or day is kept. client/public/scheme.js reads the same key before the first paint.
import { localStorageColorSchemeManager } from '@mantine/core';

export const schemeManager = localStorageColorSchemeManager({ key: 'nightjar.scheme' });
