import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { text } from './texts';

interface Server {
  sent(): void;
  notSent(): void;
  tooLarge(): void;
}

// Sends the picture that a person chooses to where the server takes it. What becomes of it, the server shows.
@customElement('barker-picture-button')
export class BarkerPictureButton extends LitElement {
  declare $server: Server;

  @property() target = '';
  @property() accept = '';
  @property({ type: Number }) max = 0;

  @state() private sending = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`
      <button class="button" type="button" aria-busy=${this.sending ? 'true' : nothing} @click=${this.choose}>
        <span class="button-label">${text('client.picture.choose')}</span>
        ${this.sending
          ? html`<span class="spinner" data-word=${text('client.loading')} aria-hidden="true"></span>`
          : nothing}
      </button>
      <input type="file" accept=${this.accept} hidden @change=${this.take} />
    `;
  }

  private readonly choose = (): void => {
    if (!this.sending) {
      this.querySelector('input')?.click();
    }
  };

  private readonly take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const picture = input.files?.[0];
    if (picture && picture.size > this.max) {
      this.$server.tooLarge();
    } else if (picture) {
      void this.send(picture);
    }
    // Else the same one could not be chosen again.
    input.value = '';
  };

  private async send(picture: File): Promise<void> {
    this.sending = true;
    try {
      const answer = await fetch(this.target, {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: picture,
      });
      if (answer.ok) {
        this.$server.sent();
      } else {
        this.$server.notSent();
      }
    } catch {
      this.$server.notSent();
    } finally {
      this.sending = false;
    }
  }
}
