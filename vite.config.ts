import type { UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

// What the first page needs comes as one file, with all that it imports: twenty small ones pack worse, and every answer of the
// server has headers of its own. What a view opened later needs beyond that still comes with the view.
const FIRST_PAGE = /[\\/](generated-flow-imports|FlowBootstrap)\.js$/;

const barkerConfig: UserConfigFn = () => ({
  build: {
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'barker', test: FIRST_PAGE }] },
      },
    },
  },
});

export default overrideVaadinConfig(barkerConfig);
