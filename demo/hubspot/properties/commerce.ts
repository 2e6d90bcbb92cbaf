import { ORDER_PIPELINES } from '../pipelines.js';
import { FIRST_RECORD, RECORD } from './record.js';
import { readTable } from './table.js';

const FREQUENCY = 'Monthly=monthly; Quarterly=quarterly; Annually=annually';

/** Products. That `hs_sku` is the SKU and identifies a product is inferred: HubSpot names the column, not the property. */
export const PRODUCT_PROPERTIES = readTable(`
[productinformation]
name | Name | text
hs_sku | SKU | text
price | Unit price | number:currency
hs_price_eur | Price EUR | number:currency
hs_price_usd | Price USD | number:currency
description | Product description | longText
hs_cost_of_goods_sold | Unit cost | number:currency
tax | Tax | number:currency
hs_url | URL | text
hs_product_type | Product type | select | Inventory=inventory; Non-Inventory=non_inventory; Service=service
recurringbillingfrequency | Billing frequency | select | ${FREQUENCY}
hs_recurring_billing_period | Term | text
hs_images | Image URLs | text
hs_created_by_user_id | Created by user ID | number readonly
${FIRST_RECORD}
`);

/** Line items: names as in HubSpot's guide to their API. */
export const LINE_ITEM_PROPERTIES = readTable(`
[lineiteminformation]
name | Name | text
quantity | Quantity | number
price | Unit price | number:currency
hs_product_id | Product ID | text
hs_sku | SKU | text
description | Description | longText
discount | Unit discount | number:currency
hs_discount_percentage | Discount percentage | number
tax | Tax | number:currency
hs_line_item_currency_code | Currency | select | EUR; USD
recurringbillingfrequency | Billing frequency | select | ${FREQUENCY}
hs_recurring_billing_period | Term | text
hs_recurring_billing_start_date | Billing start date | date
hs_cost_of_goods_sold | Unit cost | number:currency
amount | Net price | number:currency calculated
${FIRST_RECORD}
`);

/** Orders: names as in HubSpot's guide to their API. */
export const ORDER_PROPERTIES = readTable(
  `
[order_information]
hs_order_name | Name | text
hs_pipeline | Pipeline | select external | @pipelines
hs_pipeline_stage | Pipeline stage | select external | @stages
hs_external_order_id | External order ID | text
hs_external_created_date | Processed date | datetime
hs_currency_code | Currency code | select | EUR; USD
hs_subtotal_price | Subtotal price | number:currency
hs_total_price | Total price | number:currency
hs_tax | Tax | number:currency
hs_shipping_cost | Shipping cost | number:currency
hs_fulfillment_status | Fulfillment status | text
hs_source_store | Source store | text
hs_shipping_address_street | Shipping street | text:physical_address
hs_shipping_address_city | Shipping city | text
hs_shipping_address_postal_code | Shipping ZIP/Postal code | text:postal_code
hs_shipping_address_country | Shipping country | text
hs_tags | Tags | text
hubspot_owner_id | Order owner | select owner
${RECORD}
`,
  ORDER_PIPELINES,
);

/** Carts: names as in HubSpot's guide to their API. */
export const CART_PROPERTIES = readTable(`
[cart_information]
hs_cart_name | Name | text
hs_external_cart_id | External cart ID | text
hs_external_status | Status | text
hs_external_created_date | Created date | datetime
hs_currency_code | Currency code | select | EUR; USD
hs_total_price | Total price | number:currency
hs_tax | Tax | number:currency
hs_cart_discount | Cart discount | number:currency
hs_source_store | Source store | text
hs_cart_url | URL | text
hs_tags | Tags | text
hubspot_owner_id | Cart owner | select owner
${RECORD}
`);
