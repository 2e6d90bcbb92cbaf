import type { AliasTable } from './table.js';

/** English headers of common exports: Salesforce, Google, Outlook, Mailchimp, LinkedIn, Zoho, Pipedrive, hand-made sheets. */
export const en: AliasTable = {
  '*': {
    hs_object_id: 'Record ID, HubSpot ID, HubSpot record ID, HubSpot object ID, HS object ID',
    phone:
      'Phone number, Phone, Telephone, Telephone number, Tel, Tel no, Phone no, Landline, Landline phone, Business phone, Work phone, Office phone, Business telephone, Work telephone, Direct phone, Main phone, Primary phone, Phone work, Phone business, Daytime phone',
    fax: 'Fax number, Fax, Fax no, Business fax, Work fax, Office fax, Telefax, Facsimile',
    website:
      'Website URL, Website, Web site, Web page, Webpage, Homepage, Home page, Web, Web address, Website address, Personal website, Company website, Site?, URL',
    address:
      'Street address, Address, Street, Address line 1, Address line, Street name, Mailing street, Mailing address, Postal address, Business street, Business address, Work address, Billing street, Billing address, Street and number, Address 1, Address street, Street line 1',
    city: 'City, Town, City town, City name, Town city, Locality, Suburb city, Address city',
    state:
      'State region, State, Province, State province, State or province, Province state, State code, Province code, State abbreviation, County, State county, Address state, Address region, Region?, State province region, Territory state, US state',
    zip: 'Postal code, Zip, Zip code, Zipcode, Postcode, Post code, Zip postal code, Postal zip code, Zip or postal code, ZIP postcode, PostalCode, Address zip, Address postal code',
    country:
      'Country region, Country, Country name, Country code, Nation, Address country, Country or region, Billing country',
    industry: 'Industry, Sector, Industry sector, Business sector, Industry name, Line of business, Vertical',
    annualrevenue: 'Annual revenue, Revenue, Yearly revenue, Annual turnover, Turnover, Annual sales',
    numemployees: 'Number of employees, Employees, No of employees, Employee count, Headcount, Company size?',
    numberofemployees:
      'Number of employees, Employees, No of employees, Employee count, Headcount, Company size?',
    hubspot_owner_id:
      'Owner, Record owner, Account owner, Assigned to, Assignee, Sales owner, Sales rep, Sales representative, Account manager, Account executive, Owner name, Owner email, HubSpot owner, Assigned user, Assigned owner, Relationship manager',
    lifecyclestage: 'Lifecycle stage, Life cycle stage, Lifecycle, Customer lifecycle stage, Lifecycle phase',
    hs_lead_status: 'Lead status, Lead stage status, Status of lead, Prospect status',
    twitterhandle:
      'Twitter username, Twitter, Twitter handle, X handle, Twitter name, Twitter account, X username',
    hs_timezone: 'Time zone, Timezone',
    timezone: 'Time zone, Timezone',
  },
  '0-1': {
    email:
      'Email, E-mail, Email address, E-mail address, Mail, Mail address, Primary email, Primary email address, Business email, Contact email, Email ID, Email 1, E-mail 1 value, Email primary, Email work, Business e-mail address, Main email, Electronic mail',
    work_email: 'Work email, Work e-mail, Work email address',
    firstname:
      'First name, Given name, Forename, First, Christian name, Name first, FName, First names, Given names, Fore name',
    lastname:
      'Last name, Surname, Family name, Last, Name last, LName, Sur name, Last names, Second name surname',
    mobilephone:
      'Mobile phone number, Mobile, Mobile phone, Mobile number, Cell, Cell phone, Cellphone, Cellular, Cell number, Cell phone number, Mobile no, Mob, Mobile tel, Mobile telephone, Business mobile, Work mobile, Phone mobile, Smartphone, Handphone',
    company:
      'Company name, Company, Organization, Organisation, Employer, Account name, Business name, Organization name, Organisation name, Company organization, Company organisation, Name of company, Firm, Current company, Workplace, Corporation, Employer name, Company account, Current employer, Institution',
    jobtitle:
      'Job title, Title, Position, Job position, Job, Job role, Job function, Occupation, Profession, Position title, Title position, Role title, Organization title, Organisation title, Work title, Designation, Current position, Business title, Current title, Jobtitle',
    salutation:
      'Salutation, Prefix?, Name prefix, Title?, Honorific, Courtesy title, Form of address, Honorific prefix, Mr Mrs',
    gender: 'Gender, Sex',
    date_of_birth:
      'Date of birth, Birthday, Birthdate, Birth date, DOB, Born, Born on, Date birth, Bday, B-day',
    marital_status: 'Marital status, Civil status',
    hs_language:
      'Preferred language, Language, Spoken language, Correspondence language, Contact language, Lang',
    hs_linkedin_url:
      'LinkedIn URL, LinkedIn, LinkedIn profile, LinkedIn profile URL, LinkedIn link, LinkedIn page, LinkedIn address, Person LinkedIn URL, Profile URL?, URL?, Website?, Public profile?',
    hs_whatsapp_phone_number: 'WhatsApp phone number, WhatsApp, WhatsApp number, WhatsApp phone',
    hs_buying_role: 'Buying role, Buyer role, Role in purchase',
    seniority: 'Seniority, Seniority level, Job level, Job seniority',
    school: 'School, University, College, School name',
    degree: 'Degree, Academic degree',
    field_of_study: 'Field of study, Major, Area of study',
    message: 'Message, Contact message, Form message',
  },
  '0-2': {
    name: 'Company name, Name, Company, Organization, Organisation, Organization name, Organisation name, Account name, Account, Business name, Legal name, Registered name, Firm, Firm name, Customer name',
    domain:
      'Company domain name, Domain, Domain name, Company domain, Website domain, Web domain, Primary domain, Email domain?, Website?, URL?',
    address2:
      'Street address 2, Address 2, Address line 2, Street 2, Suite, Apartment suite, Address line two',
    type: 'Type, Company type, Account type, Customer type',
    description: 'Description, Company description, About the company, Business description',
    about_us: 'About us',
    linkedin_company_page:
      'LinkedIn company page, LinkedIn, LinkedIn URL, LinkedIn page, Company LinkedIn, Company LinkedIn URL, LinkedIn company URL',
    facebook_company_page:
      'Facebook company page, Facebook, Facebook page, Facebook URL, Company Facebook page',
    founded_year:
      'Year founded, Founded, Founded in, Founding year, Year established, Established, Year of foundation',
  },
  '0-3': {
    dealname:
      'Deal name, Opportunity name, Deal, Opportunity, Name, Deal title, Title, Opportunity title, Project name',
    amount:
      'Amount, Deal amount, Value, Deal value, Opportunity amount, Opportunity value, Deal size, Total amount, Amount value, Contract value, Expected revenue amount',
    closedate:
      'Close date, Closing date, Expected close date, Close, Closed date, Estimated close date, Expected closing date, Forecast close date',
    dealstage: 'Deal stage, Stage, Opportunity stage, Sales stage, Stage name, Pipeline stage',
    pipeline: 'Pipeline, Deal pipeline, Sales pipeline, Pipeline name',
    dealtype: 'Deal type, Opportunity type, Type of deal',
    description: 'Deal description, Description, Opportunity description',
    hs_priority: 'Priority, Deal priority',
    deal_currency_code: 'Currency, Currency code, Deal currency, Currency ISO code',
    closed_lost_reason: 'Closed lost reason, Lost reason, Loss reason, Reason lost, Reason for loss',
    closed_won_reason: 'Closed won reason, Won reason, Win reason, Reason won',
    hs_next_step: 'Next step, Next steps, Next action',
  },
  '0-5': {
    subject: 'Ticket name, Subject, Ticket subject, Ticket title, Title, Case subject, Issue, Name, Summary',
    content: 'Ticket description, Description, Content, Details, Body, Issue description, Case description',
    hs_pipeline: 'Pipeline, Ticket pipeline, Pipeline name',
    hs_pipeline_stage: 'Ticket status, Status, Ticket stage, Stage, Pipeline stage, Case status',
    hs_ticket_priority: 'Priority, Ticket priority, Urgency, Case priority',
    hs_ticket_category: 'Category, Ticket category, Case category',
    source_type: 'Source, Ticket source, Channel, Case origin',
    hs_resolution: 'Resolution, Ticket resolution',
  },
  '0-7': {
    name: 'Name, Product name, Product, Item name, Item, Product title, Title, Article name',
    description: 'Product description, Description, Item description, Details, Long description',
    price:
      'Unit price, Price, Sales price, List price, Selling price, Retail price, Net price, Item price, Price each',
    hs_sku:
      'SKU, Product code, Item number, Article number, Product SKU, Item code, Part number, Stock keeping unit',
    hs_cost_of_goods_sold: 'Unit cost, Cost, Cost price, Cost of goods sold, COGS, Purchase price',
    recurringbillingfrequency: 'Billing frequency, Recurring billing frequency, Billing interval',
    hs_recurring_billing_period: 'Term, Billing term, Recurring billing period, Term months',
    hs_url: 'URL, Product URL, Product page, Product link, Link',
    hs_images: 'Image URL, Image, Images, Picture URL, Product image, Image link',
    hs_product_type: 'Product type, Type, Item type',
  },
  '0-8': {
    name: 'Name, Line item, Line item name, Product name, Product, Item, Item name, Article, Line, Title',
    quantity: 'Quantity, Qty, Pieces, Pcs, Units, Number of units, Count',
    price: 'Unit price, Price, Price each, Net price, Item price, List price',
    hs_product_id: 'Product ID, Product record ID',
    hs_sku: 'SKU, Product code, Item number, Article number, Part number, Item code',
    discount: 'Unit discount, Discount amount, Discount',
    hs_discount_percentage: 'Discount percentage, Discount percent',
    hs_line_item_currency_code: 'Currency, Currency code',
    description: 'Description, Item description, Line description',
  },
  '0-123': {
    hs_order_name: 'Order name, Name, Order, Order number, Order no',
    hs_external_order_id: 'External order ID, Order ID, Order reference, Shop order ID',
    hs_pipeline: 'Pipeline, Order pipeline',
    hs_pipeline_stage: 'Pipeline stage, Order status, Status, Stage, Order stage',
    hs_total_price: 'Total price, Total, Order total, Grand total, Amount, Total amount',
    hs_subtotal_price: 'Subtotal price, Subtotal, Net total',
    hs_tax: 'Tax, VAT, Sales tax, Tax amount',
    hs_shipping_cost: 'Shipping cost, Shipping, Delivery cost, Postage',
    hs_external_created_date: 'Processed date, Order date, Ordered on, Date ordered, Date?',
    hs_currency_code: 'Currency code, Currency',
    hs_fulfillment_status: 'Fulfillment status, Fulfilment status, Delivery status, Shipping status',
    hs_source_store: 'Source store, Store, Shop, Store name',
    hs_shipping_address_street: 'Shipping street, Shipping address, Delivery address, Ship to street',
    hs_shipping_address_city: 'Shipping city, Delivery city, Ship to city',
    hs_shipping_address_postal_code:
      'Shipping ZIP, Shipping postal code, Shipping postcode, Delivery postcode',
    hs_shipping_address_country: 'Shipping country, Delivery country, Ship to country',
  },
  '0-142': {
    hs_cart_name: 'Cart name, Name, Cart, Basket, Basket name',
    hs_external_cart_id: 'External cart ID, Cart ID, Basket ID',
    hs_external_status: 'Status, Cart status',
    hs_external_created_date: 'Created date, Cart date, Created on, Date?',
    hs_total_price: 'Total price, Total, Cart total, Amount',
    hs_currency_code: 'Currency code, Currency',
    hs_source_store: 'Source store, Store, Shop',
    hs_cart_url: 'Cart URL, URL, Cart link',
  },
  '0-421': {
    hs_appointment_name: 'Appointment name, Name, Appointment, Title, Subject',
    hs_appointment_start:
      'Appointment start, Start, Start time, Starts at, Begin, Appointment date, Date?, When?',
    hs_appointment_end: 'Appointment end, End, End time, Ends at, Until?',
  },
  '0-410': {
    hs_course_name: 'Course name, Name, Course, Title, Course title',
    hs_course_id: 'Course ID, Course number, Course code',
    hs_course_description: 'Course description, Description',
    hs_enrollment_capacity: 'Enrollment capacity, Capacity, Places, Seats, Max participants',
    hs_price: 'Price, Course fee, Fee',
    hs_start_date: 'Start date, Starts on, Start, Begins on',
    hs_end_date: 'End date, Ends on, End',
  },
  '0-420': {
    hs_name: 'Name, Listing name, Listing, Title, Property name',
    hs_listing_type: 'Listing type, Type, Property type',
    hs_price: 'Price, Asking price, List price',
    hs_address_1: 'Address line 1, Address, Street address, Street',
    hs_address_2: 'Address line 2, Address 2',
    hs_city: 'City, Town',
    hs_state_province: 'State province, State, Province, Region?',
    hs_zip: 'Postal code, ZIP, ZIP code, Postcode',
    hs_bedrooms: 'Bedrooms, Number of bedrooms, Beds',
    hs_bathrooms: 'Bathrooms, Number of bathrooms, Baths',
    hs_square_footage: 'Square footage, Area, Square feet, Sq ft, Living area',
    hs_year_built: 'Year built, Built in, Construction year',
  },
  '0-162': {
    hs_name: 'Name, Service name, Service, Title',
    hs_pipeline: 'Pipeline, Service pipeline',
    hs_pipeline_stage: 'Pipeline stage, Status, Service status, Stage',
    hs_description: 'Description, Service description, Details',
    hs_category: 'Category, Service category',
    hs_start_date: 'Start date, Starts on, Start',
    hs_target_end_date: 'Target end date, Due date, Planned end',
    hs_close_date: 'Close date, Closed on, Finished on',
    hs_total_cost: 'Total cost, Cost, Total, Price',
    hs_amount_paid: 'Amount paid, Paid',
  },
  '0-136': {
    hs_lead_name: 'Lead name, Name, Lead, Title',
    hs_lead_type: 'Lead type, Type',
    hs_lead_label: 'Lead label, Label, Temperature, Rating',
    hs_pipeline: 'Lead pipeline, Pipeline',
    hs_pipeline_stage: 'Lead pipeline stage, Lead stage, Stage, Status',
  },
  '0-48 0-49 0-47 0-46 0-18 0-116': {
    hs_timestamp:
      'Activity date, Activity time, Logged at, Logged on, Date and time, Date, When, Timestamp?, Created at?',
  },
  '0-48': {
    hs_call_title: 'Call title, Title, Subject, Call subject',
    hs_call_body: 'Call notes, Notes, Note, Call summary, Summary, Comments',
    hs_call_direction: 'Call direction, Direction',
    hs_call_disposition: 'Call outcome, Outcome, Result, Call result',
    hs_call_duration: 'Call duration, Duration',
    hs_call_from_number: 'From number, Caller, Calling number',
    hs_call_to_number: 'To number, Called number, Number called',
    hs_call_status: 'Call status, Status',
  },
  '0-49': {
    hs_email_subject: 'Email subject, Subject, Subject line',
    hs_email_text: 'Email body, Body, Message, Text, Email text, Content',
    hs_email_direction: 'Email direction, Direction',
    hs_email_status: 'Email send status, Email status, Status',
  },
  '0-47': {
    hs_meeting_title: 'Meeting name, Meeting title, Title, Subject, Meeting subject',
    hs_meeting_body: 'Meeting description, Description, Agenda, Notes, Meeting notes, Summary',
    hs_meeting_start_time: 'Meeting start time, Start time, Start, Starts at, From?, Meeting start',
    hs_meeting_end_time: 'Meeting end time, End time, End, Ends at, Until?, Meeting end',
    hs_meeting_location: 'Meeting location, Location, Place, Room, Where',
    hs_meeting_outcome: 'Meeting outcome, Outcome, Result',
  },
  '0-46': {
    hs_note_body: 'Note body, Note, Notes, Note text, Comment, Comments, Remark, Remarks, Text, Memo',
  },
  '0-27': {
    hs_task_subject: 'Task title, Title, Task, Subject, Task name, To do, Name',
    hs_task_body: 'Notes, Task notes, Description, Task description, Details',
    hs_timestamp: 'Due date, Due, Deadline, Due on, Due at, When?, Date?',
    hs_task_status: 'Task status, Status',
    hs_task_priority: 'Priority, Task priority',
    hs_task_type: 'Task type, Type',
  },
  '0-18': {
    hs_communication_body: 'Communication body, Message, Body, Text, Content',
    hs_communication_channel_type: 'Channel type, Channel, Message type',
  },
  '0-116': { hs_postal_mail_body: 'Postal mail body, Letter, Letter text, Body, Text, Content' },
};
