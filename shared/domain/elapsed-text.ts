// Elapsed time in words a tired person reads: whole minutes, then hours, then days.

/** `4 min`, `1 h 05 min`, `2 days 3 h`. */
export function elapsedText(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${String(minutes % 60).padStart(2, '0')} min`;
  return `${Math.floor(hours / 24)} days ${hours % 24} h`;
}
