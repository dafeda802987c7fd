import { html, type TemplateResult } from 'lit';
import { dogAvatar } from './dog-avatar';

// Decorative: the name always stands next to it.
export function avatar(username: string, picture = ''): TemplateResult {
  return html`<img class="avatar" src=${picture || dogAvatar(username)} alt="" width="44" height="44" draggable="false" />`;
}
