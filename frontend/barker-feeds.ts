import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { OwnRows } from './own-rows';
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
export class BarkerFeeds extends OwnRows<Row> {
  declare $server: { renew(key: string): void; revoke(key: string): void };

  protected override nothingThere(): TemplateResult {
    return html`<p class="card tokens-none muted" tabindex="-1">${text('client.feeds.none')}</p>`;
  }

  protected override row(row: Row, index: number): TemplateResult {
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
          <button type="button" class="button danger small ends-row" @click=${() => this.revoke(row, index)}>
            <span>${text('client.feeds.revoke')}</span><span class="hidden-text">${row.title}</span>
          </button>
        </div>
      </li>
    `;
  }

  private revoke(row: Row, index: number): void {
    this.leaves(index);
    this.$server.revoke(row.key);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-feeds': BarkerFeeds;
  }
}
