import { html, type TemplateResult } from 'lit';

// In the page rather than as a file, so that it follows the page's light or dark.
export function hills(): TemplateResult {
  return html`
    <svg class="hills" viewBox="0 0 1000 260" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="1000" height="260" class="sky" />
      <circle cx="770" cy="96" r="52" class="sun" />
      <path d="M0 170c120-60 240-50 360-14s260 20 360-16 200-20 280 12v120H0z" class="far" />
      <path d="M0 212c160-44 300-38 460-8s300 8 540-18v80H0z" class="near" />
      <path d="M0 244c240-30 560-26 1000-10v40H0z" class="meadow" />
    </svg>
  `;
}
