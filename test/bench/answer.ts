// The other end of a stage's program: answers each question as it comes, and says what went wrong.
export function answer<Q>(to: (question: Q) => Promise<unknown>): void {
  process.on('message', (question: Q) => {
    to(question).then((result) => process.send?.({ answer: result ?? null }), (error: unknown) => process.send?.({ problem: error instanceof Error ? error.stack ?? error.message : String(error) }));
  });
  process.on('disconnect', () => process.exit());
}
