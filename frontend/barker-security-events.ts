import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon, type IconName } from './icons';
import { text } from './texts';
import { exactTime, timeInSentence } from './when';

interface Line {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly person: string;
  readonly actor: string;
  readonly address: string;
  readonly browser: string;
  readonly system: string;
  readonly code: string;
  readonly detail: string;
}

interface Page {
  readonly lines: readonly Line[];
  readonly more: boolean;
}

const SHAPES: Readonly<Record<string, IconName>> = {
  SIGNED_IN: 'laptop',
  SIGN_IN_REFUSED: 'circle-alert',
  SIGN_IN_ENDED: 'log-out',
  PROOF_REFUSED: 'circle-alert',
};

// What happened to an account, the newest first.
@customElement('barker-security-events')
export class BarkerSecurityEvents extends LitElement {
  declare $server: { older(before: string): Promise<Page> };

  // Whether lines are not all about the one who reads them.
  @property({ type: Boolean }) names = false;

  @state() private lines: readonly Line[] = [];
  @state() private more = false;
  @state() private failed = false;

  show(page: Page): void {
    this.lines = page.lines;
    this.more = page.more;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`
      <ol class="card rows security-events">
        ${repeat(this.lines, (line) => line.id, (line) => this.line(line))}
      </ol>
      ${this.more
        ? html`
            <div class="feed-more">
              <p role="alert">${this.failed ? text('client.feed.failed') : nothing}</p>
              <button type="button" class="button" @click=${this.loadOlder}>${text('client.security.more')}</button>
            </div>
          `
        : nothing}
    `;
  }

  private line(line: Line): TemplateResult {
    const at = new Date(line.at);
    const place = line.browser && line.system ? text('client.sessions.on', line.browser, line.system) : line.browser || line.system;
    const from = [place, line.address].filter(Boolean).join(' · ');
    return html`
      <li>
        ${icon(SHAPES[line.kind] ?? 'shield-check')}
        <div>
          <p><b>${text(`client.security.${line.kind}`)}</b> ${this.detail(line)}</p>
          <p class="muted small">
            <time datetime=${line.at} title=${exactTime(at)}>${timeInSentence(at, new Date())}</time>
            ${from ? html` · <span class="figures">${from}</span>` : nothing}
            ${line.actor && line.actor !== line.person ? html` · ${text('client.security.by', line.actor)}` : nothing}
            ${line.person && (this.names || (line.actor && line.actor !== line.person))
              ? html` · ${text('client.security.about', line.person)}`
              : nothing}
          </p>
        </div>
      </li>
    `;
  }

  private detail(line: Line): unknown {
    switch (line.kind) {
      case 'SIGN_IN_ENDED':
        return html`<span class="muted">${text(`client.sessions.why.${line.detail}`)}</span>`;
      case 'SIGN_IN_REFUSED':
        return html`<span class="muted">${text(`client.security.refusal.${line.detail}`)}</span> <code class="code">${line.code}</code>`;
      default:
        return line.detail ? html`<span class="muted">${line.detail}</span>` : nothing;
    }
  }

  private readonly loadOlder = async (): Promise<void> => {
    const last = this.lines.at(-1);
    if (last) {
      try {
        const page = await this.$server.older(last.id);
        this.lines = [...this.lines, ...page.lines];
        this.more = page.more;
        this.failed = false;
      } catch {
        this.failed = true;
      }
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-security-events': BarkerSecurityEvents;
  }
}
