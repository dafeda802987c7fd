import { html, type TemplateResult } from 'lit';

const RADIUS = 56;
const AROUND = 2 * Math.PI * RADIUS;
const CAREFUL = 5 * 60_000;
const HURRY = 2 * 60_000;

// "24:18": minutes and seconds.
export function clock(millis: number): string {
  const seconds = Math.ceil(millis / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

// How much of a time is left, as a ring that turns amber, then brick.
export function sessionRing(left: number, whole: number, words: string, caption: string): TemplateResult {
  const mood = left <= HURRY ? 'hurry' : left <= CAREFUL ? 'careful' : '';
  const arc = AROUND * Math.min(1, Math.max(0, left / whole));
  return html`
    <div class="session-ring ${mood}">
      <svg viewBox="0 0 124 124" aria-hidden="true">
        <circle class="track" cx="62" cy="62" r=${RADIUS} />
        <circle class="arc" cx="62" cy="62" r=${RADIUS} stroke-dasharray="${arc} ${AROUND}" />
      </svg>
      <div><b>${words}</b>${caption ? html`<span>${caption}</span>` : ''}</div>
    </div>
  `;
}
