import express from 'express';
import { allowLongUploads, toNodeListener } from '../../src/relay/node.js';
import { relay } from './relay.js';

const app = express();
app.use('/hubspot', toNodeListener(relay)); // before express.json() and its like
allowLongUploads(app.listen(process.env.PORT));
