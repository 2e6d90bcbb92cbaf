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
