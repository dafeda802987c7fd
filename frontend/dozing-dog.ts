import { html, type TemplateResult } from 'lit';

// In the page rather than as a file, so that it follows the page's light or dark.
export function dozingDog(): TemplateResult {
  return html`
    <svg class="drawing" viewBox="0 0 240 150" aria-hidden="true">
      <ellipse cx="120" cy="128" rx="108" ry="19" class="mat-edge" />
      <ellipse cx="120" cy="120" rx="100" ry="17" class="mat" />
      <path d="M186 112c16 2 24-8 20-20" fill="none" stroke="#b98a58" stroke-width="9" stroke-linecap="round" />
      <path d="M56 118c0-38 28-62 66-62s70 22 72 58c0 6-4 8-10 8H64c-5 0-8-1-8-4z" class="fur" />
      <path d="M136 122c-8-24 8-44 28-42 18 2 30 18 30 36 0 4-3 6-8 6z" class="ear" opacity=".45" />
      <ellipse cx="70" cy="98" rx="35" ry="26" class="fur" />
      <ellipse cx="48" cy="107" rx="20" ry="14" class="muzzle" />
      <ellipse cx="34" cy="101" rx="5.5" ry="4.5" class="nose" />
      <path d="M58 92c4 4 9 4 13 0" class="lid" />
      <path d="M88 76c14 0 22 14 18 32-2 8-11 8-14 1-3-8-10-14-14-24z" class="ear" />
      <circle cx="206" cy="122" r="10" class="ball" />
      <text x="112" y="44" font-size="15">z</text>
      <text x="126" y="30" font-size="20">z</text>
    </svg>
  `;
}
