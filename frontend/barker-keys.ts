import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { icon } from './icons';
import { leads } from './key-acts';
import { areKeysOn, switchKeys } from './keys';
import { text } from './texts';

interface Row {
  readonly words: string;
  readonly keys: readonly string[];
  readonly isSequence?: boolean;
}

// Which keys do what, and the switch for them.
@customElement('barker-keys')
export class BarkerKeys extends LitElement {
  @state() private isOn = true;

  @query('dialog') private dialog!: HTMLDialogElement;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  open(): void {
    this.isOn = areKeysOn();
    this.requestUpdate();
    this.performUpdate();
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
  }

  protected override render(): TemplateResult {
    return html`
      <dialog class="dialog keys-dialog" aria-labelledby="keys-title" @click=${this.onClick}>
        <div class="dialog-head">
          <h2 id="keys-title">${text('client.keys.title')}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label=${text('client.keys.close')}
            title=${text('client.keys.close')}
            @click=${() => this.dialog.close()}
          >
            ${icon('x')}
          </button>
        </div>
        <div class="keys">
          <div>
            ${this.section(text('client.keys.barks'), [
              { words: text('client.keys.next'), keys: ['j'] },
              { words: text('client.keys.previous'), keys: ['k'] },
              { words: text('client.keys.open'), keys: ['Enter'] },
              { words: text('client.bark.reply'), keys: ['r'] },
              { words: text('client.bark.rebark'), keys: ['b'] },
              { words: text('client.bark.like'), keys: ['l'] },
              ...(leads('gm') ? [{ words: text('client.keys.bookmark'), keys: ['s'] }] : []),
              { words: text('client.keys.newer'), keys: ['.'] },
            ])}
          </div>
          <div>
            ${this.section(text('client.keys.go'), this.ways())}
            ${this.section(text('client.keys.writing'), [
              { words: text('client.shell.new-bark'), keys: ['n'] },
              { words: text('client.keys.send'), keys: [isMac() ? '⌘' : text('client.keys.control'), 'Enter'] },
              { words: text('client.keys.leave'), keys: [text('client.keys.escape')] },
            ])}
          </div>
        </div>
        <div class="keys-switch">
          <div>
            <b id="keys-switch">${text('client.keys.switch')}</b>
            <p id="keys-why" class="small muted">${text('client.keys.why')}</p>
          </div>
          <button
            type="button"
            class="switch"
            role="switch"
            aria-checked=${String(this.isOn)}
            aria-labelledby="keys-switch"
            aria-describedby="keys-why"
            @click=${this.toggle}
          ></button>
        </div>
      </dialog>
    `;
  }

  // Only where there is a way.
  private ways(): Row[] {
    const places: ReadonlyArray<readonly [string, string]> = [
      ['gh', 'client.shell.home'],
      ['ge', 'client.shell.everyone'],
      ['gn', 'client.keys.notifications'],
      ['gm', 'client.keys.bookmarks'],
      ['gp', 'client.shell.profile'],
    ];
    const ways: Row[] = places
      .filter(([key]) => leads(key))
      .map(([key, words]) => ({ words: text(words), keys: [...key], isSequence: true }));
    return leads('/') ? [...ways, { words: text('client.keys.search'), keys: ['/'] }] : ways;
  }

  private section(title: string, rows: readonly Row[]): TemplateResult {
    return html`
      <section>
        <h3>${title}</h3>
        <dl>
          ${rows.map(
            ({ words, keys, isSequence }) => html`
              <div>
                <dt>
                  ${keys.map(
                    (key, index) => html`
                      ${isSequence && index > 0 ? html`<span>${text('client.keys.then')}</span>` : nothing}
                      <kbd>${key}</kbd>
                    `,
                  )}
                </dt>
                <dd>${words}</dd>
              </div>
            `,
          )}
        </dl>
      </section>
    `;
  }

  private readonly toggle = (): void => {
    this.isOn = !this.isOn;
    switchKeys(this.isOn);
  };

  // Beside the dialog, which is its backdrop.
  private readonly onClick = (event: Event): void => {
    if (event.target === this.dialog) {
      this.dialog.close();
    }
  };
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/u.test(navigator.platform);
}

// The one of the page.
export function showSheet(): void {
  const sheet = document.querySelector('barker-keys') ?? document.body.appendChild(new BarkerKeys());
  sheet.open();
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-keys': BarkerKeys;
  }
}
