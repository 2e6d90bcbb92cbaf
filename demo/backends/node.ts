import { createServer } from 'node:http';
import { allowLongUploads, toNodeListener } from '../../src/relay/node.js';
import { relay } from './relay.js';

allowLongUploads(createServer(toNodeListener(relay))).listen(process.env.PORT);
