/**
 * The provider says of Node.js 20 that it is not supported, once as it is loaded, and does there all that is asked of it
 * here. Whoever runs the tests is warned of nothing they could change; what else it says is heard.
 */
const { warn } = console;
console.warn = (...said: unknown[]) => {
  if (!String(said[0]).includes('Unsupported runtime')) warn.apply(console, said);
};
