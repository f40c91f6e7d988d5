const { createRequire, Module } = require('node:module');
const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');

let transformed;
/** Of all files a worker has loaded. */
const sourceMaps = new Map();

/** What Jest tells a worker that has no more to do. */
const end = 2;
// All that was loaded lies in one heap: taking it apart at the end takes longer than Jest waits for.
process.on('message', ([told]) => {
  if (told === end) process.exit();
});

for (const extension of ['.ts', '.tsx'])
  Module._extensions[extension] = (loaded, filename) => loaded._compile(transformed(filename), filename);

/**
 * The service is four thousand modules, whose loading cost most of a spec file's time: here they and the packages are loaded
 * by Node, once a worker, and the spec file alone is loaded anew.
 */
class LoadsOnce extends Runtime {
  constructor(...given) {
    super(...given);
    this.transformCache.sourceMaps = sourceMaps;
    transformed = (filename) => this.transformCache.transform(filename, {});
    this.executor.compile = (code, filename) =>
      vm.compileFunction(code, this.executor.injectedModuleParameters, { filename });
  }

  requireModuleOrMock(from, name) {
    return createRequire(from)(name);
  }

  requireActual(from, name) {
    return this.requireModuleOrMock(from, name);
  }
}

module.exports = LoadsOnce;
