import { RECORD } from './record.js';
import { readTable } from './table.js';

/** Boats, a custom object of the account: one unique property, and one of each common kind. */
export const BOAT_PROPERTIES = readTable(`
[boat_information own]
hull_number | Hull number | text unique
name | Boat name | text
length_m | Length (m) | number
launched_on | Launched on | date
rig | Rig | select | Sloop=sloop; Ketch=ketch; Yawl=yawl; Motor only=motor
insured | Insured | yesNo
equipment | Equipment | checkboxes | Radar=radar; Life raft=life_raft; AIS=ais
survey_report | Survey report | file
[boat_information]
hubspot_owner_id | Owner | select owner
${RECORD}
`);

/** Berths, the other custom object, where boats lie. */
export const BERTH_PROPERTIES = readTable(`
[berth_information own]
berth_code | Berth code | text unique
pier | Pier | select | North=north; East=east; South=south
depth_m | Depth (m) | number
free_from | Free from | date
shore_power | Shore power | yesNo
nightly_rate | Nightly rate | number:currency
[berth_information]
hubspot_owner_id | Owner | select owner
${RECORD}
`);
