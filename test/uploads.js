/**
 * Answers to uploads for tests in the browser, over a real connection: `/uploads/{what}` reads the whole body, then
 * `count` tells what came, `refuse` answers 500, `break` closes the connection without a word, `hang` never answers.
 * `cut` closes it at the first byte, `stall` reads no further than that.
 */

async function readBody(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

function answer(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function serve(what, request, response) {
  if (what === 'cut') {
    request.once('data', () => request.socket.destroy());
    return;
  }
  if (what === 'stall') {
    request.once('data', () => request.pause());
    return;
  }
  const body = await readBody(request);
  if (what === 'count') {
    const { headers } = request;
    answer(response, 200, { bytes: body.length, headers, body: body.toString('latin1').slice(0, 4096) });
  } else if (what === 'refuse') {
    answer(response, 500, { message: 'No luck today', correlationId: 'c-1' });
  } else if (what === 'break') {
    request.socket.destroy();
  }
}

/** Koa middleware, as the test server wants it. */
export function uploads(context, next) {
  const [, folder, what] = context.path.split('/');
  if (folder !== 'uploads') return next();
  context.respond = false;
  context.status = 200; // else the runner tells of a missing file
  serve(what, context.req, context.res).catch(() => context.res.destroy()); // the page has left
  return undefined;
}
