import { text } from './texts';

// Puts the count in front of the page's title and takes it away again.
export class NewBarksTitle {
  private shown: { readonly whole: string; readonly plain: string } | undefined;

  show(count: string | undefined): void {
    // The server may have set another title meanwhile; that one is then the plain one.
    const plain = this.shown && document.title === this.shown.whole ? this.shown.plain : document.title;
    if (count === undefined) {
      this.shown = undefined;
      document.title = plain;
      return;
    }
    const whole = text('client.feed.title', count, plain);
    this.shown = { whole, plain };
    document.title = whole;
  }
}
