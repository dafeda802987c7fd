import { LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { askPassword } from './barker-password-dialog';
import { text } from './texts';

// Asks for the password before something sensitive is done. What is done then, the server keeps in mind.
@customElement('barker-proof')
export class BarkerProof extends LitElement {
  declare $server: { prove(password: string): Promise<string> };

  @property() account = '';
  @property() name = '';
  @property() picture = '';

  ask(): void {
    askPassword({
      title: text('client.proof.title'),
      words: text('client.proof.text'),
      account: this.account,
      name: this.name,
      picture: this.picture,
      yes: text('client.proof.yes'),
      send: (password) => this.$server.prove(password),
    });
  }

  protected override render(): typeof nothing {
    return nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-proof': BarkerProof;
  }
}
