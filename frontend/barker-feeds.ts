import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { text } from './texts';
import { day, timeInSentence } from './when';

interface Row {
  // Comes back when something is to be done with the feed; it proves nothing.
  readonly key: string;
  readonly title: string;
  readonly made: string;
  // Empty while nobody has read it.
  readonly read: string;
  readonly readFrom: string;
}

// One's feeds.
@customElement('barker-feeds')
export class BarkerFeeds extends LitElement {
  declare $server: { renew(key: string): void; revoke(key: string): void };

  @state() private rows: readonly Row[] | undefined;

  private ended: number | undefined;

  show(rows: readonly Row[]): void {
    this.rows = rows;
    if (this.ended !== undefined) {
      const index = Math.min(this.ended, rows.length - 1);
      this.ended = undefined;
      void this.updateComplete.then(() => this.settleFocus(index));
    }
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.rows) {
      return nothing;
    }
    if (!this.rows.length) {
      return html`<p class="card tokens-none muted" tabindex="-1">${text('client.feeds.none')}</p>`;
    }
    return html`
      <ul class="card rows door-rows">
        ${repeat(this.rows, (row) => row.key, (row, index) => this.row(row, index))}
      </ul>
    `;
  }

  private row(row: Row, index: number): TemplateResult {
    return html`
      <li class="door">
        <div class="door-head">
          <b><bdi>${row.title}</bdi></b>
          <p class="muted small">
            ${text('client.feeds.made', day(new Date(row.made)))} ·
            ${row.read
              ? html`${text('client.feeds.read', timeInSentence(new Date(row.read), new Date()))} ·
                  <span class="figures">${row.readFrom}</span>`
              : text('client.feeds.unread')}
          </p>
        </div>
        <div class="door-actions">
          <button type="button" class="button small" @click=${() => this.$server.renew(row.key)}>
            <span>${text('client.feeds.renew')}</span><span class="hidden-text">${row.title}</span>
          </button>
          <button type="button" class="button danger small" @click=${() => this.revoke(row, index)}>
            <span>${text('client.feeds.revoke')}</span><span class="hidden-text">${row.title}</span>
          </button>
        </div>
      </li>
    `;
  }

  private revoke(row: Row, index: number): void {
    this.ended = index;
    this.$server.revoke(row.key);
  }

  // The pressed button leaves with its row.
  private settleFocus(index: number): void {
    this.querySelectorAll<HTMLElement>('.door .danger')[index]?.focus();
    if (index < 0) {
      this.querySelector<HTMLElement>('.tokens-none')?.focus();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-feeds': BarkerFeeds;
  }
}
