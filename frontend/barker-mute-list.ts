import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { avatar } from './avatar';
import { browserLocale } from './browser-locale';
import { OwnRows } from './own-rows';
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
export class BarkerMuteList extends OwnRows<Row> {
  declare $server: { end(key: string): void };

  @property() kind: 'blocks' | 'mutes' = 'mutes';
  @property() none = '';

  protected override nothingThere(): TemplateResult {
    return html`<p class="none" tabindex="-1">${this.none}</p>`;
  }

  protected override row(row: Row, index: number): TemplateResult {
    return html`
      <li class="person">
        ${row.username ? avatar(row.username) : ''}
        <span class="person-names">
          ${row.href ? html`<a href=${row.href}><bdi>${row.title}</bdi></a>` : html`<b><bdi>${row.title}</bdi></b>`}
          <span>${this.about(row)}</span>
        </span>
        <button type="button" class="button small ends-row" @click=${() => this.end(row, index)}>
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
    this.leaves(index);
    this.$server.end(row.key);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-mute-list': BarkerMuteList;
  }
}
