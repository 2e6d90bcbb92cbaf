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
};
