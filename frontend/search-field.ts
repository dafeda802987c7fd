import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons';
import { goTo } from './navigation';

// As the server takes it.
const LONGEST = 200;

// Leads to the page of what is found. What is sought within stands before what is typed.
export function searchField(name: string, typed = '', within = ''): TemplateResult {
  return html`
    <form
      class="search-field"
      role="search"
      aria-label=${name}
      @submit=${(event: SubmitEvent) => search(event, within)}
    >
      ${icon('search')}
      <input
        type="search"
        name="q"
        data-search
        maxlength=${within ? LONGEST - within.length - 1 : LONGEST}
        aria-label=${name}
        placeholder=${name}
        autocomplete="off"
        enterkeyhint="search"
        .value=${typed}
      />
      ${typed ? nothing : html`<kbd aria-hidden="true">/</kbd>`}
    </form>
  `;
}

function search(event: SubmitEvent, within: string): void {
  event.preventDefault();
  const words = String(new FormData(event.target as HTMLFormElement).get('q') ?? '').trim();
  const query = [within, words].filter(Boolean).join(' ');
  goTo('/search', query ? `?q=${encodeURIComponent(query)}` : '');
}
