import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

// A list of what somebody has, each with a button that ends it. The pressed button leaves with its row: the focus goes to the one
// of the next row.
export abstract class OwnRows<Row extends { readonly key: string }> extends LitElement {
  @state() protected rows: readonly Row[] | undefined;

  private leaving: number | undefined;

  show(rows: readonly Row[]): void {
    this.rows = rows;
    if (this.leaving !== undefined) {
      const index = Math.min(this.leaving, rows.length - 1);
      this.leaving = undefined;
      void this.updateComplete.then(() => this.settleFocus(index));
    }
  }

  protected abstract nothingThere(): TemplateResult;

  protected abstract row(row: Row, index: number): TemplateResult;

  protected leaves(index: number): void {
    this.leaving = index;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.rows) {
      return nothing;
    }
    if (!this.rows.length) {
      return this.nothingThere();
    }
    return html`
      <ul class="card rows">
        ${repeat(this.rows, (row) => row.key, (row, index) => this.row(row, index))}
      </ul>
    `;
  }

  private settleFocus(index: number): void {
    const next = index < 0 ? this.querySelector<HTMLElement>('p') : this.querySelectorAll<HTMLElement>('.ends-row')[index];
    next?.focus();
  }
}
