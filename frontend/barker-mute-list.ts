import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { avatar } from './avatar';
import { browserLocale } from './browser-locale';
import { text } from './texts';

interface Row {
  readonly key: string;
  readonly username: string;
  readonly title: string;
  readonly href: string;
  readonly until: string;
}

const moment = new Intl.DateTimeFormat(browserLocale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });

@customElement('barker-mute-list')
export class BarkerMuteList extends LitElement {
  declare $server: { end(key: string): void };

  @property() kind: 'blocks' | 'mutes' = 'mutes';
  @property() none = '';

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
    if (this.rows === undefined) {
      return nothing;
    }
    if (this.rows.length === 0) {
      return html`<p class="none" tabindex="-1">${this.none}</p>`;
    }
    return html`
      <ul class="card rows">
        ${repeat(this.rows, (row) => row.key, (row, index) => this.row(row, index))}
      </ul>
    `;
  }

  private row(row: Row, index: number): TemplateResult {
    return html`
      <li class="person">
        ${row.username ? avatar(row.username) : nothing}
        <span class="person-names">
          ${row.href ? html`<a href=${row.href}><bdi>${row.title}</bdi></a>` : html`<b><bdi>${row.title}</bdi></b>`}
          <span>${this.about(row)}</span>
        </span>
        <button type="button" class="button small" @click=${() => this.end(row, index)}>
          <span>${text(this.kind === 'blocks' ? 'client.mutes.unblock' : 'client.mutes.unmute')}</span>
          <span class="hidden-text">${row.title}</span>
        </button>
      </li>
    `;
  }

  private about(row: Row): string {
    const handle = row.username ? `@${row.username}` : '';
    if (this.kind === 'blocks') {
      return handle;
    }
    const end = row.until ? text('client.mutes.until', moment.format(new Date(row.until))) : text('client.mutes.for-good');
    return handle ? `${handle} · ${end}` : end;
  }

  private end(row: Row, index: number): void {
    this.ended = index;
    this.$server.end(row.key);
  }

  // The pressed button leaves with its row.
  private settleFocus(index: number): void {
    this.querySelectorAll<HTMLElement>('li .button')[index]?.focus();
    if (index < 0) {
      this.querySelector<HTMLElement>('.none')?.focus();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-mute-list': BarkerMuteList;
  }
}
