const { spawnSync } = require('node:child_process');

/** What some specs use beside Node, what it says of itself, and what is not tried without it. */
const wanted = {
  // The shell draws pages and nothing around them, for a fraction of what the whole browser costs.
  chromium: {
    paths: ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'],
    says: /^Chromium \d/m,
    tries: 'the pages in a real browser',
  },
  redis: { paths: ['/usr/bin/redis-server'], says: /^Redis server v=/m, tries: 'the queue on Redis' },
};

/** Found by executing it: a file of that name may be empty, broken, or only say what to install. */
function answers(path, says) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 && says.test(stdout);
}

/** The first path of each that runs here; null for one that does not. */
function programs(of = wanted) {
  return Object.fromEntries(
    Object.entries(of).map(([name, { paths, says }]) => [name, paths.find((path) => answers(path, says)) ?? null]),
  );
}

/** The one sentence on what this machine cannot try; null where all is there. @throws Error on CI, which must try all */
function notTried(found, isCi, of = wanted) {
  const missing = Object.keys(of).filter((name) => !found[name]);
  if (missing.length === 0) return null;
  const sentence = missing.map((name) => `${of[name].tries} (${of[name].paths.at(-1)} does not run)`).join(', ');
  if (isCi) throw new Error(`CI must try ${sentence}.`);
  return `Not tried on this machine: ${sentence}.`;
}

module.exports = { programs, notTried };
