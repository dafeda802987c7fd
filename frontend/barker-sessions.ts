import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon, type IconName } from './icons';
import { text } from './texts';
import { timeInSentence } from './when';

interface Row {
  // Comes back when the row is to end; it is its owner's, and proves nothing.
  readonly key: string;
  readonly current: boolean;
  readonly newPlace: boolean;
  readonly remembered: boolean;
  readonly lab: boolean;
  readonly browser: string;
  readonly system: string;
  readonly address: string;
  readonly since: string;
  readonly seen: string;
  // Empty while it lasts.
  readonly ended: string;
  readonly why: string;
}

const JUST_NOW = 90_000;

const DEVICES: Readonly<Record<string, IconName>> = {
  Android: 'smartphone',
  iPhone: 'smartphone',
  iPad: 'tablet',
  Windows: 'monitor',
};

// Every place where a person is logged in.
@customElement('barker-sessions')
export class BarkerSessions extends LitElement {
  declare $server: { revoke(key: string): void; revokeOthers(): void };

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
    const open = this.rows.filter((row) => !row.ended);
    const ended = this.rows.filter((row) => row.ended);
    return html`
      <ul class="card rows sessions" tabindex="-1">
        ${repeat(open, (row) => row.key, (row) => this.row(row))}
      </ul>
      ${open.length > 1
        ? html`
            <div class="sessions-foot">
              <p class="muted small">${text('client.sessions.password-too')}</p>
              <button type="button" class="button danger" @click=${() => this.$server.revokeOthers()}>
                ${icon('log-out')}<span>${text('client.sessions.revoke-others')}</span>
              </button>
            </div>
          `
        : nothing}
      ${ended.length
        ? html`
            <details class="sessions-ended">
              <summary>${text('client.sessions.ended', ended.length)}</summary>
              <ul class="card rows sessions">
                ${repeat(ended, (row) => row.key, (row) => this.row(row))}
              </ul>
            </details>
          `
        : nothing}
    `;
  }

  private row(row: Row): TemplateResult {
    const name = row.browser && row.system ? text('client.sessions.on', row.browser, row.system) : row.browser || row.system;
    const words = name || text('client.sessions.unknown');
    return html`
      <li class="session ${row.current ? 'current' : ''}">
        <span class="session-device">${icon(DEVICES[row.system] ?? 'laptop')}</span>
        <div class="session-words">
          <p class="session-name">
            <b>${words}</b>
            ${row.current ? html`<span class="badge accent">${text('client.sessions.this')}</span>` : nothing}
            ${row.newPlace ? html`<span class="badge warn">${text('client.sessions.new-place')}</span>` : nothing}
          </p>
          <p class="muted small">
            <span class="figures">${row.address}</span> · ${row.ended ? this.end(row) : this.seen(row)}
          </p>
          <p class="muted small">
            ${text(this.how(row))} ·
            ${text('client.sessions.since', timeInSentence(new Date(row.since), new Date()))}
          </p>
        </div>
        ${row.current || row.ended
          ? nothing
          : html`
              <button type="button" class="button danger small" @click=${() => this.$server.revoke(row.key)}>
                <span>${text('client.sessions.revoke')}</span><span class="hidden-text">${words}, ${row.address}</span>
              </button>
            `}
      </li>
    `;
  }

  private how(row: Row): string {
    return row.lab ? 'client.sessions.lab' : row.remembered ? 'client.sessions.remembered' : 'client.sessions.password';
  }

  private seen(row: Row): string {
    const seen = new Date(row.seen);
    return row.current || Date.now() - seen.getTime() < JUST_NOW
      ? text('client.sessions.active')
      : text('client.sessions.seen', timeInSentence(seen, new Date()));
  }

  private end(row: Row): string {
    return `${text(`client.sessions.why.${row.why}`)}, ${timeInSentence(new Date(row.ended), new Date())}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-sessions': BarkerSessions;
  }
}
