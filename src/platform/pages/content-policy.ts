/**
 * The Content-Security-Policy of every page, in the shape helmet takes. Nothing inline, nothing from elsewhere;
 * `data:` images are the arrows and ticks inside Tabler's stylesheet. The explorer of the API needs its own.
 */
export const contentPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    manifestSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};
