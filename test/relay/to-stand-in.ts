/** Loaded before an example: its calls to HubSpot go to the stand-in, and the example need not know. */
export {};

const { fetch } = globalThis;
const { STAND_IN = '' } = process.env;

globalThis.fetch = (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  return fetch(address.replace('https://api.hubapi.com', STAND_IN), init);
};
