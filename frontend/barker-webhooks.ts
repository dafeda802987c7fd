import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { OwnRows } from './own-rows';
import { text } from './texts';
import { timeInSentence } from './when';

interface Sent {
  // Empty for a test.
  readonly barkId: string;
  readonly state: 'WAITING' | 'DELIVERED' | 'GIVEN_UP' | 'DROPPED';
  readonly at: string;
  // When it is tried again; empty when it is not.
  readonly again: string;
  readonly attempts: number;
  // Of the last answer; 0 where there was none.
  readonly status: number;
  readonly problem: string;
}

interface Row {
  // Comes back when something is to be done with the webhook; it proves nothing.
  readonly key: string;
  readonly address: string;
  readonly watches: string;
  // Why it is off; empty while it is on.
  readonly off: string;
  readonly sent: readonly Sent[];
}

const LOOK_EVERY = 2_000;

// Longer than one attempt takes.
const MOST_LOOKS = 10;

// One's webhooks.
@customElement('barker-webhooks')
export class BarkerWebhooks extends OwnRows<Row> {
  declare $server: {
    look(): void;
    test(key: string): void;
    turnOn(key: string): void;
    turnOff(key: string): void;
    delete(key: string): void;
  };

  private looks = 0;
  private timer: number | undefined;

  override show(rows: readonly Row[]): void {
    super.show(rows);
    this.lookAgain();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override nothingThere(): TemplateResult {
    return html`<p class="card tokens-none muted" tabindex="-1">${text('client.webhooks.none')}</p>`;
  }

  protected override row(row: Row, index: number): TemplateResult {
    return html`
      <li class="door">
        <div class="door-head">
          <b class="door-address">${row.address}</b>
          <p class="muted small">
            <bdi>${row.watches}</bdi> ·
            ${row.off
              ? html`<span class="badge ${row.off === 'OWNER' ? '' : 'warn'}">${text(`client.webhooks.off.${row.off}`)}</span>`
              : html`<span class="badge accent">${text('client.webhooks.on')}</span>`}
          </p>
        </div>
        <div class="door-actions">
          ${this.button('client.webhooks.test', row, () => this.test(row))}
          ${row.off
            ? this.button('client.webhooks.turn-on', row, () => this.$server.turnOn(row.key))
            : this.button('client.webhooks.turn-off', row, () => this.$server.turnOff(row.key))}
          ${this.button('client.webhooks.delete', row, () => this.delete(row, index), 'danger ends-row')}
        </div>
        ${row.sent.length
          ? html`
              <ol class="door-sent small" aria-label=${text('client.webhooks.sent')}>
                ${row.sent.map((sent) => this.sent(sent))}
              </ol>
            `
          : nothing}
      </li>
    `;
  }

  private button(words: string, row: Row, press: () => void, kind = ''): TemplateResult {
    return html`
      <button type="button" class="button small ${kind}" @click=${press}>
        <span>${text(words)}</span><span class="hidden-text">${row.address}</span>
      </button>
    `;
  }

  private sent(sent: Sent): TemplateResult {
    return html`
      <li>
        <span class="muted">${timeInSentence(new Date(sent.at), new Date())}</span>
        ${sent.barkId
          ? html`<a href="/barks/${sent.barkId}">${text('client.webhooks.bark', sent.barkId)}</a>`
          : html`<span>${text('client.webhooks.example')}</span>`}
        <span>${this.outcome(sent)}</span>
      </li>
    `;
  }

  private outcome(sent: Sent): string {
    const why = sent.problem && text(`client.webhooks.problem.${sent.problem}`, sent.status);
    switch (sent.state) {
      case 'DELIVERED':
        return text('client.webhooks.delivered', sent.status);
      case 'DROPPED':
        return text('client.webhooks.dropped');
      case 'GIVEN_UP':
        return sent.barkId ? text('client.webhooks.given-up', why, sent.attempts) : why;
      case 'WAITING':
        return why
          ? text('client.webhooks.again', why, timeInSentence(new Date(sent.again), new Date()))
          : text('client.webhooks.waiting');
    }
  }

  private test(row: Row): void {
    this.looks = MOST_LOOKS;
    this.$server.test(row.key);
  }

  // Whoever sends a test wants to see what becomes of it.
  private lookAgain(): void {
    clearTimeout(this.timer);
    const waiting = this.rows?.some((row) => row.sent.some((sent) => sent.state === 'WAITING' && !sent.barkId));
    if (waiting && this.looks > 0) {
      this.looks -= 1;
      this.timer = window.setTimeout(() => this.$server.look(), LOOK_EVERY);
    }
  }

  private delete(row: Row, index: number): void {
    this.leaves(index);
    this.$server.delete(row.key);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-webhooks': BarkerWebhooks;
  }
}
