import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { copy } from './clipboard';
import { apiAddress } from './curl';
import { icon, type IconName } from './icons';
import { text } from './texts';
import { clockTime } from './when';

const KINDS = ['cookie', 'token', 'jwt'] as const;

type Kind = (typeof KINDS)[number];

interface Lane {
  readonly kind: Kind;
  readonly status: number;
  readonly millis: string;
}

type Verdict = 'good' | 'bad' | 'mixed';

const ICONS: Readonly<Record<Kind, IconName>> = { cookie: 'cookie', token: 'key-round', jwt: 'file-key' };

const TRAVELS: Readonly<Record<Kind, string>> = {
  cookie: 'Cookie: JSESSIONID=••••',
  token: 'Authorization: Bearer brk_…',
  jwt: 'Authorization: Bearer eyJ…',
};

// What a reader puts in: the credentials of the lab stay on the server.
const CURL: Readonly<Record<Kind, string>> = {
  cookie: '-H "Cookie: JSESSIONID=$BARKER_SESSION"',
  token: '-H "Authorization: Bearer $BARKER_TOKEN"',
  jwt: '-H "Authorization: Bearer $BARKER_JWT"',
};

const VERDICTS: Readonly<Record<string, readonly [Verdict, Verdict, Verdict]>> = {
  csrf: ['mixed', 'good', 'good'],
  script: ['good', 'mixed', 'mixed'],
  logout: ['good', 'mixed', 'good'],
  naive: ['good', 'good', 'bad'],
};

const VERDICT_ICONS: Readonly<Record<Verdict, IconName>> = {
  good: 'circle-check',
  bad: 'circle-alert',
  mixed: 'triangle-alert',
};

// The same request by three credentials, side by side.
@customElement('barker-leashes')
export class BarkerLeashes extends LitElement {
  declare $server: { send(): void; revoke(): void };

  @state() private answers: readonly Lane[] = [];
  @state() private deaths: readonly Lane[] = [];
  @state() private at = '';
  @state() private problem = '';
  @state() private copied: Kind | undefined;

  sent(lanes: readonly Lane[], at: string): void {
    this.answers = lanes;
    this.deaths = [];
    this.at = at;
    this.problem = '';
  }

  revoked(lanes: readonly Lane[], at: string): void {
    this.deaths = lanes;
    this.answers = lanes.map((lane) => ({ ...lane, millis: '' }));
    this.at = at;
    this.problem = '';
  }

  failed(): void {
    this.problem = text('client.leashes.failed');
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const alive = this.answers.some((lane) => lane.status === 200);
    return html`
      <div class="leash-bar">
        <code class="mono">${text('client.leashes.request')}</code>
        <div class="leash-acts">
          <button type="button" class="button" @click=${() => this.$server.send()}>
            ${icon('send')}<span>${text('client.leashes.send')}</span>
          </button>
          <button type="button" class="button danger" ?disabled=${!alive} @click=${() => this.$server.revoke()}>
            ${icon('log-out')}<span>${text('client.leashes.revoke')}</span>
          </button>
        </div>
      </div>
      <div class="lab-scroll" role="group" tabindex="0" aria-label=${text('client.leashes.table')}>
        <table class="lab">
          <caption class="hidden-text">${text('client.leashes.table')}</caption>
          <thead>
            <tr>
              <th scope="col"><span class="hidden-text">${text('client.leashes.what')}</span></th>
              ${KINDS.map((kind) => this.head(kind))}
            </tr>
          </thead>
          <tbody>
            ${this.line('answer', (kind) => this.answer(kind))}
            ${this.line('time', (kind) => this.time(kind))}
            ${this.deaths.length ? this.line('died', (kind) => this.death(kind)) : nothing}
            ${['filter', 'lookup', 'sender', 'csrf', 'script', 'logout', 'naive', 'ends'].map((what) =>
              this.line(what, (kind) => this.fact(what, kind)),
            )}
          </tbody>
        </table>
      </div>
      <p class="muted small" role="status">
        ${this.problem || (this.at ? text('client.leashes.sent', clockTime(new Date(this.at))) : '')}
      </p>
    `;
  }

  private head(kind: Kind): TemplateResult {
    const name = text(`client.leashes.${kind}`);
    return html`
      <th scope="col">
        <span class="lab-icon">${icon(ICONS[kind])}</span>
        <b>${name}</b>
        <span class="muted small">${text(`client.leashes.${kind}.text`)}</span>
        <code class="mono">${TRAVELS[kind]}</code>
        <button
          type="button"
          class="button small"
          aria-label=${text('client.leashes.curl.label', name)}
          @click=${() => this.copyCurl(kind)}
        >
          ${icon(this.copied === kind ? 'circle-check' : 'copy')}<span>${text('client.leashes.curl')}</span>
        </button>
      </th>
    `;
  }

  private line(what: string, cell: (kind: Kind) => TemplateResult | string): TemplateResult {
    return html`
      <tr>
        <th scope="row">${text(`client.leashes.${what}`)}</th>
        ${KINDS.map((kind) => html`<td>${cell(kind)}</td>`)}
      </tr>
    `;
  }

  private answer(kind: Kind): TemplateResult {
    const lane = this.answers.find((each) => each.kind === kind);
    if (!lane) {
      return html`<span class="muted">${text('client.leashes.unsent')}</span>`;
    }
    const known = lane.status === 200 || lane.status === 401;
    const words = known ? text(`client.leashes.status.${lane.status}`) : text('client.leashes.status.other', lane.status);
    return verdict(lane.status === 200 ? 'good' : 'bad', words);
  }

  private time(kind: Kind): TemplateResult {
    const lane = this.answers.find((each) => each.kind === kind);
    return html`<span class="figures">${lane?.millis ? text('client.leashes.millis', Number(lane.millis)) : '–'}</span>`;
  }

  private death(kind: Kind): TemplateResult {
    const lane = this.deaths.find((each) => each.kind === kind);
    return lane?.millis
      ? verdict('good', text('client.leashes.died.at', Number(lane.millis)))
      : verdict('bad', text('client.leashes.died.not'));
  }

  private fact(what: string, kind: Kind): TemplateResult | string {
    const words = text(`client.leashes.${what}.${kind}`);
    const known = VERDICTS[what]?.[KINDS.indexOf(kind)];
    return known ? verdict(known, words) : words;
  }

  private async copyCurl(kind: Kind): Promise<void> {
    const done = await copy(`curl ${CURL[kind]} ${apiAddress('/whoami')}`);
    this.copied = done ? kind : undefined;
  }
}

function verdict(kind: Verdict, words: string): TemplateResult {
  return html`<span class="verdict ${kind}">${icon(VERDICT_ICONS[kind])}<span>${words}</span></span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-leashes': BarkerLeashes;
  }
}
