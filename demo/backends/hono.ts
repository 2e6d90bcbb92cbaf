import { createServer } from 'node:http';
import { Hono } from 'hono';
import { allowLongUploads, toNodeListener } from '../../src/relay/node.js';
import { relay } from './relay.js';

const app = new Hono();
app.all('/hubspot/*', (c) => relay(c.req.raw));
allowLongUploads(createServer(toNodeListener(app.fetch))).listen(process.env.PORT);
