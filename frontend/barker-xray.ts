import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './barker-note';
import { browserLocale } from './browser-locale';
import { grouped } from './fingerprint';
import { icon } from './icons';
import { clock, sessionRing } from './session-ring';
import { sessionState, stayLoggedIn, watchSession } from './session-state';
import { text } from './texts';
import { exactTime } from './when';

// What the server says of the session; the id itself is not among it.
interface Facts {
  readonly fingerprint: string;
  readonly begun: string;
  readonly expires: string;
  // The line that set the cookie, without its value; empty where it is not known.
  readonly cookie: string;
  readonly csrfName: string;
  readonly csrfToken: string;
}

const hour = new Intl.DateTimeFormat(browserLocale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

// The reader's own session, from outside and from inside.
@customElement('barker-xray')
export class BarkerXray extends LitElement {
  @property({ attribute: false }) facts: Facts | undefined;

  @state() private now = Date.now();
  @state() private readable: string | undefined;

  private timer: ReturnType<typeof setInterval> | undefined;
  private unwatch: (() => void) | undefined;

  show(facts: Facts): void {
    this.facts = facts;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = watchSession(() => this.requestUpdate());
    this.timer = setInterval(() => {
      this.now = Date.now();
    }, 1_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
    clearInterval(this.timer);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const facts = this.facts;
    return facts
      ? html`
          <aside class="xray" aria-labelledby="xray-title">
            <section>
              <div class="xray-head">
                <h2 id="xray-title">${text('client.xray.title')}</h2>
                <span class="xray-live">${text('client.xray.live')}</span>
              </div>
              ${this.idle(facts)}
            </section>
            <section>${this.absolute(facts)}</section>
            <section>
              <div class="xray-line">
                <h3>${text('client.xray.fingerprint')}</h3>
                <span class="fingerprint now">${grouped(facts.fingerprint)}</span>
              </div>
              <p class="muted small">${text('client.xray.fingerprint.text')}</p>
            </section>
            ${facts.cookie ? html`<section>${this.cookie(facts.cookie)}</section>` : nothing}
            <section>${this.script()}</section>
          </aside>
        `
      : nothing;
  }

  private idle(facts: Facts): TemplateResult | typeof nothing {
    const state = sessionState();
    if (!state) {
      return nothing;
    }
    // The clock here ticks once a second, so right after an act it is behind the time from which the end was counted.
    const left = Math.max(0, Math.min(state.idle, state.idleEnd - this.now, state.end - this.now));
    const minutes = Math.floor(left / 60_000);
    const seconds = Math.floor((left % 60_000) / 1_000);
    return html`
      <div class="xray-idle">
        <div role="timer" aria-live="off" aria-label=${text('client.xray.idle.left', minutes, seconds)}>
          ${sessionRing(left, state.idle, clock(left), text('client.xray.idle.caption'))}
        </div>
        <div>
          <h3>${text('client.xray.idle.title', Math.round(state.idle / 60_000))}</h3>
          <p class="muted small">${text('client.xray.idle.text')}</p>
          <button
            type="button"
            class="button small"
            @click=${() => void stayLoggedIn(facts.csrfName, facts.csrfToken)}
          >
            ${text('client.session.stay')}
          </button>
        </div>
      </div>
    `;
  }

  private absolute(facts: Facts): TemplateResult {
    const begun = Date.parse(facts.begun);
    const end = Date.parse(facts.expires);
    const share = Math.min(100, Math.max(0, ((this.now - begun) / (end - begun)) * 100));
    const hours = Math.round((end - begun) / 3_600_000);
    const long = hours > 48;
    const time = (date: number): string => (long ? exactTime(new Date(date)) : hour.format(date));
    return html`
      <div class="xray-line">
        <h3>${text('client.xray.absolute')}</h3>
        <span class="muted">
          ${long ? text('client.xray.absolute.days', Math.round(hours / 24)) : text('client.xray.absolute.hours', hours)}
        </span>
      </div>
      <div class="span-bar" role="img" aria-label=${text('client.xray.absolute.used', Math.round(share))}>
        <i style="width: ${share}%"></i>
      </div>
      <p class="span-legend muted small">
        <span>${time(begun)}</span><span>${time(end)}</span>
      </p>
    `;
  }

  private cookie(line: string): TemplateResult {
    const [first = '', ...attributes] = line.split(';').map((part) => part.trim());
    const name = first.replace(/=.*/, '');
    return html`
      <h3>${text('client.xray.cookie')}</h3>
      <p class="cookie-line">
        <b>${name}</b>=<span aria-label=${text('client.xray.cookie.hidden')}>••••••••••••</span>${attributes.map(
          (attribute) => html`; <i>${attribute}</i>`,
        )}
      </p>
      <ul class="flags">
        ${name.startsWith('__Host-') ? flag('__Host-', 'host') : nothing}
        ${attributes.map((attribute) => explained(attribute))}
        ${attributes.some((attribute) => /^(expires|max-age)=/i.test(attribute))
          ? nothing
          : flag(text('client.xray.flag.no-expires.name'), 'no-expires')}
        ${attributes.some((attribute) => /^secure$/i.test(attribute)) ? nothing : missing('Secure')}
      </ul>
    `;
  }

  // Really asks: what comes back is shown, whatever it is.
  private script(): TemplateResult {
    const cookies = this.readable;
    const names = cookies?.split(';').map((cookie) => cookie.trim().replace(/=.*/, '')) ?? [];
    const found = names.some((name) => /^(__Host-)?(barker|JSESSIONID)/.test(name));
    return html`
      <button
        type="button"
        class="button"
        aria-expanded=${cookies === undefined ? 'false' : 'true'}
        @click=${() => {
          this.readable = document.cookie;
        }}
      >
        ${icon('scan-eye')}<span>${text('client.xray.script')}</span>
      </button>
      <div role="status">
        ${cookies === undefined
          ? nothing
          : html`
              <barker-note kind=${found ? 'err' : 'ok'}>
                <div slot="title">${text(found ? 'client.xray.script.yes' : 'client.xray.script.no')}</div>
                <p>
                  ${text(
                    found
                      ? 'client.xray.script.yes.text'
                      : cookies
                        ? 'client.xray.script.no.some'
                        : 'client.xray.script.no.text',
                    names.join(', '),
                  )}
                </p>
              </barker-note>
            `}
      </div>
    `;
  }
}

function explained(attribute: string): TemplateResult | typeof nothing {
  const key = attribute.toLowerCase().replace(/[^a-z].*$/, '');
  return ['path', 'secure', 'httponly', 'samesite', 'max', 'expires'].includes(key) ? flag(attribute, key) : nothing;
}

function flag(name: string, key: string): TemplateResult {
  return html`
    <li>${icon('circle-check')}<div><b class="mono">${name}</b> <span>${text(`client.xray.flag.${key}`)}</span></div></li>
  `;
}

function missing(name: string): TemplateResult {
  return html`
    <li class="missing">
      ${icon('circle-alert')}<div><b class="mono">${name}</b> <span>${text('client.xray.flag.not-secure')}</span></div>
    </li>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-xray': BarkerXray;
  }
}
