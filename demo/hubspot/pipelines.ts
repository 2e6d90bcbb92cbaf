/** A pipeline as `GET /crm/v3/pipelines/{objectType}` answers it (pipelines API). */
export interface Pipeline {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly archived: false;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly stages: readonly Stage[];
}

export interface Stage {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly archived: false;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT';
  readonly metadata: Readonly<Record<string, string>>;
}

const MADE = {
  archived: false,
  createdAt: '2019-08-06T02:41:08.029Z',
  updatedAt: '2019-08-06T02:41:08.029Z',
} as const;

function pipeline(
  id: string,
  label: string,
  displayOrder: number,
  stages: readonly (readonly [id: string, label: string, metadata: Readonly<Record<string, string>>])[],
): Pipeline {
  return {
    id,
    label,
    displayOrder,
    ...MADE,
    stages: stages.map(([stageId, stageLabel, metadata], order) => ({
      id: stageId,
      label: stageLabel,
      displayOrder: order,
      ...MADE,
      writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
      metadata,
    })),
  };
}

const chance = (probability: string, isClosed = 'false') => ({ isClosed, probability });
const ticket = (ticketState: 'OPEN' | 'CLOSED') => ({
  ticketState,
  isClosed: String(ticketState === 'CLOSED'),
});

/** The default pipeline, and one of the account's own that shares the label of a stage with it. */
export const DEAL_PIPELINES: readonly Pipeline[] = [
  pipeline('default', 'Sales Pipeline', 0, [
    ['appointmentscheduled', 'Appointment Scheduled', chance('0.2')],
    ['qualifiedtobuy', 'Qualified To Buy', chance('0.4')],
    ['presentationscheduled', 'Presentation Scheduled', chance('0.6')],
    ['decisionmakerboughtin', 'Decision Maker Bought-In', chance('0.8')],
    ['contractsent', 'Contract Sent', chance('0.9')],
    ['closedwon', 'Closed Won', chance('1.0', 'true')],
    ['closedlost', 'Closed Lost', chance('0.0', 'true')],
  ]),
  pipeline('78436211', 'Berths', 1, [
    ['150011', 'Requested', chance('0.2')],
    ['150012', 'Contract Sent', chance('0.8')],
    ['150013', 'Berth let', chance('1.0', 'true')],
  ]),
];

export const TICKET_PIPELINES: readonly Pipeline[] = [
  pipeline('0', 'Support Pipeline', 0, [
    ['1', 'New', ticket('OPEN')],
    ['2', 'Waiting on contact', ticket('OPEN')],
    ['3', 'Waiting on us', ticket('OPEN')],
    ['4', 'Closed', ticket('CLOSED')],
  ]),
];

/** Ids as HubSpot's guide to the leads API shows them. */
export const LEAD_PIPELINES: readonly Pipeline[] = [
  pipeline('lead-pipeline-id', 'Lead pipeline', 0, [
    ['new-stage-id', 'New', { isClosed: 'false' }],
    ['attempting-stage-id', 'Attempting', { isClosed: 'false' }],
    ['connected-stage-id', 'Connected', { isClosed: 'false' }],
    ['qualified-stage-id', 'Qualified', { isClosed: 'true' }],
    ['unqualified-stage-id', 'Disqualified', { isClosed: 'true' }],
  ]),
];

/** Ids of HubSpot's default pipeline for orders (inferred). */
export const ORDER_PIPELINES: readonly Pipeline[] = [
  pipeline('14a2e10e-5471-408a-906e-c51f3b04369e', 'Order Pipeline', 0, [
    ['4b27b500-f031-4927-9811-68a0b525cbae', 'Open', { isClosed: 'false' }],
    ['937ea84d-0a4f-4dcf-9028-3f9c2aafbf03', 'Processed', { isClosed: 'false' }],
    ['aa99e8d0-c1d5-4071-b915-d240bbb1aed9', 'Shipped', { isClosed: 'false' }],
    ['3725360f-519b-4b18-a593-494d60a29c9f', 'Delivered', { isClosed: 'true' }],
    ['3c85a297-e9ce-400b-b42e-9f16853d69d6', 'Cancelled', { isClosed: 'true' }],
  ]),
];

/** Services and appointments; ids and stages are invented. */
export const SERVICE_PIPELINES: readonly Pipeline[] = [
  pipeline('81530001', 'Service Pipeline', 0, [
    ['1530011', 'New', { isClosed: 'false' }],
    ['1530012', 'In progress', { isClosed: 'false' }],
    ['1530013', 'Closed', { isClosed: 'true' }],
  ]),
  pipeline('81530002', 'Winter storage', 1, [
    ['1530021', 'Booked', { isClosed: 'false' }],
    ['1530022', 'Ashore', { isClosed: 'false' }],
    ['1530023', 'Afloat again', { isClosed: 'true' }],
  ]),
];

export const APPOINTMENT_PIPELINES: readonly Pipeline[] = [
  pipeline('81420001', 'Appointment Pipeline', 0, [
    ['1420011', 'Scheduled', { isClosed: 'false' }],
    ['1420012', 'Attended', { isClosed: 'true' }],
    ['1420013', 'Missed', { isClosed: 'true' }],
  ]),
];
