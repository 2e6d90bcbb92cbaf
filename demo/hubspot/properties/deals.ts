import {
  CALCULATED,
  groupOf,
  KIND,
  OWNER,
  options,
  type PropertyDefinition,
  recordProperties,
} from './property.js';
import { DEAL_PIPELINES, TICKET_PIPELINES, type Pipeline } from '../pipelines.js';

const deal = groupOf('dealinformation', true);
const ticket = groupOf('ticketinformation', true);

const pipelineOptions = (pipelines: readonly Pipeline[]) =>
  options(pipelines.map(({ label, id }) => [label, id] as const));
const stageOptions = (pipelines: readonly Pipeline[]) =>
  options(pipelines.flatMap(({ stages }) => stages.map(({ label, id }) => [label, id] as const)));

/** Deals. Pipeline and stage list the account's pipelines among their options. */
export const DEAL_PROPERTIES: readonly PropertyDefinition[] = [
  deal('dealname', 'Deal Name', KIND.text),
  deal('pipeline', 'Pipeline', KIND.select, {
    options: pipelineOptions(DEAL_PIPELINES),
    externalOptions: true,
  }),
  deal('dealstage', 'Deal Stage', KIND.radio, {
    options: stageOptions(DEAL_PIPELINES),
    externalOptions: true,
  }),
  deal('amount', 'Amount', KIND.number, { numberDisplayHint: 'currency', showCurrencySymbol: true }),
  deal('closedate', 'Close Date', KIND.datetime),
  deal('dealtype', 'Deal Type', KIND.radio, {
    options: options([
      ['New Business', 'newbusiness'],
      ['Existing Business', 'existingbusiness'],
    ]),
  }),
  deal('hs_priority', 'Priority', KIND.select, {
    options: options([
      ['Low', 'low'],
      ['Medium', 'medium'],
      ['High', 'high'],
    ]),
  }),
  deal('description', 'Deal Description', KIND.longText),
  deal('hubspot_owner_id', 'Deal owner', KIND.select, OWNER),
  deal('hs_forecast_probability', 'Forecast Probability', KIND.number, { numberDisplayHint: 'percentage' }),
  deal('hs_forecast_amount', 'Forecast Amount', KIND.sum, CALCULATED),
  deal('days_to_close', 'Days to Close', KIND.sum, CALCULATED),
  ...recordProperties(deal),
];

/** Tickets. */
export const TICKET_PROPERTIES: readonly PropertyDefinition[] = [
  ticket('subject', 'Ticket name', KIND.text),
  ticket('content', 'Ticket description', KIND.longText),
  ticket('hs_pipeline', 'Pipeline', KIND.select, {
    options: pipelineOptions(TICKET_PIPELINES),
    externalOptions: true,
  }),
  ticket('hs_pipeline_stage', 'Ticket status', KIND.select, {
    options: stageOptions(TICKET_PIPELINES),
    externalOptions: true,
  }),
  ticket('hs_ticket_priority', 'Priority', KIND.select, {
    options: options([
      ['Low', 'LOW'],
      ['Medium', 'MEDIUM'],
      ['High', 'HIGH'],
      ['Urgent', 'URGENT'],
    ]),
  }),
  ticket('hs_ticket_category', 'Category', KIND.checkboxes, {
    options: options([
      ['Product Issue', 'PRODUCT_ISSUE'],
      ['Billing Issue', 'BILLING_ISSUE'],
      ['Feature Request', 'FEATURE_REQUEST'],
      ['General Inquiry', 'GENERAL_INQUIRY'],
    ]),
  }),
  ticket('hubspot_owner_id', 'Ticket owner', KIND.select, OWNER),
  ticket('closed_date', 'Close date', KIND.datetime),
  ticket('time_to_close', 'Time to close', KIND.number, CALCULATED),
  ...recordProperties(ticket),
];
