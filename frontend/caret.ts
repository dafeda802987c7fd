// What decides where the words of a text area stand.
const LAYOUT = [
  'box-sizing',
  'width',
  'padding',
  'border-width',
  'direction',
  'font',
  'letter-spacing',
  'word-spacing',
  'text-indent',
  'tab-size',
  'overflow-wrap',
  'text-align',
];

// Where the line with a place in a text area is on the screen. The browser does not say; a copy of the text does.
export function lineOf(area: HTMLTextAreaElement, at: number): DOMRect {
  const style = getComputedStyle(area);
  const copy = document.createElement('div');
  LAYOUT.forEach((property) => copy.style.setProperty(property, style.getPropertyValue(property)));
  copy.style.cssText += '; position: absolute; visibility: hidden; inset: 0 auto auto 0; white-space: pre-wrap;';
  const mark = document.createElement('span');
  mark.textContent = area.value.slice(at) || '.';
  copy.append(area.value.slice(0, at), mark);
  document.body.append(copy);
  const { left, top } = area.getBoundingClientRect();
  const line = new DOMRect(
    left + mark.offsetLeft - area.scrollLeft,
    top + mark.offsetTop - area.scrollTop,
    0,
    parseFloat(style.lineHeight),
  );
  copy.remove();
  return line;
}
