import { html, type TemplateResult } from 'lit';
import { plural } from './texts';

const RADIUS = 12;
const ROUND = 2 * Math.PI * RADIUS;

export function leftInWords(left: number): string {
  return left < 0 ? plural('client.composer.over', -left) : plural('client.composer.left', left);
}

export function counterRing(left: number, limit: number): TemplateResult {
  const used = Math.min(1, Math.max(0, (limit - left) / limit));
  const tone = left < 0 ? 'over' : left <= 20 ? 'warn' : '';
  return html`
    <span class="ring ${tone}" role="img" aria-label=${leftInWords(left)}>
      <svg viewBox="0 0 30 30" fill="none" stroke-width="3" aria-hidden="true">
        <circle class="track" cx="15" cy="15" r=${RADIUS}></circle>
        <circle class="value" cx="15" cy="15" r=${RADIUS} stroke-dasharray="${used * ROUND} ${ROUND}"></circle>
      </svg>
      ${left <= 40 ? html`<span aria-hidden="true">${left < 0 ? `−${-left}` : left}</span>` : ''}
    </span>
  `;
}
