const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

// A process beside the specs reads the sources as they do: nothing has to be built first.
const [[, options]] = Object.values(require('../jest.config.cjs').transform);

for (const extension of ['.ts', '.tsx']) {
  require.extensions[extension] = (module, filename) =>
    module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
}
