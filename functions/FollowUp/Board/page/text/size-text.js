import { locale } from './i18n.js';

/** How large a file is, as people say it. */
export function sizeText(bytes) {
  const [unit, size] = bytes < 1_000 ? ['byte', bytes] : bytes < 1_000_000 ? ['kilobyte', bytes / 1_000] : ['megabyte', bytes / 1_000_000];
  // Short, a byte has no plural.
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: 1 }).format(size);
}
