import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon, type IconName } from './icons';

export type NoteKind = 'err' | 'ok' | 'plain' | 'warn';

const ICONS: Readonly<Record<NoteKind, IconName>> = {
  err: 'circle-alert',
  ok: 'circle-check',
  plain: 'info',
  warn: 'triangle-alert',
};

@customElement('barker-note')
export class BarkerNote extends LitElement {
  static override styles = css`
    :host {
      display: flex;
      gap: 12px;
      padding: 14px 16px;
      border: 1px solid var(--barker-line);
      border-radius: var(--barker-r-m);
      background: var(--barker-surface-2);
      color: var(--barker-text);
      --note-icon: var(--barker-text-2);
    }
    :host([hidden]) {
      display: none;
    }
    :host(:focus-visible) {
      outline: 2px solid var(--barker-focus);
      outline-offset: 2px;
    }
    :host([kind='err']) {
      background: var(--barker-danger-soft);
      border-color: var(--barker-danger-line);
      --note-icon: var(--barker-danger);
    }
    :host([kind='warn']) {
      background: var(--barker-warn-soft);
      border-color: var(--barker-warn-line);
      --note-icon: var(--barker-warn);
    }
    :host([kind='ok']) {
      background: var(--barker-accent-soft);
      border-color: var(--barker-accent-line);
      --note-icon: var(--barker-accent-text);
    }
    .icon {
      display: block;
      flex: none;
      width: 20px;
      height: 20px;
      margin-top: 1px;
      color: var(--note-icon);
    }
    .words {
      min-width: 0;
      font-size: var(--barker-fs-small);
      line-height: var(--barker-lh-small);
      overflow-wrap: anywhere;
    }
    ::slotted(*) {
      margin: 0;
    }
    ::slotted([slot='title']) {
      display: block;
      margin-bottom: 2px;
      font-size: var(--barker-fs-ui);
      line-height: var(--barker-lh-ui);
      font-weight: 600;
      letter-spacing: -0.008em;
    }
  `;

  @property({ reflect: true }) kind: NoteKind = 'plain';

  override connectedCallback(): void {
    super.connectedCallback();
    // A page that comes back with an error puts the focus here.
    if (!this.hasAttribute('tabindex')) {
      this.tabIndex = -1;
    }
  }

  protected override willUpdate(): void {
    if (this.kind === 'err' && !this.hasAttribute('role')) {
      this.setAttribute('role', 'alert');
    }
  }

  protected override render(): TemplateResult {
    return html`
      ${icon(ICONS[this.kind] ?? 'info')}
      <div class="words"><slot name="title"></slot><slot></slot></div>
    `;
  }
}
