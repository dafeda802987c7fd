// Resolves to whether the words can be pasted now. The modern way is missing where the page comes over plain http.
export async function copy(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copyBySelection(words);
  }
}

function copyBySelection(words: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = words;
  area.className = 'hidden-text';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  (focused as HTMLElement | null)?.focus({ preventScroll: true });
  return copied;
}
