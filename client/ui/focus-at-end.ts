// Into a field where its writer left off: behind what was typed, not before it.

export function focusAtEnd(element: HTMLElement, options?: FocusOptions): void {
  element.focus(options);
  if (element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')) {
    element.setSelectionRange(element.value.length, element.value.length);
  }
}
