import { createDraw, isoDate, people, toCsv } from './people.js';

const OWNERS = ['Ingrid Solberg', 'amadou.diallo@harbour.example', 'Anna Weiß'] as const;
type Pipeline = readonly [name: string, stages: readonly [string, ...string[]]];
const PIPELINES: readonly [Pipeline, ...Pipeline[]] = [
  ['Sales Pipeline', ['Appointment Scheduled', 'Qualified To Buy', 'Contract Sent', 'Closed Won']],
  ['Berths', ['Requested', 'Contract Sent', 'Berth let']],
];

/** Deals in two pipelines, which share the name of a stage. */
export function dealsWithPipeline(rows: number): string {
  const draw = createDraw(15);
  const header = ['Deal Name', 'Pipeline', 'Deal Stage', 'Amount', 'Deal owner', 'Close Date', 'Priority'];
  return toCsv(
    header,
    Array.from({ length: rows }, (_, index) => {
      const [pipeline, stages] = draw.one(PIPELINES);
      return [
        `${pipeline === 'Berths' ? 'Berth' : 'Refit'} ${index + 1}`,
        pipeline,
        draw.one(stages),
        `${500 + draw.number(20_000)}.${draw.number(2) === 0 ? '00' : '50'}`,
        draw.one(OWNERS),
        isoDate([2027, 1 + draw.number(12), 1 + draw.number(28)]),
        draw.one(['Low', 'Medium', 'High']),
      ];
    }),
  );
}

/** Orders as deals, each with some lines: an order's number on several rows is one deal. */
export function orderLines(orders: number): string {
  const draw = createDraw(13);
  const lines = Array.from({ length: orders }, (_, index) => {
    const order = [`O-${2001 + index}`, `Order ${2001 + index}`, 'Sales Pipeline', 'Closed Won'];
    return Array.from({ length: 1 + draw.number(3) }, () => [
      ...order,
      draw.one(['Rope 10 mm', 'Anchor 12 kg', 'Antifouling', 'Fender', 'Sail bag']),
      String(1 + draw.number(9)),
      (4 + draw.number(20_000) / 100).toFixed(2),
    ]);
  });
  const header = [
    'Order number',
    'Deal Name',
    'Pipeline',
    'Deal Stage',
    'Line item name',
    'Quantity',
    'Unit price',
  ];
  return toCsv(header, lines.flat());
}

/** Notes of people who want to be called back. */
export function callBackNotes(rows: number): string {
  const draw = createDraw(14);
  return toCsv(
    ['Email', 'First Name', 'Note body', 'Activity date'],
    people(rows, 4).map(({ email, first }) => [
      email,
      first,
      draw.one([
        'Wants to be called back before the season.',
        'Asked for a berth of "12 m or so".\nPrefers the eastern pier.',
        'Call about winter storage, after 17:00.',
      ]),
      `${isoDate([2026, 1 + draw.number(9), 1 + draw.number(28)])} ${9 + draw.number(8)}:30`,
    ]),
  );
}

/** Who signed up for an evening, came and went: times without an offset, some of them missing. */
export function eventAttendance(rows: number): string {
  const draw = createDraw(11);
  const two = (number: number): string => String(number).padStart(2, '0');
  return toCsv(
    ['Email', 'First Name', 'Last Name', 'Signed up', 'Came in', 'Went out', 'Called off'],
    people(rows, 4).map(({ email, first, last }) => {
      const signedUp = `2026-05-${two(1 + draw.number(28))} 12:${two(draw.number(60))}`;
      const isThere = draw.number(5) > 0;
      return [
        email,
        first,
        last,
        signedUp,
        isThere ? `2026-06-12 19:${two(draw.number(60))}` : '',
        isThere && draw.number(2) === 0 ? `2026-06-12 22:${two(draw.number(60))}` : '',
        isThere ? '' : '2026-06-11 09:00',
      ];
    }),
  );
}
