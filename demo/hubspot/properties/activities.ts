import { RECORD } from './record.js';
import { readTable } from './table.js';

/** Rows that every activity has; names here and below as in HubSpot's guides to the activity APIs. */
const ACTIVITY = `
hs_timestamp | Activity date | datetime
hubspot_owner_id | Activity assigned to | select owner
hs_attachment_ids | Attached file IDs | file
${RECORD}`;

export const CALL_PROPERTIES = readTable(`
[call]
hs_call_title | Call title | text
hs_call_body | Call notes | richText
hs_call_direction | Call direction | select | Inbound=INBOUND; Outbound=OUTBOUND
hs_call_disposition | Call outcome | select | Busy=9d9162e7-6cf3-4944-bf63-4dff82258764; Connected=f240bbac-87c9-4f6e-bf70-924b57d47db7; Left voicemail=b2cf5968-551e-4856-9783-52b3da59a7d0; No answer=73a0d17f-1163-4015-bdd5-ec830791da20; Wrong number=17b47fee-58de-441e-a44c-c6300d46f273
hs_call_duration | Call duration | number:duration
hs_call_from_number | From number | phone:phone_number
hs_call_to_number | To number | phone:phone_number
hs_call_status | Call status | select | Completed=COMPLETED; Busy=BUSY; Failed=FAILED; No answer=NO_ANSWER; Canceled=CANCELED
hs_call_recording_url | Recording URL | text
${ACTIVITY}
`);

export const EMAIL_PROPERTIES = readTable(`
[email]
hs_email_subject | Email subject | text
hs_email_text | Email body | longText
hs_email_html | Email HTML | richText
hs_email_direction | Email direction | select | Sent=EMAIL; Received=INCOMING_EMAIL; Forwarded=FORWARDED_EMAIL
hs_email_status | Email send status | select | Bounced=BOUNCED; Failed=FAILED; Scheduled=SCHEDULED; Sending=SENDING; Sent=SENT
hs_email_headers | Email headers | longText
${ACTIVITY}
`);

export const MEETING_PROPERTIES = readTable(`
[meeting]
hs_meeting_title | Meeting name | text
hs_meeting_body | Meeting description | richText
hs_meeting_start_time | Meeting start time | datetime
hs_meeting_end_time | Meeting end time | datetime
hs_meeting_location | Meeting location | text
hs_meeting_outcome | Meeting outcome | select | Scheduled=SCHEDULED; Completed=COMPLETED; Rescheduled=RESCHEDULED; No show=NO_SHOW; Canceled=CANCELED
hs_internal_meeting_notes | Internal meeting notes | richText
hs_meeting_external_url | Meeting URL | text
${ACTIVITY}
`);

export const NOTE_PROPERTIES = readTable(`
[note]
hs_note_body | Note body | richText
${ACTIVITY}
`);

/** Tasks. `hs_timestamp` is when the task is due. */
export const TASK_PROPERTIES = readTable(`
[task]
hs_task_subject | Task Title | text
hs_timestamp | Due date | datetime
hs_task_body | Notes | richText
hs_task_status | Task Status | select | Not started=NOT_STARTED; In progress=IN_PROGRESS; Waiting=WAITING; Deferred=DEFERRED; Completed=COMPLETED
hs_task_priority | Priority | select | None=NONE; Low=LOW; Medium=MEDIUM; High=HIGH
hs_task_type | Task Type | select | Call=CALL; Email=EMAIL; To-do=TODO
hubspot_owner_id | Assigned to | select owner
${RECORD}
`);

export const COMMUNICATION_PROPERTIES = readTable(`
[communication]
hs_communication_channel_type | Channel type | select | WhatsApp=WHATS_APP; LinkedIn message=LINKEDIN_MESSAGE; SMS=SMS
hs_communication_body | Communication body | richText
hs_communication_logged_from | Logged from | select | CRM=CRM
${ACTIVITY}
`);

export const POSTAL_MAIL_PROPERTIES = readTable(`
[postal_mail]
hs_postal_mail_body | Postal mail body | richText
${ACTIVITY}
`);

/** Marketing events; which of the names are HubSpot's is inferred. Imports bring their participants only. */
export const MARKETING_EVENT_PROPERTIES = readTable(`
[marketing_event_information]
hs_event_name | Name | text
hs_event_type | Type | text
hs_event_organizer | Organizer | text
hs_event_description | Description | longText
hs_event_url | URL | text
hs_start_datetime | Start | datetime
hs_end_datetime | End | datetime
hs_event_cancelled | Cancelled | yesNo
${RECORD}
`);
