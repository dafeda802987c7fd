import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { text } from './texts';
import { day, timeInSentence } from './when';

interface Row {
  // Comes back when the token is to end; it proves nothing.
  readonly key: string;
  readonly name: string;
  // Its first signs.
  readonly hint: string;
  readonly scopes: readonly string[];
  // Empty while it has not been used.
  readonly used: string;
  readonly usedFrom: string;
  readonly ends: string;
  readonly endsSoon: boolean;
}

// One's API tokens.
@customElement('barker-tokens')
export class BarkerTokens extends LitElement {
  declare $server: { revoke(key: string): void };

  @state() private rows: readonly Row[] | undefined;

  show(rows: readonly Row[]): void {
    this.rows = rows;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.rows) {
      return nothing;
    }
    if (!this.rows.length) {
      return html`<p class="card tokens-none muted">${text('client.tokens.none')}</p>`;
    }
    return html`
      <ul class="card rows token-rows" tabindex="-1">
        ${repeat(this.rows, (row) => row.key, (row) => this.row(row))}
      </ul>
    `;
  }

  private row(row: Row): TemplateResult {
    return html`
      <li class="token">
        <div class="token-name">
          <b>${row.name}</b>
          <span class="muted small mono">${row.hint}…</span>
        </div>
        <div class="token-scopes">
          <span class="hidden-text">${text('client.tokens.can')}</span>
          ${row.scopes.map((scope) => html`<span class="badge">${text(`client.tokens.scope.${scope}`)}</span>`)}
        </div>
        <p class="muted small">
          ${text('client.tokens.used')}:
          ${row.used
            ? html`${timeInSentence(new Date(row.used), new Date())} · <span class="figures">${row.usedFrom}</span>`
            : text('client.tokens.never')}
        </p>
        <p class="small">
          ${text('client.tokens.ends')}: ${day(new Date(row.ends))}
          ${row.endsSoon ? html`<span class="badge warn">${text('client.tokens.soon')}</span>` : nothing}
        </p>
        <button type="button" class="button danger small" @click=${() => this.$server.revoke(row.key)}>
          <span>${text('client.tokens.revoke')}</span><span class="hidden-text">${row.name}</span>
        </button>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-tokens': BarkerTokens;
  }
}
