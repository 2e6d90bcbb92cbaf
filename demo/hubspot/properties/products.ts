import {
  groupOf,
  KIND,
  OWNER,
  options,
  type PropertyDefinition,
  READ_ONLY,
  recordProperties,
} from './property.js';

const product = groupOf('productinformation', true);
const boat = groupOf('boat_information', false);
const boatRecord = groupOf('boat_information', true);

/** Products. That `hs_sku` is the SKU and identifies a product is inferred: HubSpot names the column, not the property. */
export const PRODUCT_PROPERTIES: readonly PropertyDefinition[] = [
  product('name', 'Name', KIND.text),
  product('hs_sku', 'SKU', KIND.text),
  product('price', 'Unit price', KIND.number, { numberDisplayHint: 'currency', showCurrencySymbol: true }),
  product('description', 'Product description', KIND.longText),
  product('hs_cost_of_goods_sold', 'Unit cost', KIND.number, { numberDisplayHint: 'currency' }),
  product('tax', 'Tax', KIND.number, { numberDisplayHint: 'currency' }),
  product('hs_url', 'URL', KIND.text),
  product('hs_product_type', 'Product type', KIND.select, {
    options: options([
      ['Inventory', 'inventory'],
      ['Non-Inventory', 'non_inventory'],
      ['Service', 'service'],
    ]),
  }),
  product('recurringbillingfrequency', 'Billing frequency', KIND.select, {
    options: options([
      ['Monthly', 'monthly'],
      ['Quarterly', 'quarterly'],
      ['Annually', 'annually'],
    ]),
  }),
  product('hs_images', 'Image URLs', KIND.text),
  product('hs_created_by_user_id', 'Created by user ID', KIND.number, READ_ONLY),
  ...recordProperties(product),
];

/** Boats, the account's custom object: one unique property, and one of each common kind. */
export const BOAT_PROPERTIES: readonly PropertyDefinition[] = [
  boat('hull_number', 'Hull number', KIND.text, { hasUniqueValue: true }),
  boat('name', 'Boat name', KIND.text),
  boat('length_m', 'Length (m)', KIND.number),
  boat('launched_on', 'Launched on', KIND.date),
  boat('rig', 'Rig', KIND.select, {
    options: options([
      ['Sloop', 'sloop'],
      ['Ketch', 'ketch'],
      ['Yawl', 'yawl'],
      ['Motor only', 'motor'],
    ]),
  }),
  boat('insured', 'Insured', KIND.yesNo),
  boat('equipment', 'Equipment', KIND.checkboxes, {
    options: options([
      ['Radar', 'radar'],
      ['Life raft', 'life_raft'],
      ['AIS', 'ais'],
    ]),
  }),
  boatRecord('hubspot_owner_id', 'Owner', KIND.select, OWNER),
  ...recordProperties(boatRecord).map((entry) =>
    // Custom objects name it with HubSpot's prefix.
    entry.name === 'createdate' ? { ...entry, name: 'hs_createdate' } : entry,
  ),
];
