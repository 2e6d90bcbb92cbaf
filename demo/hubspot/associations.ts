/** A label as `GET /crm/v4/associations/{from}/{to}/labels` answers it (association schema API). */
export interface AssociationLabel {
  readonly category: 'HUBSPOT_DEFINED' | 'USER_DEFINED';
  readonly typeId: number;
  /** null for the plain association. */
  readonly label: string | null;
}

const plain = (typeId: number): AssociationLabel => ({ category: 'HUBSPOT_DEFINED', typeId, label: null });
const primary = (typeId: number): AssociationLabel => ({
  category: 'HUBSPOT_DEFINED',
  typeId,
  label: 'Primary',
});
const own = (typeId: number, label: string): AssociationLabel => ({
  category: 'USER_DEFINED',
  typeId,
  label,
});

/** By `from>to`; ids are one-directional. HubSpot's own ids are from its association type tables, the rest are the account's. */
const LABELS: Readonly<Record<string, readonly AssociationLabel[]>> = {
  '0-1>0-1': [plain(449), own(21, 'Parent'), own(22, 'Child')],
  '0-1>0-2': [plain(279), primary(1), own(31, 'Billing contact'), own(33, 'Former employee')],
  '0-2>0-1': [plain(280), primary(2), own(32, 'Billing contact'), own(34, 'Former employee')],
  '0-2>0-2': [plain(450)],
  '0-3>0-1': [plain(3)],
  '0-1>0-3': [plain(4)],
  '0-3>0-2': [plain(341), primary(5)],
  '0-2>0-3': [plain(342), primary(6)],
  '0-5>0-1': [plain(16)],
  '0-1>0-5': [plain(15)],
  '0-5>0-2': [plain(339), primary(26)],
  '0-2>0-5': [plain(340), primary(25)],
  '0-3>0-5': [plain(27)],
  '0-5>0-3': [plain(28)],
  '2-1234567>0-1': [
    own(41, 'Skipper'),
    own(43, 'Crew'),
    { category: 'USER_DEFINED', typeId: 45, label: null },
  ],
  '0-1>2-1234567': [
    own(42, 'Skipper'),
    own(44, 'Crew'),
    { category: 'USER_DEFINED', typeId: 46, label: null },
  ],
};

/** Labels from one object type to another, by their ids; none when the two cannot be associated. */
export const labelsBetween = (from: string, to: string): readonly AssociationLabel[] =>
  LABELS[`${from}>${to}`] ?? [];
