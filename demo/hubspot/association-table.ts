/**
 * HubSpot's own association types: from an object type to others, with the label after a colon (association type tables, and
 * the types its Node client lists). Ids are one-directional. The labels' wording is inferred, but for `Primary`.
 */
export const HUBSPOT_DEFINED = `
contact > contact 449, company 279, company:Primary 1, company:Billing contact of 931, deal 4, ticket 15, lead 609,
  call 193, email 197, meeting 199, note 201, task 203, communication 82, postal_mail 454, cart 587, order 508,
  invoice 178, payment 388, payment_link 470, subscription 296, quote 70, quote:Signer 703, quote:Billing
  1227, appointment 907, course 861, listing 883, service 799, project 1243, feedback_submission 97
company > company 450, company:Parent company 14, company:Child company 13, contact 280, contact:Primary 2,
  contact:Billing 930, deal 342, deal:Primary 6, ticket 340, ticket:Primary 25, lead 611, call 181, email 185,
  meeting 187, note 189, task 191, communication 88, postal_mail 460, invoice 180, order 935, order:Primary 510,
  payment 390, payment_link 472, quote 72, quote:Billing 1335, subscription 298, appointment 909, course 939,
  listing 885, service 793, project 1237, feedback_submission 929
deal > deal 451, contact 3, company 341, company:Primary 5, ticket 27, lead 1038, lead:Primary 583, call 205, email
  209, meeting 211, note 213, task 215, communication 86, postal_mail 458, deal_split 313, line_item 19, cart 1346,
  invoice 176, order 511, payment 392, payment_link 474, quote 63, subscription 300, appointment 945, course 863,
  listing 887, service 795, project 1239, goal 1357, feedback_submission 985
ticket > ticket 452, contact 16, company 339, company:Primary 26, deal 28, call 219, email 223, meeting 225, note 227,
  task 229, communication 84, postal_mail 456, thread 32, conversation 278, order 526, appointment 947, course 941,
  listing 943, service 797, subscription 1122, payment 1355, project 1241, feedback_submission 99
lead > contact 608, contact:Primary 578, company 610, company:Primary 580, deal 1037, deal:Primary 582, call 596,
  email 598, meeting 600, note 854, task 646, communication 602, feedback_submission 1162
line_item > deal 20, cart 591, abandoned_cart 571, payment 396, discount 368, invoice 410, order 514, payment_link
  759, project 1345, quote 68, subscription 302, subscription:Upcoming 565
order > contact 507, company 934, company:Primary 509, deal 512, line_item 513, cart 593, ticket 525, quote 730,
  invoice 518, payment 523, subscription 516, call 772, email 776, meeting 768, note 764, task 726, communication 784,
  postal_mail 789, discount 519, discount_code 521, feedback_submission 1168
cart > contact 586, deal 1347, discount 588, line_item 590, order 592, quote 732, task 728, ticket 594,
  feedback_submission 1158
call > contact 194, company 182, deal 206, ticket 220, lead 597, order 773, appointment 913, course 867, listing 891,
  service 841, project 1258, feedback_submission 1156
email > contact 198, company 186, deal 210, ticket 224, order 777, appointment 917, course 871, listing 895, service
  843, project 1260
meeting > contact 200, company 188, deal 212, ticket 226, lead 601, order 769, appointment 919, course 873, listing
  897, service 839
note > contact 202, company 190, deal 214, ticket 228, lead 855, order 765, appointment 921, course 875, listing 899,
  service 837, project 1249
task > contact 204, company 192, deal 216, ticket 230, lead 647, quote 218, order 727, appointment 923, course 877,
  listing 901, service 853, project 1247
communication > contact 81, company 87, deal 85, ticket 83, lead 603, order 785, appointment 925, course 879, listing
  903, service 847, project 1282
postal_mail > contact 453, company 459, deal 457, ticket 455, order 788, appointment 927, course 881, listing 905,
  service 849, project 1264
appointment > contact 906, company 908, deal 944, ticket 946, call 912, email 916, meeting 918, note 920, task 922,
  communication 924, postal_mail 926, project 1325
course > contact 860, company 938, deal 862, ticket 940, call 866, email 870, meeting 872, note 874, task 876,
  communication 878, postal_mail 880, project 1323
listing > contact 882, company 884, deal 886, ticket 942, call 890, email 894, meeting 896, note 898, task 900,
  communication 902, postal_mail 904, project 1321
service > contact 798, company 792, deal 794, ticket 796, call 840, email 842, meeting 838, note 836, task 852,
  communication 846, postal_mail 848, project 1245
project > contact 1242, company 1236, company:Primary 1299, deal 1238, ticket 1240, project 1254, task 1246, note
  1248, call 1257, email 1259, meeting 1255, service 1244, marketing_event 1250, appointment 1324, course 1322,
  listing 1320
subscription > contact 295, company 297, deal 299, ticket 1121, invoice 623, line_item 301, quote 303, payment_link
  478, order 515
invoice > contact 177, company 179, deal 175, quote 407, subscription 622, payment_link 815, order 517, ticket 986,
  line_item 409, payment 541
quote > contact 69, contact:Signer 702, contact:Billing 1226, company 71, company:Billing 1334, deal
  64, line_item 67, quote_template 286, discount 362, fee 364, tax 366, task 217, cart 733, invoice 408, order 731,
  payment 398, subscription 304
`;

/** Labels that come in pairs: the other direction of the first is the second. */
export const PAIRED_LABELS: readonly (readonly [label: string, inverse: string])[] = [
  ['Parent company', 'Child company'],
  ['Billing contact of', 'Billing'],
];

/** Label and id in each direction; without a label, the plain association. */
type OwnType = readonly [
  from: string,
  to: string,
  label: string | null,
  typeId: number,
  inverseLabel: string | null,
  inverseId: number,
];

/**
 * Types of the account: labels of its own, some of them paired, and what its custom objects can be associated with. A label
 * says what the record at the other end is (inferred).
 */
export const USER_DEFINED: readonly OwnType[] = [
  ['0-1', '0-1', 'Parent', 21, 'Child', 22],
  ['0-1', '0-1', 'Spouse', 23, 'Spouse', 23],
  ['0-1', '0-2', 'Billing contact', 31, 'Billing contact', 32],
  ['0-1', '0-2', 'Former employee', 33, 'Former employee', 34],
  ['0-1', '0-2', 'Employer', 35, 'Employee', 36],
  ['0-2', '0-2', 'Supplier', 51, 'Customer', 52],
  ['0-2', '0-2', 'Partner', 53, 'Partner', 53],
  ['0-3', '0-1', 'Decision maker', 61, 'Decision maker', 62],
  ['0-3', '0-1', 'Signatory', 63, 'Signs', 64],
  ['2-1234567', '0-1', 'Skipper', 41, 'Skipper', 42],
  ['2-1234567', '0-1', 'Crew', 43, 'Crew', 44],
  ['2-1234567', '0-1', null, 45, null, 46],
  ['2-1234567', '2-1234568', null, 71, null, 72],
  ['2-1234567', '2-1234568', 'Home berth', 73, 'Home boat', 74],
  ['2-1234567', '2-1234568', 'Guest berth', 75, 'Guest berth', 76],
  ['2-1234568', '0-1', null, 77, null, 78],
  ['2-1234568', '0-1', 'Tenant', 79, 'Rents', 80],
  ...['0-3', '0-48', '0-49', '0-47', '0-46', '0-27'].map((to, index): OwnType => [
    '2-1234567',
    to,
    null,
    101 + 2 * index,
    null,
    102 + 2 * index,
  ]),
];
