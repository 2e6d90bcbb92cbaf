import type { AliasTable } from './table.js';

/** German headers; umlauts written as ae, oe, ue are read as well. */
export const de: AliasTable = {
  '*': {
    hs_object_id: 'Datensatz-ID, HubSpot-ID, HubSpot Datensatz-ID',
    phone:
      'Telefonnummer, Telefon, Tel, Telefon-Nr, Tel-Nr, Festnetz, Festnetznummer, Telefon geschäftlich, Telefon (geschäftlich), Telefon dienstlich, Telefon Büro, Telefon Arbeit, Rufnummer, Telefon 1, Durchwahl?, Telefon Festnetz, Geschäftstelefon, Geschäftliche Telefonnummer, Haupttelefon, Fon',
    fax: 'Faxnummer, Fax, Telefax, Fax-Nr, Fax geschäftlich, Telefaxnummer, Fax dienstlich',
    website:
      'Website-URL, Website, Webseite, Homepage, Internetseite, Internet, Web, Internetadresse, URL, Webadresse, WWW, Firmenwebsite, Web-Seite, Netzseite',
    address:
      'Straße und Hausnummer, Straße, Anschrift, Adresse, Straße Nr, Straße/Nr, Straße Hausnummer, Straße geschäftlich, Str, Postanschrift, Firmenadresse, Geschäftsadresse, Adresszeile 1, Adresse 1, Straße/Hausnr, Firmenanschrift',
    city: 'Stadt, Ort, Wohnort, Ort geschäftlich, Ortschaft, Stadt geschäftlich, Gemeinde, Stadt/Ort, Ort/Stadt, Firmenort',
    state:
      'Bundesland/Region, Bundesland, Kanton, Region geschäftlich, Region?, Bundesland/Kanton, Bundesland/Kanton geschäftlich, Bundesstaat, Provinz, Bundesland/Provinz, Staat/Region',
    zip: 'Postleitzahl, PLZ, Postleitzahl geschäftlich, PLZ geschäftlich, Post-Leitzahl, Postleitzahl/PLZ, Firmen-PLZ',
    country:
      'Land/Region, Land, Land geschäftlich, Land/Region geschäftlich, Ländercode, Landeskennzeichen, Ländername, Länderkürzel, Länderkennzeichen',
    industry:
      'Branche, Industrie, Wirtschaftszweig, Industriezweig, Sektor, Branchenbezeichnung, Geschäftszweig',
    annualrevenue: 'Jahresumsatz, Umsatz, Jährlicher Umsatz, Jahresumsatz EUR, Umsatz pro Jahr',
    numemployees:
      'Anzahl der Mitarbeiter, Mitarbeiterzahl, Mitarbeiteranzahl, Anzahl Mitarbeiter, Anzahl der Beschäftigten, Unternehmensgröße?, Beschäftigtenzahl',
    numberofemployees:
      'Anzahl der Mitarbeiter, Mitarbeiterzahl, Mitarbeiteranzahl, Anzahl Mitarbeiter, Anzahl der Beschäftigten, Unternehmensgröße?, Beschäftigtenzahl',
    hubspot_owner_id:
      'Zuständiger Mitarbeiter, Für Kontakt zuständiger Mitarbeiter, Für Unternehmen zuständiger Mitarbeiter, Für Deal zuständiger Mitarbeiter, Für Ticket zuständiger Mitarbeiter, Besitzer, Inhaber des Kontakts, Kontaktinhaber, Kontaktbesitzer, Betreuer, Kundenbetreuer, Zuständig, Verantwortlicher, Zugewiesen an, Vertriebsmitarbeiter, Account-Manager, Bearbeiter, Sachbearbeiter, Außendienstmitarbeiter, Zugeordnet zu, Verantwortlich',
    lifecyclestage: 'Lifecycle-Phase, Lebenszyklusphase, Phase im Lebenszyklus, Lebenszyklus-Phase',
    hs_lead_status: 'Lead-Status, Leadstatus, Status des Leads, Interessentenstatus',
    twitterhandle: 'Twitter-Benutzername, Twitter-Name, Twitter-Konto',
    hs_timezone: 'Zeitzone',
    timezone: 'Zeitzone',
  },
  '0-1': {
    email:
      'E-Mail, E-Mail-Adresse, Email-Adresse, Mail, Mailadresse, Emailadresse, E-Mail geschäftlich, E-Mail-Adresse geschäftlich, E-Mail 1, E-Mail dienstlich, Elektronische Post, E-Mail (geschäftlich), Geschäftliche E-Mail, Kontakt-E-Mail, Primäre E-Mail, Haupt-E-Mail, Mail-Adresse',
    work_email: 'Geschäftliche E-Mail-Adresse',
    firstname: 'Vorname, Vornamen, Rufname, Vor-Name, Kontakt-Vorname',
    lastname: 'Nachname, Familienname, Zuname, Nachnamen, Nach-Name, Kontakt-Nachname',
    mobilephone:
      'Mobiltelefonnummer, Mobiltelefon, Handy, Mobil, Handynummer, Mobilnummer, Mobilfunk, Handy-Nr, Mobil-Nr, Mobilfunknummer, Mobiltelefon geschäftlich, Telefon mobil, Mobile, Natel, Tel mobil, Mobilrufnummer, Handy geschäftlich',
    company:
      'Unternehmensname, Name des Unternehmens, Firma, Unternehmen, Firmenname, Organisation, Arbeitgeber, Betrieb, Firmenbezeichnung, Firma/Organisation, Gesellschaft, Institution, Name der Firma, Name der Organisation, Firma 1, Firmierung, Kontakt-Firma',
    jobtitle:
      'Jobbezeichnung, Position, Berufsbezeichnung, Beruf, Funktion, Stellenbezeichnung, Jobtitel, Stelle, Tätigkeit, Position im Unternehmen, Funktionsbezeichnung, Berufliche Position, Dienststellung',
    salutation: 'Anrede, Titel?, Anredeform, Anrede/Titel',
    gender: 'Geschlecht',
    date_of_birth: 'Geburtsdatum, Geburtstag, Geb-Datum, Geb, Geboren, Geboren am, Geburts-Datum, Geb. am',
    marital_status: 'Familienstand, Personenstand',
    hs_language: 'Bevorzugte Sprache, Sprache, Korrespondenzsprache, Muttersprache?',
    hs_linkedin_url: 'LinkedIn-URL, LinkedIn-Profil, LinkedIn-Link, LinkedIn-Seite',
    hs_whatsapp_phone_number: 'WhatsApp-Telefonnummer, WhatsApp-Nummer',
    hs_buying_role: 'Rolle beim Kauf, Kaufrolle, Rolle im Kaufprozess',
    seniority: 'Hierarchieebene, Karrierestufe',
    school: 'Schule, Universität, Hochschule',
    degree: 'Akademischer Grad, Hochschulabschluss',
    field_of_study: 'Studienfach, Studienrichtung',
    message: 'Nachricht, Mitteilung',
  },
  '0-2': {
    name: 'Unternehmensname, Name des Unternehmens, Firma, Unternehmen, Firmenname, Name, Organisation, Firmenbezeichnung, Firmierung, Kundenname, Name der Firma, Betrieb',
    domain: 'Unternehmens-Domain-Name, Domain, Domainname, Domäne, Internetdomain, Webseite?, Homepage?',
    address2: 'Adresszeile 2, Adresszusatz, Adresse 2, Straße 2, Anschrift 2, Adress-Zusatz',
    type: 'Typ, Unternehmenstyp, Firmentyp, Art, Kundentyp',
    description: 'Beschreibung, Unternehmensbeschreibung, Firmenbeschreibung',
    linkedin_company_page: 'LinkedIn-Unternehmensseite, LinkedIn-Seite',
    facebook_company_page: 'Facebook-Unternehmensseite, Facebook-Seite',
    founded_year: 'Gründungsjahr, Gegründet, Jahr der Gründung',
  },
  '0-3': {
    dealname:
      'Deal-Name, Dealname, Name des Deals, Verkaufschance, Opportunity, Name, Bezeichnung, Auftrag, Projekt, Projektname, Geschäft',
    amount:
      'Betrag, Wert, Auftragswert, Dealwert, Deal-Wert, Summe, Volumen, Auftragsvolumen, Deal-Betrag, Angebotssumme',
    closedate:
      'Abschlussdatum, Voraussichtliches Abschlussdatum, Erwartetes Abschlussdatum, Abschluss, Abschluss am, Erwarteter Abschluss, Geplanter Abschluss',
    dealstage: 'Dealphase, Deal-Phase, Phase, Verkaufsphase, Vertriebsphase, Stufe',
    pipeline: 'Pipeline, Vertriebspipeline, Deal-Pipeline',
    dealtype: 'Deal-Typ, Dealtyp, Auftragsart',
    description: 'Deal-Beschreibung, Beschreibung',
    hs_priority: 'Priorität',
    deal_currency_code: 'Währung, Währungscode',
    closed_lost_reason: 'Verlustgrund, Grund für Verlust, Ablehnungsgrund, Absagegrund',
    closed_won_reason: 'Grund für Abschluss, Gewinngrund',
    hs_next_step: 'Nächster Schritt, Nächste Schritte, Nächste Aktion',
  },
  '0-5': {
    subject: 'Ticketname, Ticket-Name, Betreff, Titel, Thema, Name, Ticket-Betreff',
    content: 'Ticketbeschreibung, Ticket-Beschreibung, Beschreibung, Inhalt, Details',
    hs_pipeline: 'Pipeline, Ticket-Pipeline',
    hs_pipeline_stage: 'Ticketstatus, Ticket-Status, Status, Phase',
    hs_ticket_priority: 'Priorität, Ticket-Priorität, Dringlichkeit',
    hs_ticket_category: 'Kategorie, Ticket-Kategorie',
    source_type: 'Quelle, Kanal, Ticket-Quelle, Herkunft',
    hs_resolution: 'Lösung',
  },
  '0-7': {
    name: 'Name, Produktname, Produkt, Artikel, Bezeichnung, Artikelname, Artikelbezeichnung, Produktbezeichnung',
    description: 'Produktbeschreibung, Beschreibung, Artikelbeschreibung',
    price:
      'Einzelpreis, Preis, Stückpreis, Verkaufspreis, VK, VK-Preis, Listenpreis, Preis netto, Nettopreis',
    hs_sku: 'SKU, Artikelnummer, Artikel-Nr, Art-Nr, Produktnummer, Bestellnummer, ArtNr, Produktcode',
    hs_cost_of_goods_sold:
      'Stückkosten, Kosten, Einkaufspreis, EK, EK-Preis, Selbstkosten, Herstellungskosten',
    recurringbillingfrequency: 'Abrechnungshäufigkeit, Abrechnungsintervall, Rechnungsintervall',
    hs_url: 'URL, Produkt-URL, Produktlink, Produktseite',
    hs_images: 'Bild-URL, Bild, Produktbild, Bilder',
    hs_product_type: 'Produkttyp, Produktart, Artikelart',
  },
};
