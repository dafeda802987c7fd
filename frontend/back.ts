import { html, type TemplateResult } from 'lit';
import { icon } from './icons';
import { goTo } from './navigation';
import { text } from './texts';

export function backButton(): TemplateResult {
  return html`
    <button
      type="button"
      class="icon-button back"
      aria-label=${text('client.back')}
      title=${text('client.back')}
      @click=${goBack}
    >
      ${icon('arrow-left')}
    </button>
  `;
}

// A page that was opened in a tab of its own has nothing behind it.
function goBack(): void {
  if (history.length > 1) {
    history.back();
  } else {
    goTo('/');
  }
}
